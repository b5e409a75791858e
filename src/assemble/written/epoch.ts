import { Temporal } from "temporal-polyfill";

/** Seconds or milliseconds since 1970, from 2001 on, at the beginning of a text. */
const EPOCH = /^(1\d{9})(\d{3})?(?!\d)/;

/** A text whose time since 1970, as programs print it, is written out: "2026-08-03 08:00:00Z". */
export function withEpoch(text: string): string {
  const [written = "", seconds, more = "000"] = EPOCH.exec(text) ?? [];
  if (seconds === undefined) return text;
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(seconds + more));
  return `${instant.toString({ smallestUnit: "second" }).replace("T", " ")}${text.slice(written.length)}`;
}
