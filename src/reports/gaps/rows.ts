import { isoDate } from "../../core/calendar.ts";
import { compareBy, compareText } from "../../core/compare.ts";
import { phaseDuration } from "../../core/durations.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { knownTexts, NOT_STATED } from "../shared/grouping.ts";
import type { Selection } from "../shared/selection.ts";
import { summarizeMinutes } from "../shared/stats.ts";
import { teamLabels } from "../shared/team-label.ts";
import { type GapDimension, type GapGroup, gapMentions, groupGaps, teamsOfGap } from "./groups.ts";
import { judge, type Judgement, VERDICTS } from "./verdict.ts";

/** One row of the gaps report, before it is cut into columns. */
export interface GapRow {
  readonly group: string;
  readonly incidents: number;
  /** Those of them in which somebody confirmed such a gap. */
  readonly confirmedIncidents: number;
  /** Of the window's incidents, whatever their competencies. */
  readonly share: number;
  readonly teams: readonly string[];
  readonly services: readonly string[];
  readonly kinds: readonly string[];
  readonly competencies: readonly string[];
  readonly totalMinutes: number | null;
  readonly medianMinutes: number | null;
  /** Null where there is no prior window. */
  readonly priorIncidents: number | null;
  /** Null where the dimension, or the group, is nothing to judge. */
  readonly judgement: Judgement | null;
  readonly lastSeen: string | null;
}

/** The dimensions that are about what is missing, so that a verdict makes sense. */
export function isJudged(by: GapDimension): boolean {
  return by === "competency" || by === "domain";
}

/** Whether the prior window can show that a gap was absent: an empty one cannot. */
export function canShowAbsence({ priorBase }: Selection): boolean {
  return priorBase !== null && priorBase.length > 0;
}

/** How many incidents of the prior window are in each group; null where there is no prior window. */
export function priorCounts(
  query: Query,
  selection: Selection,
  by: GapDimension,
): ReadonlyMap<string, number> | null {
  if (selection.prior === null) return null;
  const groups = groupGaps(gapMentions(selection.prior, query), by, query.taxonomy);
  return new Map(groups.map(({ name, incidents }) => [name, incidents.length]));
}

function lastStart(incidents: readonly Postmortem[]): number | null {
  const starts = incidents.flatMap(({ milestones }) => milestones.started?.value ?? []);
  return starts.length > 0 ? Math.max(...starts) : null;
}

/** What a group's incidents and gaps touch, and how long diagnosing took in them. */
function describeGroup({ mentions, incidents }: GapGroup, query: Query) {
  const minutes = incidents.flatMap((incident) => phaseDuration(incident, "diagnose")?.value ?? []);
  const last = lastStart(incidents);
  return {
    teams: knownTexts(teamLabels(query.taxonomy, mentions.flatMap(teamsOfGap))),
    services: knownTexts(incidents.flatMap(({ services }) => services.map(({ value }) => value))),
    kinds: knownTexts(mentions.flatMap(({ gap }) => gap.kind?.value ?? [])),
    competencies: knownTexts(mentions.map(({ gap }) => gap.competency.value)),
    totalMinutes: minutes.length > 0 ? minutes.reduce((sum, value) => sum + value, 0) : null,
    medianMinutes: summarizeMinutes(minutes).median,
    lastSeen: last === null ? null : isoDate(last, query.timeZone),
  };
}

function confirmedIn({ mentions }: GapGroup): number {
  return new Set(mentions.filter(({ gap }) => gap.confirmed).map(({ incident }) => incident)).size;
}

const rank = ({ judgement }: GapRow) => (judgement ? VERDICTS.indexOf(judgement.verdict) : 0);

const compareRows = compareBy<GapRow>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => rank(a) - rank(b),
  (a, b) => compareText(a.group, b.group),
);

/** The groups of a selection's gaps as rows: most incidents first, then by verdict and name. */
export function gapRows(query: Query, selection: Selection, by: GapDimension): readonly GapRow[] {
  const groups = groupGaps(gapMentions(selection.incidents, query), by, query.taxonomy);
  const priors = priorCounts(query, selection, by);
  const rows = groups.map((group): GapRow => {
    const described = describeGroup(group, query);
    const incidents = group.incidents.length;
    const priorIncidents = priors && (priors.get(group.name) ?? 0);
    const spread = {
      incidents,
      teams: described.teams.length,
      services: described.services.length,
      prior: canShowAbsence(selection) ? priorIncidents : null,
    };
    const judged = isJudged(by) && group.name !== UNKNOWN && group.name !== NOT_STATED;
    return {
      group: group.name,
      incidents,
      confirmedIncidents: confirmedIn(group),
      share: incidents / selection.base.length,
      ...described,
      priorIncidents,
      judgement: judged ? judge(spread, query.thresholds) : null,
    };
  });
  return rows.toSorted(compareRows);
}
