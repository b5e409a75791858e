import { Temporal } from "temporal-polyfill";
import { memo, memoText } from "../../core/memo.ts";
import type { EpochMs } from "../../core/postmortem.ts";
import { escapePattern } from "../../core/text/escape-pattern.ts";
import { zoned } from "../../core/time/calendar.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

type Zones = Vocabulary["zones"];

/** `Europe/Oslo`, which may be none. */
const IANA = String.raw`[A-Za-z]{2,}\/[A-Za-z][A-Za-z_/]+`;
const OFFSET = /(?<=\d[\s([]{0,9})(?:UTC|GMT)?\s*([+-])(\d{2}):?(\d{2})\b/i;
/** An offset in brackets, as a note or a label has it: "All times are local (+02:00)". */
const OFFSET_ALONE = /\(([+-])(\d{2}):?(\d{2})\)/;
const SHIFTED = /(?<![A-Za-z])(?:UTC|GMT)\s?[+-]\d{1,2}(?::\d{2})?\b/;
const ZONE_NAME = new RegExp(String.raw`(?<![A-Za-z])(?:${IANA}|[A-Z]{2,5}|Z)\b`, "g");
const CITY_TIME = /(\p{Lu}\p{L}{1,40}(?: \p{Lu}\p{L}{1,40})?) (?:local )?time(?:zone)?s?\b/gu;

/** How the label of a zone goes with the date that it stands beside. */
export type ZoneFit =
  /** The offset that the label names is in force. */
  | "literal"
  /** The label of winter in summer: people mean the time of their clocks. */
  | "local"
  /** The label of summer in winter: one of the two is mistaken. */
  | "contrary";

/** The names of more than one word, as they may stand in prose. */
const phrasePattern = memo((zones: Zones): RegExp => {
  const phrases = Object.keys(zones).filter((name) => /[ \p{Lo}]/u.test(name));
  return new RegExp(
    String.raw`(?<![a-zà-ÿ])(?:${phrases.map(escapePattern).join("|")})(?![a-zà-ÿ])`,
    "i",
  );
});

/**
 * The pattern of a zone right behind a time, if one stands there: an offset, a name of the list, or
 * an IANA name. "Oslo time" is a note for all times, and stands apart from each.
 */
export function zoneBehind(zones: Zones): string {
  const names = Object.keys(zones).map(escapePattern).join("|");
  const offset = String.raw`(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?\b`;
  return String.raw`(?:\s*[(（]?(?:${offset}|(?:${names})(?![\p{L}\d])|${IANA})[)）]?)?`;
}

/** A city in brackets, as it stands behind a time or in the head of a column: "13:05 (Berlin)". */
const IN_BRACKETS = /\((\p{Lu}\p{L}{1,40}(?: \p{Lu}\p{L}{1,40})?)(?: (?:local )?time)?\)/u;
const IN_BRACKETS_FIRST = new RegExp(String.raw`^\s?${IN_BRACKETS.source}`, "u");

/** The zone of tzdb that has the name of a city: `Copenhagen` is `Europe/Copenhagen`. */
const zoneOfCity = memoText((city): string | null => {
  const ending = `/${city.replaceAll(" ", "_")}`;
  return Intl.supportedValuesOf("timeZone").find((id) => id.endsWith(ending)) ?? null;
});

/** The city in brackets that a text begins with, where it names a zone; empty where none does. */
export function cityFirst(text: string): string {
  const [whole = "", city = ""] = IN_BRACKETS_FIRST.exec(text) ?? [];
  return city !== "" && zoneOfCity(city) !== null ? whole : "";
}

function zoneInProse(text: string, zones: Zones): string | null {
  const [phrase] = phrasePattern(zones).exec(text) ?? [];
  if (phrase !== undefined) return phrase.toLowerCase();
  const [, inBrackets, inNote] = REGION.exec(text) ?? [];
  const region = `${(inBrackets ?? inNote ?? "").toLowerCase()} time`;
  if (entryOf(region, zones) !== undefined) return region;
  for (const [, city = ""] of text.matchAll(CITY_TIME)) {
    const zone = zoneOfCity(city) ?? zoneOfCity(city.split(" ").at(-1) ?? "");
    if (zone !== null) return zone;
  }
  const [, bracketed] = IN_BRACKETS.exec(text) ?? [];
  return bracketed === undefined ? null : zoneOfCity(bracketed);
}

/** A part of North America that stands for its zone: "(Eastern)", "all times are US Pacific". */
const REGION =
  /\((?:US\s|U\.S\.\s)?(eastern|central|mountain|pacific)(?:[\s,]+US)?\)|\b(?:times?|timestamps?|zone)\b[^.\n]{0,30}?\b(eastern|central|mountain|pacific)\b(?!\s+\p{L})/iu;

/** The zone that a value names which is nothing but a zone: "CET", "Europe/Oslo", "Oslo"; null where it is none. */
export function zoneNamed(value: string, zones: Zones): string | null {
  return readZone(value, zones) ?? zoneOfCity(value.trim());
}

/** The zone that a text names: an offset, a name of the list, an IANA name, a city's time, or a city in brackets. */
export function readZone(text: string, zones: Zones): string | null {
  const offset = OFFSET.exec(text) ?? OFFSET_ALONE.exec(text);
  if (offset) return `${offset[1] ?? "+"}${offset[2] ?? "00"}:${offset[3] ?? "00"}`;
  const [shifted] = SHIFTED.exec(text) ?? [];
  if (shifted !== undefined && resolveZone(shifted, zones)) return shifted.replace(/\s/, "");
  for (const [name] of text.matchAll(ZONE_NAME)) {
    if (resolveZone(name, zones)) return name;
  }
  return zoneInProse(text, zones);
}

function entryOf(written: string, zones: Zones): Zones[string] | undefined {
  return Object.hasOwn(zones, written) ? zones[written] : undefined;
}

function isZoneId(id: string): boolean {
  try {
    zoned(0, id);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Temporal zone id of a written zone; null where nobody knows it. An abbreviation that is one of
 * two that take turns, as CET and CEST do, is the local time of those who write it.
 */
export function resolveZone(written: string, zones: Zones): string | null {
  const known = entryOf(written, zones);
  if (known !== undefined) return typeof known === "string" ? known : known.local;
  const shifted = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(written);
  if (shifted && (Number(shifted[2]) > 14 || Number(shifted[3] ?? 0) > 59)) return null;
  if (shifted)
    return `${shifted[1] ?? "+"}${(shifted[2] ?? "").padStart(2, "0")}:${shifted[3] ?? "00"}`;
  return written.includes("/") && isZoneId(written) ? written : null;
}

/** How a written zone goes with an instant that was read in it. */
export function zoneFit(written: string, zones: Zones, at: EpochMs): ZoneFit {
  const known = entryOf(written, zones);
  if (known === undefined || typeof known === "string") return "literal";
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const offsetIn = (id: string) => instant.toZonedDateTimeISO(id).offsetNanoseconds;
  const [literal, local] = [offsetIn(known.offset), offsetIn(known.local)];
  if (literal === local) return "literal";
  return local > literal ? "local" : "contrary";
}
