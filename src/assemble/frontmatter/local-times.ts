import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { AssembleContext } from "../context.ts";
import { resolveZone, zoneFit } from "../written/zones.ts";

/** A time of the frontmatter that is written without an offset, or with the name of a zone. */
export interface LocalTime {
  readonly path: DataPath;
  readonly written: string;
  /** As written with it; null where it has none. */
  readonly zone: string | null;
}

const NAMED_ZONE =
  /^(\d{4}-\d{2}-\d{2})[T ]\s*(\d{2}:\d{2}(?::\d{2})?)\s*([A-Za-z][A-Za-z/_]*(?:[+-]\d{1,2})?)$/;

/** Parts a time that ends with the name of a zone, `2026-03-14 02:15 CET`; null for any other. */
export function splitNamedZone(
  written: string,
): { readonly local: string; readonly zone: string } | null {
  const [, date, time, zone] = NAMED_ZONE.exec(written.trim()) ?? [];
  if (date === undefined || time === undefined || zone === undefined) return null;
  return { local: `${date}T${time}`, zone };
}

/** A local time of a zone; null where the zone has no such time, or has it twice. */
function zonedTime(local: string, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    const plain = Temporal.PlainDateTime.from(local);
    return plain.toZonedDateTime(timeZone, { disambiguation: "reject" });
  } catch {
    return null;
  }
}

/** Whether a zone has a local time twice or never, as clocks go back or forward; else null. */
export function clockChangeAt(local: string, timeZone: string): "twice" | "never" | null {
  try {
    const plain = Temporal.PlainDateTime.from(local);
    const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
      plain.toZonedDateTime(timeZone, { disambiguation }),
    );
    if (!earlier || !later || earlier.equals(later)) return null;
    return earlier.toPlainDateTime().equals(plain) ? "twice" : "never";
  } catch {
    return null;
  }
}

/** An instant with its offset, to the second: `2026-03-14T02:15:00+01:00`, or `…Z`. */
export function withOffset(time: Temporal.ZonedDateTime): string {
  return time.toString({ timeZoneName: "never", smallestUnit: "second" }).replace(/\+00:00$/, "Z");
}

/**
 * What is wrong with times that state no offset, mended where the document names their zone; where none is
 * named, the zone in which they are read is probably meant.
 * @param isRefuted whether the rest of the document refutes that a time means an instant.
 */
export function offsetProblems(
  times: readonly LocalTime[],
  documentZone: string | null,
  located: LocatedData,
  { vocabulary, timeZone }: AssembleContext,
  isRefuted: (time: LocalTime, local: string, at: EpochMs) => boolean,
): readonly Problem[] {
  return times.map((one): Problem => {
    const { path, written, zone } = one;
    const named = zone ?? documentZone;
    const resolved = named === null ? null : resolveZone(named, vocabulary.zones);
    const local = splitNamedZone(written)?.local ?? written.trim();
    const read = resolved === null ? null : zonedTime(local, resolved);
    const refuted = zone === null && read !== null && isRefuted(one, local, read.epochMilliseconds);
    const time = refuted ? null : read;
    // A label of the other half of the year leaves open which of the two is meant.
    const isAmbiguous = named !== null && vocabulary.ambiguous_zones.includes(named);
    const isSure =
      !isAmbiguous &&
      named !== null &&
      time !== null &&
      zoneFit(named, vocabulary.zones, time.epochMilliseconds) === "literal";
    const edit = isSure ? located.replaceText(path, withOffset(time)) : null;
    const assumed = named === null ? zonedTime(local, timeZone) : null;
    const probable = assumed && located.replaceText(path, withOffset(assumed));
    return {
      kind: "local-time",
      written,
      hasZoneName: zone !== null,
      zone: named,
      expected: time && withOffset(time),
      isSure,
      isAmbiguous,
      isRefuted: refuted,
      readIn: timeZone,
      clockChange: clockChangeAt(local, resolved ?? timeZone),
      range: located.valueRange(path),
      ...(edit ? { fix: [edit] } : {}),
      ...(probable ? { unsafeFix: [probable] } : {}),
    };
  });
}
