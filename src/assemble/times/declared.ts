import { inDoubt } from "../../core/document/fact.ts";
import type { EpochMs, Fact } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime } from "../written/times.ts";
import { type BodyTimesReading, factOf, instantOfTime, withZoneOf } from "./instants.ts";
import type { LabelledTime } from "./labelled-times.ts";

/** When an incident was declared, by a label: the latest that its detection can be, so in doubt. */
export function declaredIn(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Fact<EpochMs> | null {
  const { vocabulary, dateOrder = null } = context;
  for (const { label, value, rest, range, above } of labelled) {
    const isDeclared = vocabulary.declarations.includes(normalizeHeading(label));
    const start = isDeclared ? splitTimeHead(value, vocabulary) : null;
    if (!start || start.rest.length > rest) continue;
    const written = readWrittenTime(start.head, vocabulary, dateOrder);
    const time = withZoneOf({ label, above: [start.rest, ...above] }, written, context);
    const fact = factOf(instantOfTime(time, reading.day?.value ?? null, reading, context), range);
    if (fact) return inDoubt(fact);
  }
  return null;
}
