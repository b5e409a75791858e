import type { EpochMs, Milestone } from "../core/postmortem.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import { minutesText } from "../core/time/minutes-text.ts";
import type { EventKind, SourceEvent } from "./define.ts";
import type { Naming } from "./people.ts";

/** A value that the exports suggest, with how; a person decides. */
export interface Proposal {
  /** The key of the frontmatter. */
  readonly key:
    Milestone | "trigger" | "severity" | "services" | "teams" | "detected_by" | "escalations";
  readonly value: string;
  /** What it rests on, in words. */
  readonly how: string;
}

/** A change this long before the first alert may have set it off. */
const TRIGGER_WITHIN_MS = MS_PER_DAY;

/** An instant in UTC, to the second. */
export function instantText(at: EpochMs): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

function first(events: readonly SourceEvent[], kind: EventKind): SourceEvent | null {
  return events.find((event) => event.kind === kind) ?? null;
}

function last(events: readonly SourceEvent[], kind: EventKind): SourceEvent | null {
  return events.findLast((event) => event.kind === kind) ?? null;
}

/** The last change before the first alert, the candidate for the trigger. */
function candidateTrigger(events: readonly SourceEvent[], alert: SourceEvent | null) {
  if (alert === null) return null;
  return (
    events.findLast(
      // What happens in the second of the alert comes too late to have led to it.
      ({ kind, at }) => kind === "change" && at < alert.at && alert.at - at <= TRIGGER_WITHIN_MS,
    ) ?? null
  );
}

/** One milestone from the first of some events that there is. */
function milestone(
  key: Milestone,
  ...candidates: readonly (readonly [SourceEvent | null, string])[]
): readonly Proposal[] {
  for (const [event, how] of candidates) {
    if (event) return [{ key, value: instantText(event.at), how: `${how}, [${event.source}]` }];
  }
  return [];
}

/** Sources with an alert that still fired, by the last that they tell of it. */
function stillFiring(events: readonly SourceEvent[]): ReadonlySet<string> {
  const keyOf = ({ source, alert }: SourceEvent) => `${source} ${alert ?? ""}`;
  const ends = new Map<string, number>();
  for (const event of events) {
    if (event.kind !== "resolve") continue;
    ends.set(keyOf(event), Math.max(ends.get(keyOf(event)) ?? event.at, event.at));
  }
  const open = events.filter(
    (event) => event.isFiring === true && (ends.get(keyOf(event)) ?? -Infinity) < event.at,
  );
  return new Set(open.map(({ source }) => source));
}

/**
 * Milestones and trigger that the events suggest, in the order of time. What a tool states as a
 * milestone goes before what follows from alerts; a start is never taken from the first alert, and no end
 * from one alert while another of its tool fires.
 * @param events in the order of time.
 * @param everything all events, also those that say the same as others.
 */
export function proposeMilestones(
  events: readonly SourceEvent[],
  everything: readonly SourceEvent[] = events,
): readonly Proposal[] {
  const firing = stillFiring(everything);
  const ends = events.filter(({ source }) => !firing.has(source));
  const alert = first(events, "alert");
  const trigger = candidateTrigger(events, alert ?? first(events, "detect"));
  const lead = trigger && alert ? minutesText((alert.at - trigger.at) / MS_PER_MINUTE) : "";
  const asTrigger = `last change, ${lead} before the first alert: candidate trigger`;
  return [
    ...milestone("started", [first(events, "start"), "stated start"], [trigger, asTrigger]),
    ...milestone("detected", [first(events, "detect"), "stated"], [alert, "first alert"]),
    ...milestone("acknowledged", [first(events, "acknowledge"), "first acknowledgement"]),
    ...milestone("diagnosed", [first(events, "diagnose"), "stated as identified"]),
    ...milestone("mitigated", [last(events, "mitigate"), "stated as mitigated"]),
    ...milestone("resolved", [last(ends, "resolve"), "last resolution"]),
    ...(trigger
      ? [
          {
            key: "trigger" as const,
            value: `the change at ${instantText(trigger.at)}`,
            how: `the last before the first alert, [${trigger.source}]`,
          },
        ]
      : []),
    ...(alert && first(events, "detect") === null
      ? [
          {
            key: "detected_by" as const,
            value: "alert",
            how: `nothing before the alert at ${instantText(alert.at)}, [${alert.source}]`,
          },
        ]
      : []),
  ];
}

/**
 * Hand-overs to teams that are known, for a person to say from whom and why.
 * @param events in the order of time.
 */
export function proposeEscalations(
  events: readonly SourceEvent[],
  { teamOf }: Pick<Naming, "teamOf">,
): readonly Proposal[] {
  const found = events
    .filter(({ kind }) => kind === "escalate")
    .flatMap(({ at, to = [], source }) => {
      const teams = new Set(to.flatMap((actor) => teamOf(actor) ?? []));
      return [...teams].map((team) => ({
        text: `{ at: ${instantText(at)}, to: ${team} }`,
        source,
      }));
    });
  if (found.length === 0) return [];
  const value = `- ${found.map(({ text }) => text).join(", - ")}`;
  const how = [...new Set(found.map(({ source }) => `[${source}]`))].join(" ");
  return [{ key: "escalations", value, how: `from ${how}` }];
}
