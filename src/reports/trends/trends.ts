import type { Postmortem } from "../../core/postmortem.ts";
import type { Report, Section } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { allTime } from "../shared/all-time.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { teamNotes } from "../shared/team-label.ts";
import { betweenSection } from "./between.ts";
import { durationsSection } from "./durations.ts";
import { funnelSection } from "./funnel.ts";
import {
  clockGroupings,
  conditionGroupings,
  involvementGroupings,
  originGroupings,
  serviceGroupings,
} from "./groupings.ts";
import { type Axis, groupsSection } from "./groups.ts";
import { overTimeSection } from "./over-time.ts";
import { repeatsSection } from "./repeats.ts";
import { countStep, type Cut, CUTS, periodsOf } from "./span.ts";

const MINUTES_PER_WEEK = 7 * 24 * 60;
const DEFAULT_WITHIN = 90;

interface TrendOptions {
  readonly cut: Cut;
  readonly within: number;
  readonly suggested: boolean;
}

/** What share of a week is working time, to compare with; or how to say when that is. */
function clockNotes({ timeZone, workingHours }: Query): readonly string[] {
  const zone = `Local time in ${timeZone}. Incidents with a known day but no time of day have no hour.`;
  if (!workingHours) return [`${zone} Set working_hours in pm.yaml to separate working time.`];
  const { days, from, until } = workingHours;
  const share = Math.round((100 * days.length * (until - from)) / MINUTES_PER_WEEK);
  return [`${zone} Working hours are ${share} % of a week.`];
}

function groupSections(
  incidents: readonly Postmortem[],
  axis: Axis,
  query: Query,
  whenEmpty: string,
): readonly Section[] {
  const section = (
    key: string,
    title: string,
    groupings: Parameters<typeof groupsSection>[1],
    notes: readonly string[],
  ) => groupsSection({ key, title, whenEmpty, notes }, groupings, incidents, axis);
  const several = "An incident counts in each of its groups. Unknown is in no share.";
  const association =
    "Shares are of the incidents that state it. A difference in time to diagnose is an association, no proof.";
  return [
    section("services", "Incidents by service", serviceGroupings(query), [several]),
    section("origins", "Trigger, cause and detection", originGroupings(query), [several]),
    section("clock", "When incidents started", clockGroupings(query), clockNotes(query)),
    section("involvement", "How much it took", involvementGroupings(), [association]),
    section("conditions", "Under what conditions", conditionGroupings(), [association]),
  ];
}

function buildTrends(query: Query, { cut, within, suggested }: TrendOptions): Report {
  const selection = selectIncidents(query);
  const { incidents } = selection;
  const whenEmpty = selection.whenEmpty ?? "";
  const always = allTime(query);
  const step = countStep(incidents, query, cut);
  const periods = periodsOf(incidents, query, step);
  const axis = { step, periods, timeZone: query.timeZone };
  const kinds = [...serviceGroupings(query), ...originGroupings(query)];
  return {
    name: "trends",
    title: "Trends: when, where and why incidents happen",
    subtitle: subtitle(query, selection),
    sections: [
      overTimeSection(incidents, query, cut, whenEmpty),
      durationsSection(incidents, query, cut, whenEmpty),
      ...groupSections(incidents, axis, query, whenEmpty),
      repeatsSection(incidents, selectIncidents(always).base, within, query),
      betweenSection(incidents, kinds, query),
      funnelSection(incidents, query),
    ],
    notes: [
      windowNote(query, selection),
      ...undatedNotes(selection),
      ...teamNotes(
        query.taxonomy,
        incidents.flatMap(({ teams }) => teams.map(({ value }) => value)),
      ),
      ...(suggested ? suggestedNotes(incidents, ["gaps"]) : []),
      ...smallCountNotes(incidents.length, query),
    ],
  };
}

/** When, where and why incidents happen, and whether that changes. */
export const trends = defineReport({
  name: "trends",
  summary: "How incidents change over time, what they have in common, and which gaps repeat",
  details: [
    "Counts incidents; each share and rate has its 95 % interval, each median one from six incidents on.",
    "Per month: incidents by the months that the window covers. Periods: months up to two years, then quarters and years.",
    "By month (or quarter): a bar for each, the highest for the most incidents of the row.",
    "Repeats: incidents with a gap that lacked the same competency, or one of its domain, shortly before.",
    "Days between: the centre and the limits of a t chart; a time outside them is more than chance.",
    "Extended diagnoses: each group with the funnel limits for its number of incidents.",
    "Hours and weekdays are those of time_zone in pm.yaml; working_hours there separates working time from the rest.",
    "See docs/reports.md and docs/statistics.md.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "causes"],
  restsOnMoment: true,
  options: {
    by: { kind: "choice", description: "length of a period", choices: CUTS, default: "auto" },
    within: {
      kind: "count",
      description: "within how many days the same gap is a repeat",
      unit: "days",
      default: DEFAULT_WITHIN,
    },
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { by, within, [INCLUDE_SUGGESTED]: suggested }) =>
    buildTrends(query, { cut: by, within, suggested }),
});
