import { isoDate, isoInstant } from "../core/calendar.ts";
import type { Fact, Problem } from "../core/postmortem.ts";
import { MILESTONES } from "../core/postmortem.ts";
import type { ReadableKey } from "../core/readable-keys.ts";
import type { AssembleContext } from "./context.ts";
import type { KeyedFacts, Rival } from "./foreign-keys.ts";

/** Some write seconds, some leave them out. */
const TOLERANCE_MS = 60_000;

/** The facts that count for a key; a title and the day of a document are none to agree on. */
function countedFacts(key: ReadableKey, facts: KeyedFacts): readonly Fact<unknown>[] {
  const { status, severity, published, detectedBy, trigger, services, teams, causes } = facts;
  const byKey: Partial<Record<ReadableKey, readonly (Fact<unknown> | null)[]>> = {
    ...{ status: [status], severity: [severity], published: [published], trigger: [trigger] },
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

/** Where a key of others says something else than the key that counts. */
export function foreignContradictions(
  rivals: readonly Rival[],
  facts: KeyedFacts,
  { timeZone }: AssembleContext,
): readonly Problem[] {
  return rivals.flatMap(({ key, name, fact }): readonly Problem[] => {
    const counted = countedFacts(key, facts);
    const [first] = counted;
    if (!first || counted.some(({ value }) => agree(value, fact.value, key, timeZone))) return [];
    const said = counted.map(({ value }) => shown(value, key, timeZone)).join(", ");
    const other = `\`${key}\` says \`${said}\` (line ${first.source.range.start.line})`;
    const written = shown(fact.value, key, timeZone);
    return [
      {
        ruleId: "fact-contradiction",
        message: `Unexpected \`${written}\` for \`${name}\`: ${other}`,
        hint: `State each fact once; \`${key}\` counts.`,
        range: fact.source.range,
      },
    ];
  });
}
