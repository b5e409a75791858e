import type { ReadableKey } from "../../core/document/readable-keys.ts";
import { type Fact, MILESTONES } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import { isoDate, isoInstant } from "../../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { AssembleContext } from "../context.ts";
import type { CompetingValue, KeyedFacts, ReadOtherToolsKey } from "./other-tools-keys.ts";

/** Some write seconds, some leave them out. */
const TOLERANCE_MS = MS_PER_MINUTE;

/** The facts that count for a key; the day of a document is none to agree on. */
function countedFacts(key: ReadableKey, facts: KeyedFacts): readonly Fact<unknown>[] {
  const { title, status, severity, published, detectedBy, trigger, services, teams, causes } =
    facts;
  const byKey: Partial<Record<ReadableKey, readonly (Fact<unknown> | null)[]>> = {
    ...{
      title: [title],
      status: [status],
      severity: [severity],
      published: [published],
      trigger: [trigger],
    },
    ...{ detected_by: [detectedBy], services, teams, causes },
  };
  const milestone = MILESTONES.find((name) => key === `times.${name}`);
  const counted = milestone ? [facts.milestones[milestone]] : (byKey[key] ?? []);
  return counted.filter((fact) => fact !== null);
}

/** A value as it is shown: a time to its minute, a name by its id. */
function shown(value: unknown, key: ReadableKey, timeZone: string): string {
  if (typeof value === "number") {
    return key === "published" ? isoDate(value, timeZone) : isoInstant(value);
  }
  const hasId = typeof value === "object" && value !== null && "id" in value;
  return String(hasId ? value.id : value);
}

function agree(one: unknown, other: unknown, key: ReadableKey, timeZone: string): boolean {
  const isTime = typeof one === "number" && typeof other === "number" && key !== "published";
  if (isTime) return Math.abs(one - other) < TOLERANCE_MS;
  return shown(one, key, timeZone) === shown(other, key, timeZone);
}

function isSaid(
  { key, fact }: CompetingValue,
  facts: KeyedFacts,
  { timeZone }: AssembleContext,
): boolean {
  return countedFacts(key, facts).some(({ value }) => agree(value, fact.value, key, timeZone));
}

/** The keys of others, marked where the key that counts says all that they say. */
export function withRepeated(
  keys: readonly ReadOtherToolsKey[],
  competing: readonly CompetingValue[],
  facts: KeyedFacts,
  context: AssembleContext,
): readonly ReadOtherToolsKey[] {
  return keys.map((one) => {
    const own = competing.filter(({ name }) => name === one.name);
    const isRepeated =
      own.length > 0 && own.every((value) => value.isWhole && isSaid(value, facts, context));
    return one.state === "stated" && isRepeated ? { ...one, state: "repeated" } : one;
  });
}

/** Where a key of others says something else than the key that counts. */
export function otherToolsContradictions(
  competing: readonly CompetingValue[],
  facts: KeyedFacts,
  context: AssembleContext,
): readonly Problem[] {
  const { timeZone } = context;
  return competing.flatMap((one): readonly Problem[] => {
    const { key, name, fact } = one;
    const counted = countedFacts(key, facts);
    const [first] = counted;
    // Another title is another wording, not another fact.
    if (!first || key === "title" || isSaid(one, facts, context)) return [];
    const said = counted.map(({ value }) => shown(value, key, timeZone)).join(", ");
    const { range } = fact.source;
    const other = { value: shown(fact.value, key, timeZone), range };
    const stated = { value: said, range: first.source.range };
    return [{ kind: "two-keys", key, stated, otherKey: name, other, range }];
  });
}
