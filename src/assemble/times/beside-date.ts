import type { EpochMs, Fact } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead } from "../written/time-head.ts";
import { readWrittenTime } from "../written/times.ts";
import { type BodyTimesReading, factOf, instantOfTime, withZoneOf } from "./instants.ts";
import type { LabelledTime } from "./labelled-times.ts";

/** The instant of a time of day under a label beside that of the date: "Date: 14 March 2026", "Time: 15:30 UTC". */
export function timeBesideDate(
  labelled: readonly LabelledTime[],
  reading: BodyTimesReading,
  context: AssembleContext,
): Fact<EpochMs> | null {
  const { vocabulary, dateOrder = null } = context;
  const { headings, spans, columns } = vocabulary;
  const nameOf = ({ label }: LabelledTime) => normalizeHeading(label);
  const isDated = labelled.some((one) => headings.date.includes(nameOf(one)));
  const timed = labelled.filter(
    (one) => spans.includes(nameOf(one)) && columns.time.includes(nameOf(one)),
  );
  const [only, ...more] = timed;
  const start = only && splitTimeHead(only.value, vocabulary);
  if (!isDated || !start || more.length > 0 || start.rest !== "") return null;
  const written = readWrittenTime(start.head, vocabulary, dateOrder);
  if (written.date !== null || written.counted !== null) return null;
  const time = withZoneOf(only, written, context);
  const near = reading.day?.value ?? null;
  const fact = factOf(instantOfTime(time, near, reading, context), only.range);
  return fact && { ...fact, source: { ...fact.source, how: "inferred" } };
}
