import { compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import type { Query } from "../define.ts";
import { changeWord, NEW } from "../shared/change-columns.ts";
import { comparedNotes } from "../shared/compared.ts";
import { eachOf } from "../shared/grouping.ts";
import {
  durationNotes,
  priorName,
  smallCountNotes,
  undatedNotes,
  windowNote,
} from "../shared/notes.ts";
import { isRare, proposed } from "../shared/proposals.ts";
import type { Selection } from "../shared/selection.ts";
import { teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import type { GapDimension } from "./groups.ts";
import { isOfSomeTeams, type JudgedGroup } from "./judged.ts";
import type { GapData } from "./mentions.ts";
import { isOneTeam, isWithheld } from "./over-time.ts";
import { canCompare, type GapRow, isJudged, isTime } from "./rows.ts";
import { OVER_TIME_MEANING, verdictMeanings } from "./verdict-meanings.ts";

const NEW_HEAD = capitalised(NEW);

function withoutGapNotes(query: Query, incidents: readonly Postmortem[]): readonly string[] {
  const without = incidents.filter(({ gaps }) => gaps.length === 0);
  if (without.length === 0) return [];
  const drafts = without.filter(({ status }) => status?.value === "draft").length;
  const draftsText =
    drafts === 0 ? "" : `, ${drafts} of these ${verb(drafts, "a draft", "drafts")}`;
  const carry = verb(without.length, "carries", "carry");
  const way = isRare(incidents, "gap") ? `: ${proposed(query, without, "gap")}` : "";
  return [
    `${without.length} of ${counted(incidents.length, "incident")} ${carry} no gap${draftsText}${way}.`,
  ];
}

function overlapNotes(
  rows: readonly GapRow[],
  incidents: readonly Postmortem[],
): readonly string[] {
  const listed = rows.reduce((sum, row) => sum + row.incidents, 0);
  if (listed <= incidents.length) return [];
  return ["An incident can appear in several rows, so columns may not sum to the total."];
}

/** The rule of verdicts in full, with its figures. */
function ruleNote({ thresholds }: Query): string {
  const { systemic, recurring, local } = verdictMeanings(thresholds);
  return [systemic, recurring, local].join(" ");
}

function emergingNote(query: Query, selection: Selection): string {
  const prior = priorName(query);
  if (canCompare(selection)) return verdictMeanings(query.thresholds, prior).emerging;
  return selection.priorBase === null
    ? "Emerging cannot be said without a prior window."
    : `Emerging cannot be said, as ${prior} holds no incident.`;
}

/** Of which incidents verdicts are, where a filter counts those of some teams or services. */
export function wholeNotes(query: Query): readonly string[] {
  if (!isOfSomeTeams(query)) return [];
  return [
    "Verdicts rest on the incidents of all teams and services in the window, not only on those selected.",
  ];
}

function verdictNotes({ query, selection }: GapData, rows: readonly GapRow[]): readonly string[] {
  const emerging = [emergingNote(query, selection), ...wholeNotes(query)].join(" ");
  if (isOneTeam(query)) {
    const isHidden = isWithheld(query);
    const none = isHidden
      ? "No team is shown"
      : "No incident names a team or a service with an owner";
    const when = `${none}, so verdicts say when a gap was seen, not where. ${OVER_TIME_MEANING} Too few: 1 incident. ${emerging}`;
    if (isHidden) return [when];
    return [
      when,
      "To see where: write `services: [NAME]` and `teams: [NAME]` in the frontmatter, and list services with their owners in taxonomy.yaml.",
    ];
  }
  const isUnknown = rows.some(({ judgement }) => judgement?.kind === "unknown");
  const unknown = isUnknown ? ` ${verdictMeanings(query.thresholds).unknown}` : "";
  return [`${ruleNote(query)}${unknown} Too few: 1 incident. ${emerging}`];
}

/** What the line of a domain says beside those of its competencies, and why it may have no verdict. */
function domainNotes(rows: readonly GapRow[]): readonly string[] {
  if (!rows.some(({ level }) => level === 1)) return [];
  const isRepeated = rows.some(({ level, domain, judgement }, at) => {
    return level === 0 && domain !== null && judgement === null && rows[at + 1]?.level === 1;
  });
  const repeated = isRepeated ? "; if only one was missing, the verdict is in its row" : "";
  return [`A domain's row, and its verdict, combine its competencies${repeated}.`];
}

/** The gaps that only this window has: a list that claims nothing. */
function newNotes({ taxonomy }: Query, rows: readonly GapRow[]): readonly string[] {
  const names = rows
    .filter(({ change }) => change && changeWord(change, "quiet") === NEW)
    .filter(({ level, domain }) => level === 1 || domain === null)
    .map(({ group, incidents }) => `${competencyName(taxonomy, group)} (${incidents})`);
  if (names.length === 0) return [];
  return [`${NEW_HEAD}, which chance may explain: ${names.join(", ")}.`];
}

/** The gaps that the prior window had and this one does not, which chance alone may explain. */
function fadedNotes(query: Query, judged: ReadonlyMap<string, JudgedGroup>): readonly string[] {
  const faded = [...judged.values()]
    .filter(({ group, priorIncidents }) => group.mentions.length === 0 && priorIncidents !== null)
    .filter(({ group }) => group.name !== UNKNOWN && (group.level === 1 || group.domain === null))
    .toSorted(
      (a, b) =>
        (b.priorIncidents ?? 0) - (a.priorIncidents ?? 0) ||
        compareText(a.group.name, b.group.name),
    );
  if (faded.length === 0) return [];
  const names = faded.map(({ group, priorIncidents, change }) => {
    const falling = change?.direction === "falling" ? ", falling" : "";
    return `${competencyName(query.taxonomy, group.name)} (${priorIncidents ?? 0}${falling})`;
  });
  return [`Seen in ${priorName(query)} and not in this one: ${names.join(", ")}.`];
}

function shareNotes({ filters }: Query, selection: Selection): readonly string[] {
  const { teams, competencies, kinds } = filters;
  const whole = counted(selection.base.length, "incident");
  const notes: string[] = [];
  if (teams.length > 0) {
    notes.push(
      `Shares are of the ${whole} that ${verb(teams.length, "this team has", "these teams have")} to do with: as responder, as owner, or as the one that lacked a skill.`,
    );
  } else if (competencies.length > 0 || kinds.length > 0) {
    notes.push(`Shares are of all ${whole} in the window, with or without gaps.`);
  }
  return notes;
}

/** What the gaps report rests on, what it left out and by which rules it judged. */
export function gapNotes(
  data: GapData,
  by: GapDimension,
  rows: readonly GapRow[],
  judged: ReadonlyMap<string, JudgedGroup>,
): readonly string[] {
  const { query, selection, mentions } = data;
  const hasVerdicts = isJudged(by) && rows.length > 0 && judged.size > 0;
  const withGaps = selection.incidents.filter(({ gaps }) => gaps.length > 0);
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...withoutGapNotes(query, selection.base),
    ...shareNotes(query, selection),
    ...(isTime(by) && rows.length > 0 ? [`Share: of the incidents of the ${by}.`] : []),
    ...overlapNotes(rows, withGaps),
    ...durationNotes(selection.incidents, "diagnose"),
    ...(hasVerdicts ? [...verdictNotes(data, rows), ...domainNotes(rows)] : []),
    ...comparedNotes(
      query,
      selection,
      [...judged.values()].map(({ change }) => change),
    ),
    ...(isJudged(by) ? [...newNotes(query, rows), ...fadedNotes(query, judged)] : []),
    ...teamNotes(
      query.taxonomy,
      eachOf(mentions, ({ lacking }) => lacking),
    ),
    ...smallCountNotes(selection.incidents.length, query),
  ];
}
