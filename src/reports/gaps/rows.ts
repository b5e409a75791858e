import { compareBy, compareText } from "../../core/compare.ts";
import { memo } from "../../core/memo.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { isHiddenGroup } from "../../core/settings/stand-in-names.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { phaseMinutes } from "../../core/time/durations.ts";
import type { Query } from "../define.ts";
import { eachOf, knownTexts, NOT_STATED, uniqueTexts } from "../shared/grouping.ts";
import { incidentsOf } from "../shared/mentions.ts";
import type { Selection } from "../shared/selection.ts";
import type { ShareChange } from "../shared/share-change.ts";
import { teamLabels } from "../shared/team-label.ts";
import { type GapDimension, type GapGroup, groupKey, knownBase, timeOf } from "./groups.ts";
import type { JudgedGroup } from "./judged.ts";
import { type KindCount, kindCounts } from "./kinds.ts";
import type { GapData, GapMention } from "./mentions.ts";
import { type Judgement, VERDICTS } from "./verdict.ts";

/** One row of the gaps report, before it is cut into columns. */
export interface GapRow extends Omit<GapGroup, "name"> {
  readonly group: string;
  readonly incidents: number;
  /** Those of them in which somebody confirmed such a gap. */
  readonly confirmedIncidents: number;
  /**
   * The incidents that the share is of: all of the window of which it is known, or of the row's month or
   * quarter; null for the row of what nobody knows.
   */
  readonly of: number | null;
  readonly teams: readonly string[];
  /** How many teams that is, as written: a label may stand for several. */
  readonly teamCount: number;
  readonly services: readonly string[];
  readonly kinds: readonly KindCount[];
  readonly competencies: readonly string[];
  /** The teams that were asked for it. */
  readonly askedOf: readonly string[];
  readonly totalMinutes: number | null;
  /** Minutes to diagnose its incidents, of those that know it. */
  readonly minutes: readonly number[];
  /** Null where there is nothing to compare with. */
  readonly priorIncidents: number | null;
  /** Null where there is nothing to compare with. */
  readonly change: ShareChange | null;
  /** Null where the dimension, or the group, is nothing to judge. */
  readonly judgement: Judgement | null;
  readonly lastSeen: string | null;
}

/** Whether a dimension is about time, so that its rows are in order and cannot be compared. */
export function isTime(by: GapDimension): by is "month" | "quarter" {
  return by === "month" || by === "quarter";
}

/** The dimensions that are about what is missing, so that a verdict makes sense. */
export function isJudged(by: GapDimension): boolean {
  return by === "competency" || by === "domain";
}

/** Whether the prior window can show that a gap was absent: an empty one cannot. */
export function canCompare({ priorBase }: Selection): boolean {
  return priorBase !== null && priorBase.length > 0;
}

function lastStart(incidents: readonly Postmortem[]): number | null {
  let last: number | null = null;
  for (const { milestones } of incidents) {
    const started = milestones.started?.value ?? null;
    if (started !== null && (last === null || started > last)) last = started;
  }
  return last;
}

/** The teams that lacked a skill, and those that were asked for it, as written. */
interface TeamsOfSkill {
  readonly lacking: Set<string>;
  readonly asked: Set<string>;
}

/** Who can teach: for each skill, the teams that were asked for it and did not lack it themselves. */
function teachersOf(skills: Iterable<TeamsOfSkill>, { taxonomy }: Query): readonly string[] {
  const teachers: string[] = [];
  for (const { lacking, asked } of skills) {
    // By their labels: teams under one name are not distinguished.
    const lacked = teamLabels(taxonomy, lacking);
    teachers.push(...teamLabels(taxonomy, asked).filter((team) => !lacked.includes(team)));
  }
  return uniqueTexts(teachers);
}

/** The teams of each skill that some gaps are about. */
function teamsBySkill(mentions: readonly GapMention[]): ReadonlyMap<string, TeamsOfSkill> {
  const skills = new Map<string, TeamsOfSkill>();
  for (const { gap, lacking, asked } of mentions) {
    const skill = gap.competency.value;
    const teams = skills.get(skill) ?? { lacking: new Set(), asked: new Set() };
    skills.set(skill, teams);
    for (const team of lacking) teams.lacking.add(team);
    for (const team of asked) teams.asked.add(team);
  }
  return skills;
}

/** The services of some incidents, each once. */
function servicesOf(incidents: readonly Postmortem[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { services } of incidents) for (const { value } of services) names.add(value);
  return names;
}

/** What a row says of its gaps, whatever it is called. */
const countsOf = memo((mentions: readonly GapMention[], query: Query) => {
  const incidents = incidentsOf(mentions);
  const skills = teamsBySkill(mentions);
  const lacking = knownTexts(eachOf([...skills.values()], (teams) => teams.lacking));
  return {
    teams: teamLabels(query.taxonomy, lacking),
    teamCount: lacking.length,
    services: knownTexts(servicesOf(incidents)),
    kinds: kindCounts(mentions),
    competencies: knownTexts(skills.keys()),
    askedOf: teachersOf(skills.values(), query),
    confirmedIncidents: confirmedIn(mentions),
  };
});

const minutesOf = memo((incidents: readonly Postmortem[]) => phaseMinutes(incidents, "diagnose"));

/** What a group's incidents and gaps touch, and how long diagnosing took in them. */
function describeGroup(
  { name, mentions }: GapGroup,
  incidents: readonly Postmortem[],
  query: Query,
) {
  const minutes = isHiddenGroup(name) ? [] : minutesOf(incidents);
  const last = lastStart(incidents);
  return {
    ...countsOf(mentions, query),
    totalMinutes: minutes.length > 0 ? minutes.reduce((sum, value) => sum + value, 0) : null,
    minutes,
    lastSeen: last === null ? null : isoDate(last, query.timeZone),
  };
}

function confirmedIn(mentions: readonly GapMention[]): number {
  const isAll = mentions.every(({ gap }) => gap.confirmed);
  return incidentsOf(isAll ? mentions : mentions.filter(({ gap }) => gap.confirmed)).length;
}

/** Counts, for the name of a row, the incidents that its share is of. */
function baseCounter(
  by: GapDimension,
  { query, selection }: GapData,
): (name: string) => number | null {
  if (!isTime(by)) {
    const known = knownBase(selection.base, by, query).length;
    return (name) => (name === UNKNOWN ? null : known);
  }
  const counts = new Map<string, number>();
  for (const incident of selection.base) {
    const time = timeOf(incident, by, query);
    counts.set(time, (counts.get(time) ?? 0) + 1);
  }
  return (name) => (name === UNKNOWN ? null : (counts.get(name) ?? 0));
}

const rank = ({ judgement }: GapRow) => (judgement ? VERDICTS.indexOf(judgement.kind) : 0);

const mostFirst = compareBy<GapRow>(
  (a, b) => b.incidents - a.incidents,
  (a, b) => rank(a) - rank(b),
  (a, b) => compareText(a.group, b.group),
);

const byName = (a: GapRow, b: GapRow) => compareText(a.group, b.group);

/** Rows with the most incidents first, each domain followed by its competencies; times in order. */
function sorted(rows: readonly GapRow[], by: GapDimension): readonly GapRow[] {
  if (isTime(by)) return rows.toSorted(byName);
  const roots = rows.filter(({ level }) => level === 0).toSorted(mostFirst);
  return roots.flatMap((root) => [
    root,
    ...rows
      .filter(({ level, domain }) => level === 1 && domain === root.domain)
      .toSorted(mostFirst),
  ]);
}

/** Months and quarters of the window in which an incident started, but nothing was missing. */
function emptyTimes(groups: readonly GapGroup[], by: GapDimension, data: GapData) {
  if (!isTime(by)) return [];
  const named = new Set(groups.map(({ name }) => name));
  const times = new Set(data.selection.base.map((incident) => timeOf(incident, by, data.query)));
  return [...times]
    .filter((name) => !named.has(name))
    .map((name): GapGroup => ({ name, domain: null, level: 0, mentions: [] }));
}

/** Whether a group can be called anything: what nobody could name cannot. */
function canJudge({ name }: GapGroup): boolean {
  return name !== UNKNOWN && name !== NOT_STATED;
}

/** The groups of a selection's gaps as rows. */
export function gapRows(
  data: GapData,
  by: GapDimension,
  groups: readonly GapGroup[],
  judged: ReadonlyMap<string, JudgedGroup>,
): readonly GapRow[] {
  const baseOf = baseCounter(by, data);
  const rows = [...groups, ...emptyTimes(groups, by, data)].map((group): GapRow => {
    const found = judged.get(groupKey(group));
    const incidents = incidentsOf(group.mentions);
    return {
      group: group.name,
      domain: group.domain,
      level: group.level,
      mentions: group.mentions,
      incidents: incidents.length,
      of: baseOf(group.name),
      ...describeGroup(group, incidents, data.query),
      priorIncidents: found?.priorIncidents ?? null,
      change: found?.change ?? null,
      judgement: isJudged(by) && canJudge(group) ? (found?.judgement ?? null) : null,
    };
  });
  return sorted(rows, by);
}
