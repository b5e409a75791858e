import { isoDate } from "../../core/calendar.ts";
import { counted } from "../../core/counted.ts";
import { minutesText } from "../../core/minutes-text.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { incidentsWithoutNeeded, mostForFall } from "../../statistics/detect-effects.ts";
import type { Query } from "../define.ts";
import type { Verdict } from "../gaps/verdict.ts";
import { changeWord } from "../shared/change-columns.ts";
import { LEVEL } from "../shared/share-change.ts";
import type { PlanItem } from "./rows.ts";

const MS_PER_DAY = 86_400_000;

/** How far ahead a plan without a beginning of its window looks. */
const DEFAULT_DAYS = 182;

/** How wide what is done should reach, by the verdict on the gap. */
const SCOPES: Readonly<Record<Verdict, string>> = {
  systemic: "a programme for all teams",
  emerging: "act now, before it spreads",
  recurring: "a session with the teams concerned",
  local: "coaching in the team",
  unknown: "find out which team first",
  "too few": "watch",
};

/** The name of the skill, as the taxonomy has it. */
export function nameOf({ competency, id }: Pick<PlanItem, "competency" | "id">): string {
  return competency?.name ?? id;
}

/** How wide what is done should reach. */
export function scopeOf({ gap }: PlanItem): string {
  const kind = gap.judgement?.kind ?? "too few";
  return SCOPES[kind !== "too few" && gap.teamCount === 0 ? "unknown" : kind];
}

/** How often learning closes the gap, by its kinds; null where the taxonomy does not say. */
function closedByTraining({ gap }: PlanItem, { kinds }: Taxonomy) {
  const told = gap.kinds.flatMap(({ kind, incidents }) => {
    const training = kinds.find(({ id }) => id === kind)?.training;
    return training === undefined ? [] : [{ training, incidents }];
  });
  const of = (some: typeof told) => some.reduce((sum, { incidents }) => sum + incidents, 0);
  const [part, all] = [of(told.filter(({ training }) => training)), of(told)];
  return all === 0 ? null : { part, of: all };
}

/** Whether learning closes the gap, in words: yes, no, in part; null where the taxonomy does not say. */
export function trainingText(item: PlanItem, taxonomy: Taxonomy): string | null {
  const closed = closedByTraining(item, taxonomy);
  if (closed === null) return null;
  const { part, of } = closed;
  if (part === of) return "yes";
  return part === 0 ? "no" : `partly, ${part} of ${of}`;
}

/** The hours of its resources, added up; null where there are none, or learning does not close the gap. */
export function resourceHours(item: PlanItem, taxonomy: Taxonomy): number | null {
  const { resources } = item;
  if (resources.length === 0 || closedByTraining(item, taxonomy)?.part === 0) return null;
  return resources.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
}

/** Up to two sentences of different incidents, the latest first. */
export function evidenceOf({ mentions }: PlanItem): readonly string[] {
  const latest = mentions.toSorted(
    (a, b) =>
      (b.incident.milestones.started?.value ?? 0) - (a.incident.milestones.started?.value ?? 0),
  );
  const sentences = new Map(
    latest
      .flatMap(({ incident, gap }) =>
        gap.evidence === null ? [] : [[incident, gap.evidence.value] as const],
      )
      .toReversed(),
  );
  return [...sentences.values()].toReversed().slice(0, 2);
}

/** How the share changed, in a word. */
export function trendOf({ gap }: PlanItem): string | null {
  return gap.change && (changeWord(gap.change, "always") ?? null);
}

/** Minutes with their direction, in words: `9 min less`. */
function moreOrLess(minutes: number): string {
  return `${minutesText(Math.abs(minutes))} ${minutes < 0 ? "less" : "more"}`;
}

/** What it costs, in one sentence that says what it is not; a figure only where chance does not explain it. */
export function costText({ cost }: Pick<PlanItem, "cost">): string | null {
  const { minutes, low, high, of, perYear, within, leftOut } = cost;
  if (minutes === null) return null;
  if (low === null || high === null) {
    return `cannot tell: only ${counted(of, "incident")} with it can be compared`;
  }
  const than = `to diagnose per incident than others of the same ${within ?? ""}`;
  const without = leftOut > 0 ? `, ${leftOut} without a match` : "";
  if (low <= 0 && high >= 0) {
    return `cannot tell: from ${moreOrLess(low)} to ${moreOrLess(high)} ${than} (n ${of}${without})`;
  }
  const interval = `${minutesText(low)} to ${minutesText(high)}`;
  const yearly = minutesText(Math.abs(minutes * perYear));
  return `${moreOrLess(minutes)} ${than} (${interval}; n ${of}${without}), ${yearly} a year; association, not proof`;
}

/** The teams that it is for, with their sizes where the taxonomy has them. */
export function audienceOf({ gap }: PlanItem, { teams }: Taxonomy): readonly string[] {
  return gap.teams.map((name) => {
    const size = teams.find(({ id }) => id === name)?.size ?? null;
    return size === null ? name : `${name} (${size})`;
  });
}

/** People in these teams, as far as the sizes are known; null where none is. */
export function headCount({ gap }: PlanItem, { teams }: Taxonomy): number | null {
  const sizes = gap.teams.flatMap((name) => teams.find(({ id }) => id === name)?.size ?? []);
  return sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : null;
}

function lengthOf({ window: { since, until } }: Query): number {
  return since === null ? DEFAULT_DAYS * MS_PER_DAY : until - since;
}

/** The day on which a plan will be judged: as long after the window as the window is. */
export function judgedOn(query: Query): string {
  return isoDate(query.window.until + lengthOf(query), query.timeZone);
}

/** What has to be seen until then for anybody to say that it worked. */
export function measureOf({ gap }: PlanItem, years: number, query: Query): string {
  const yearsAhead = lengthOf(query) / (365.25 * MS_PER_DAY);
  const expected = years > 0 ? Math.round(((gap.of ?? 0) / years) * yearsAhead) : 0;
  const before = { count: gap.incidents, of: gap.of ?? 0 };
  const now = `now ${gap.incidents} of ${gap.of ?? 0}`;
  const most = mostForFall(before, expected, LEVEL);
  const day = judgedOn(query);
  if (most !== null) {
    const next = `the next ${counted(expected, "incident")}`;
    return `missing in ${most === 0 ? "none" : `at most ${most}`} of ${next}, by ${day} (${now})`;
  }
  const needed = incidentsWithoutNeeded(before, { level: 2 * LEVEL, most: 500 });
  const takes = needed === null ? "" : `, ${needed} without it needed`;
  return `cannot be shown by ${day}: ${counted(expected, "incident")} expected${takes} (${now})`;
}
