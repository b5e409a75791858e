import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../core/postmortem.ts";

/** What a written time says, each part only where it says it. */
export interface WrittenTime {
  readonly date: Temporal.PlainDate | null;
  readonly time: Temporal.PlainTime | null;
  /** As written: `UTC`, `CET`, `+02:00`, `Europe/Oslo`. */
  readonly zone: string | null;
  /** Written with `~`, "about" or the like. */
  readonly approximate: boolean;
}

const DATE = /\b(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const CLOCK =
  /(?<![\d:.-])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?![\d:])\s*([ap])?\.?(?:m\b)?\.?/i;
const HOUR_ONLY = /(?<![\d:.-])(\d{1,2})\s*([ap])\.?m\b\.?/i;
const OFFSET = /(?<=\d\s*)(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})\b/i;
const ZONE_NAME =
  /(?<![A-Za-z])([A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?|(?:UTC|GMT)[+-]\d{1,2}|[A-Z]{3,5}|Z)\b/;

function readDate(text: string): Temporal.PlainDate | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return null;
  }
}

function readClock(text: string): Temporal.PlainTime | null {
  const clock = CLOCK.exec(text);
  const found = clock ?? HOUR_ONLY.exec(text);
  if (!found) return null;
  const half = (clock ? found[4] : found[2])?.toLowerCase();
  const written = Number(found[1]);
  if (half && (written < 1 || written > 12)) return null;
  const hour = half ? (written % 12) + (half === "p" ? 12 : 0) : written;
  const minute = clock ? Number(found[2]) : 0;
  const second = clock ? Number(found[3] ?? 0) : 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return Temporal.PlainTime.from({ hour, minute, second });
}

/** The zone that a text names: an abbreviation of the list, an offset, or an IANA name. */
export function readZone(text: string, zones: Readonly<Record<string, string>>): string | null {
  const offset = OFFSET.exec(text);
  if (offset) return `${offset[1] ?? "+"}${offset[2] ?? "00"}:${offset[3] ?? "00"}`;
  for (const [name] of text.matchAll(new RegExp(ZONE_NAME, "g"))) {
    if (resolveZone(name, zones)) return name;
  }
  return null;
}

/** The Temporal zone id of a written zone; null where nobody knows it. */
export function resolveZone(
  written: string,
  zones: Readonly<Record<string, string>>,
): string | null {
  const known = Object.hasOwn(zones, written) ? zones[written] : undefined;
  if (known) return known;
  const shifted = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(written);
  if (shifted && (Number(shifted[2]) > 14 || Number(shifted[3] ?? 0) > 59)) return null;
  if (shifted)
    return `${shifted[1] ?? "+"}${(shifted[2] ?? "").padStart(2, "0")}:${shifted[3] ?? "00"}`;
  if (!written.includes("/")) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(written).timeZoneId;
  } catch {
    return null;
  }
}

/** Parts the two ends of `09:00-11:00`, which would else be a time with an offset. */
function withoutRange(text: string): string {
  return text.replace(/(?<=\d)\s*-\s*(?=\d{1,2}[:.]\d{2})/g, " – ");
}

/** Reads a time of a timeline; every part that the text does not have is null. */
export function readWrittenTime(
  text: string,
  zones: Readonly<Record<string, string>>,
): WrittenTime {
  const date = readDate(text);
  const rest = date ? text.replace(DATE, " ").replace(/^\s*T(?=\d)/, " ") : text;
  return {
    date,
    time: readClock(rest.replace(/^\s*T(?=\d)/, " ")),
    zone: readZone(/T\d/.test(text) ? rest : withoutRange(rest), zones),
    approximate: /~|≈|\b(?:about|around|approx\w*|circa|ca\.?)\b/i.test(text),
  };
}

/** The instant of a date and time in a zone that Temporal knows. */
export function instantOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
): EpochMs {
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

/** What an instant in the frontmatter says: with an offset, without one, or not readable. */
export type WrittenInstant =
  | { readonly kind: "instant"; readonly at: EpochMs }
  | { readonly kind: "no-offset"; readonly at: EpochMs }
  | { readonly kind: "unreadable" };

/** Reads an ISO date-time; one without an offset is read in the given zone. */
export function readInstant(text: string, timeZone: string): WrittenInstant {
  try {
    return { kind: "instant", at: Temporal.Instant.from(text.trim()).epochMilliseconds };
  } catch {
    try {
      const local = Temporal.PlainDateTime.from(text.trim().replace(/\s*Z$/, ""));
      const hasTime = /\d[T ]\d/.test(text);
      if (!hasTime) return { kind: "unreadable" };
      return { kind: "no-offset", at: local.toZonedDateTime(timeZone).epochMilliseconds };
    } catch {
      return { kind: "unreadable" };
    }
  }
}
