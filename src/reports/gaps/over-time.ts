import { counted } from "../../core/counted.ts";
import { isoMonth, isoQuarter } from "../../core/time/calendar.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { Query } from "../define.ts";
import { startsOf } from "../shared/empty-window.ts";
import { teamsInvolved } from "../shared/lacking.ts";
import { incidentsOf } from "../shared/mentions.ts";
import type { Selection } from "../shared/selection.ts";
import { type GapData, type GapMention } from "./mentions.ts";
import type { Judgement } from "./verdict.ts";

interface Unit {
  readonly name: string;
  readonly of: (ms: number, timeZone: string) => string;
}

const YEAR: Unit = { name: "year", of: (ms, zone) => isoMonth(ms, zone).slice(0, 4) };
const QUARTER: Unit = { name: "quarter", of: isoQuarter };
const MONTH: Unit = { name: "month", of: isoMonth };

/** The years, quarters or months that a gap can be seen in. */
export interface Timescale {
  readonly unit: Unit;
  /** Those that hold an incident, with a gap or without. */
  readonly units: ReadonlySet<string>;
  /** From when to when it holds incidents, in words. */
  readonly span: string;
}

/** Whether teams are left out, as all together are too few people. */
export function isWithheld({ postmortems }: Query): boolean {
  return postmortems.some((incident) => incident.isWithheld);
}

/** Whether no incident of the folder names a team, or a service whose owner is known. */
export function isOneTeam({ postmortems, taxonomy }: Query): boolean {
  return postmortems.every((incident) => teamsInvolved(taxonomy, incident).length === 0);
}

/** Years from two years on, months below half a year, else quarters. */
function unitFor(days: number): Unit {
  if (days > 2 * 365) return YEAR;
  return days > 183 ? QUARTER : MONTH;
}

/** The timescale of a selection's incidents. */
export function timescaleOf({ base }: Selection, { timeZone }: Query): Timescale {
  const starts = startsOf(base);
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  const unit = unitFor((last - first) / MS_PER_DAY);
  const units = new Set(starts.map((ms) => unit.of(ms, timeZone)));
  const [from, to] = [unit.of(first, timeZone), unit.of(last, timeZone)];
  return { unit, units, span: from === to ? `in ${from}` : `from ${from} to ${to}` };
}

function whenSeen(
  seen: ReadonlySet<string>,
  { unit, units }: Pick<Timescale, "unit" | "units">,
): string {
  if (seen.size === units.size) return `in each ${unit.name}`;
  const [only] = seen;
  if (only !== undefined && seen.size === 1) return `only in ${only}`;
  return `in ${seen.size} of ${counted(units.size, unit.name)}`;
}

/** Says when a gap was seen, where nobody says to whom it happened. */
export function judgeOverTime(
  mentions: readonly GapMention[],
  { query, selection }: GapData,
  { unit, units, span }: Timescale,
): Judgement {
  const incidents = incidentsOf(mentions);
  const seen = new Set(startsOf(incidents).map((ms) => unit.of(ms, query.timeZone)));
  const whole = counted(selection.base.length, "incident");
  const when = whenSeen(seen, { unit, units });
  const rule = `seen in ${incidents.length} of ${whole} ${span}, ${when}`;
  if (incidents.length < 2) return { kind: "too few", verdict: "too few", rule };
  return { kind: "recurring", verdict: when, rule };
}
