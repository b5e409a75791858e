import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { daysBetween } from "../../core/time/days.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { minutesText } from "../../core/time/minutes-text.ts";
import { incidentsForFall, mostForFall } from "../../statistics/detect-effects.ts";
import type { Query } from "../define.ts";
import { isOneTeam, isWithheld } from "../gaps/over-time.ts";
import type { Verdict } from "../gaps/verdict.ts";
import { changeWord } from "../shared/change-columns.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { LEVEL } from "../shared/share-change.ts";
import { isShownTeam } from "../shared/team-label.ts";
import type { PlanItem } from "./rows.ts";

/** How far ahead a plan without a beginning of its window looks. */
const DEFAULT_DAYS = 182;

const DAYS_PER_YEAR = 365.25;

/** So many incidents without a gap are the most that are tried. */
const MOST_WITHOUT = 500;

/** How wide what is done should reach, by the verdict on the gap. */
export const SCOPES: Readonly<Record<Verdict, string>> = {
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

/** For whom it is where the team is not shown: looking for it would lead to a person. */
const OPEN_TO_ALL = "open to everybody, as the team is not shown";

/** For whom it is where no document names a team. */
const ONE_TEAM = "the whole team, if these documents are of one; else name teams in them";

/** How wide what is done should reach. */
export function scopeOf({ gap }: PlanItem, query: Query): string {
  const { taxonomy } = query;
  const kind = gap.judgement?.kind ?? "too few";
  if (kind !== "too few" && isWithheld(query)) return OPEN_TO_ALL;
  if (kind !== "too few" && isOneTeam(query)) return ONE_TEAM;
  if (kind === "unknown" && gap.teams.some((team) => !isShownTeam(taxonomy, team))) {
    return OPEN_TO_ALL;
  }
  return SCOPES[kind !== "too few" && gap.teamCount === 0 ? "unknown" : kind];
}

/** In how many incidents learning closes the gap, of those that state its kind; null where the taxonomy does not say. */
function closedByTraining({ mentions }: PlanItem, { kinds }: Taxonomy) {
  const decided = mentions.flatMap(({ incident, gap }) => {
    const training = kinds.find(({ id }) => id === gap.kind?.value)?.training;
    return training === undefined ? [] : [{ incident, training }];
  });
  if (decided.length === 0) return null;
  const part = incidentsOf(decided.filter(({ training }) => training)).length;
  return {
    part,
    of: incidentsOf(decided).length,
    isAll: decided.every(({ training }) => training),
  };
}

/** Whether learning closes the gap, in words: yes, no, in part; null where the taxonomy does not say. */
export function trainingText(item: PlanItem, taxonomy: Taxonomy): string | null {
  const closed = closedByTraining(item, taxonomy);
  if (closed === null) return null;
  const { part, of, isAll } = closed;
  if (isAll) return "yes";
  if (part === 0) return "no";
  if (part < of) return `in part: training helps in ${part} of ${counted(of, "incident")}`;
  const incidents = of === 1 ? "1 incident" : `each of ${of} incidents`;
  return `in part: training covers part of it in ${incidents}`;
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
  const [least, most] = minutes < 0 ? [-high, -low] : [low, high];
  const interval = `${minutesText(least)} to ${minutesText(most)}`;
  const yearly = moreOrLess(minutes * perYear);
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

/** The day on which a plan will be judged, and how long that is after the window. */
export interface Judging {
  readonly day: string;
  readonly years: number;
}

/**
 * When a plan will be judged: on the day that was asked for, else as long after the window as the window is.
 * @throws {UsageError} where that day is in the window.
 */
export function judgingOf(
  { window: { since, until }, timeZone }: Query,
  asked: string | null,
): Judging {
  const end = isoDate(until, timeZone);
  if (asked !== null) {
    const days = daysBetween(end, asked);
    if (days > 0) return { day: asked, years: days / DAYS_PER_YEAR };
    throw new UsageError(`A plan cannot be judged on ${asked}: its window ends on ${end}`);
  }
  const length = since === null ? DEFAULT_DAYS * MS_PER_DAY : until - since;
  return {
    day: isoDate(until + length, timeZone),
    years: length / (DAYS_PER_YEAR * MS_PER_DAY),
  };
}

/** What has to be seen until then for anybody to say that it worked. */
export function measureOf(
  { gap }: Pick<PlanItem, "gap">,
  years: number,
  { day, years: yearsAhead }: Judging,
): string {
  const expected = years > 0 ? Math.round(((gap.of ?? 0) / years) * yearsAhead) : 0;
  const before = { count: gap.incidents, of: gap.of ?? 0 };
  const now = `now ${gap.incidents} of ${gap.of ?? 0}`;
  const most = mostForFall(before, expected, LEVEL);
  if (most !== null) {
    const next = `the next ${counted(expected, "incident")}`;
    return `missing in ${most === 0 ? "none" : `at most ${most}`} of ${next}, by ${day} (${now})`;
  }
  const needed = incidentsForFall(before, LEVEL, MOST_WITHOUT);
  const takes =
    needed === null
      ? `not even ${MOST_WITHOUT} in a row without it would show a fall`
      : `it takes ${needed} in a row without it to show a fall`;
  return `cannot be judged by ${day}: about ${counted(expected, "incident")} by then, but ${takes} (${now})`;
}
