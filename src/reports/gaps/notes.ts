import { compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { durationNotes, smallCountNotes, undatedNotes, windowNote } from "../shared/notes.ts";
import type { Selection } from "../shared/selection.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { type GapDimension, gapMentions, teamsOfGap } from "./groups.ts";
import { canShowAbsence, type GapRow, isJudged, priorCounts } from "./rows.ts";

function withoutGapNotes(incidents: readonly Postmortem[]): readonly string[] {
  const without = incidents.filter(({ gaps }) => gaps.length === 0);
  if (without.length === 0) return [];
  const drafts = without.filter(({ status }) => status?.value === "draft").length;
  const draftsText =
    drafts === 0 ? "" : `, ${drafts} of these ${verb(drafts, "a draft", "drafts")}`;
  const carry = verb(without.length, "carries", "carry");
  return [
    `${without.length} of ${counted(incidents.length, "incident")} ${carry} no gap${draftsText}.`,
  ];
}

function overlapNotes(
  rows: readonly GapRow[],
  incidents: readonly Postmortem[],
): readonly string[] {
  const listed = rows.reduce((sum, row) => sum + row.incidents, 0);
  if (listed <= incidents.length) return [];
  return [
    "An incident counts once in each of its rows, so that columns do not add up to the whole.",
  ];
}

function verdictNotes(
  query: Query,
  selection: Selection,
  rows: readonly GapRow[],
): readonly string[] {
  const { systemicIncidents, systemicContexts, emergingIncidents } = query.thresholds;
  const contexts = `${systemicContexts} teams or ${systemicContexts} services`;
  const systemic = `Systemic: at least ${systemicIncidents} incidents in at least ${contexts}.`;
  const emerging = canShowAbsence(selection)
    ? `Emerging: at least ${counted(emergingIncidents, "incident")}, none in the prior window.`
    : selection.priorBase === null
      ? "Emerging cannot be said without a prior window."
      : "Emerging cannot be said, as the prior window holds no incident.";
  const isUnknown = rows.some(({ judgement }) => judgement?.verdict === "unknown");
  const unknown = isUnknown ? "Unknown: no incident records a team or a service. " : "";
  return [`${systemic} ${emerging} Local: at least 2 incidents. ${unknown}Too few: 1 incident.`];
}

/** The gaps that the prior window had and this one does not: training may have worked. */
function fadedNotes(
  query: Query,
  selection: Selection,
  by: GapDimension,
  rows: readonly GapRow[],
): readonly string[] {
  const present = new Set(rows.map(({ group }) => group));
  const faded = [...(priorCounts(query, selection, by) ?? [])]
    .filter(([name]) => !present.has(name) && name !== UNKNOWN)
    .toSorted(([a, m], [b, n]) => n - m || compareText(a, b));
  if (faded.length === 0) return [];
  const names = faded.map(([name, incidents]) => `${name} (${incidents})`).join(", ");
  return [`Seen in the prior window and not in this one: ${names}.`];
}

function shareNotes(query: Query, selection: Selection): readonly string[] {
  if (query.filters.competencies.length === 0) return [];
  const whole = counted(selection.base.length, "incident");
  return [`Shares are of all ${whole} in the window, whatever their competencies.`];
}

/** What the gaps report rests on, what it left out and by which rules it judged. */
export function gapNotes(
  query: Query,
  selection: Selection,
  by: GapDimension,
  rows: readonly GapRow[],
): readonly string[] {
  const mentions = gapMentions(selection.incidents, query);
  const withGaps = selection.incidents.filter(({ gaps }) => gaps.length > 0);
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...withoutGapNotes(selection.base),
    ...shareNotes(query, selection),
    ...overlapNotes(rows, withGaps),
    ...durationNotes(withGaps, "diagnose", "time to diagnose"),
    ...(isJudged(by) ? verdictNotes(query, selection, rows) : []),
    ...(isJudged(by) ? fadedNotes(query, selection, by, rows) : []),
    ...teamNotes(query.taxonomy, mentions.flatMap(teamsOfGap)),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}
