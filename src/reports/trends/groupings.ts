import { type Fact, type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import type { Term } from "../../core/taxonomy.ts";
import { type LocalTime, localTime } from "../../core/time/local-time.ts";
import type { Query } from "../define.ts";
import { NOT_STATED } from "../shared/grouping.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { exactStart, startOf } from "./span.ts";

/** A way to put incidents into groups. */
export interface Grouping {
  readonly name: string;
  /** The groups of an incident: several where it has several, and one that says so where nobody knows. */
  readonly groupsOf: (incident: Postmortem) => readonly string[];
  /** The order of the groups; absent for the most frequent first. */
  readonly order?: readonly string[] | "name";
}

/** How the column of groups is to be understood, where rows are of several sorts of groups. */
export const GROUP_MEANING = "The service, trigger, hour, … that the row is about.";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const INSIDE = "in working hours";
const OUTSIDE = "outside";

/** Fewer responders than this are not distinguished: they could be recognised. */
const RESPONDERS = ["0 to 4", "5 to 9", "10 and more"] as const;

function labels(facts: readonly (Fact<string> | null)[], terms: readonly Term[]) {
  const names = facts.flatMap((fact) => (fact ? [listedLabel(terms, fact.value)] : []));
  return names.length > 0 ? names : [NOT_STATED];
}

function plain(fact: Fact<string> | null | undefined): readonly string[] {
  return [fact?.value ?? NOT_STATED];
}

/** How many of something, with the large numbers together; none says nothing. */
function howMany(count: number, noun: string): readonly string[] {
  if (count === 0) return [NOT_STATED];
  if (count > 3) return [`4 and more ${noun}s`];
  return [`${count} ${noun}${count === 1 ? "" : "s"}`];
}

function knownCount(facts: readonly Fact<string>[]): number {
  return new Set(facts.map(({ value }) => value).filter((value) => value !== UNKNOWN)).size;
}

function responderBand({ conditions }: Postmortem): readonly string[] {
  const count = conditions?.responders?.value;
  if (count === undefined) return [NOT_STATED];
  const [few, some, many] = RESPONDERS;
  return [count < 5 ? few : count < 10 ? some : many];
}

/** By the services that failed. */
export function serviceGroupings({ taxonomy }: Query): readonly Grouping[] {
  return [
    {
      name: "service",
      groupsOf: ({ services }) => labels(services, taxonomy.services),
      order: "name",
    },
  ];
}

/** By what set incidents off, why they could happen, and who noticed. */
export function originGroupings({ taxonomy }: Query): readonly Grouping[] {
  const { triggers, causes, detectionSources } = taxonomy;
  return [
    { name: "trigger", groupsOf: ({ trigger }) => labels([trigger], triggers) },
    { name: "cause", groupsOf: (incident) => labels(incident.causes, causes) },
    { name: "detected by", groupsOf: ({ detectedBy }) => labels([detectedBy], detectionSources) },
  ];
}

/** What clocks showed when an incident started; null where only the day is known. */
export function clockAtStart(incident: Postmortem, timeZone: string): LocalTime | null {
  const at = exactStart(incident);
  return at === null ? null : localTime(at, timeZone);
}

/** By the clock: working hours where they are configured, weekdays and hours. */
export function clockGroupings({ timeZone, workingHours }: Query): readonly Grouping[] {
  const weekday = (incident: Postmortem) => {
    return [WEEKDAYS[localTime(startOf(incident), timeZone).weekday - 1] ?? NOT_STATED];
  };
  const hour = (incident: Postmortem) => {
    const at = clockAtStart(incident, timeZone);
    return [at ? `${String(Math.floor(at.minute / 60)).padStart(2, "0")}:00` : NOT_STATED];
  };
  const atWork = (incident: Postmortem) => {
    const at = clockAtStart(incident, timeZone);
    if (!at || !workingHours) return [NOT_STATED];
    const { days, from, until } = workingHours;
    const isInside = days.includes(at.weekday) && at.minute >= from && at.minute < until;
    return [isInside ? INSIDE : OUTSIDE];
  };
  return [
    ...(workingHours
      ? [{ name: "working hours", groupsOf: atWork, order: [INSIDE, OUTSIDE] } as const]
      : []),
    { name: "weekday", groupsOf: weekday, order: WEEKDAYS },
    { name: "hour", groupsOf: hour, order: "name" },
  ];
}

/** By how many teams, services and people an incident took. */
export function involvementGroupings(): readonly Grouping[] {
  return [
    {
      name: "teams",
      groupsOf: ({ teams }) => howMany(knownCount(teams), "team"),
      order: "name",
    },
    {
      name: "services",
      groupsOf: ({ services }) => howMany(knownCount(services), "service"),
      order: "name",
    },
    { name: "responders", groupsOf: responderBand, order: RESPONDERS },
  ];
}

/** By the conditions under which people worked. */
export function conditionGroupings(): readonly Grouping[] {
  return [
    {
      name: "familiarity",
      groupsOf: ({ conditions }) => plain(conditions?.familiarity),
      order: ["low", "mixed", "high"],
    },
    {
      name: "staffing",
      groupsOf: ({ conditions }) => plain(conditions?.staffing),
      order: ["thin", "normal", "full"],
    },
    {
      name: "fatigue",
      groupsOf: ({ conditions }) => plain(conditions?.fatigue),
      order: ["high", "moderate", "low"],
    },
  ];
}
