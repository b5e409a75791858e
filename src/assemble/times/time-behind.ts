import type { Vocabulary } from "../../schema/vocabulary.ts";
import { readWrittenDate } from "../written/dates.ts";
import { splitTimeHead, type TimeHead } from "../written/time-head.ts";

/** A link or a name has so many words: "release v1.2.3, deployed"; more are a sentence. */
const MOST_WORDS = 5;
/** One word, or a name that ends in its number: "ticket SUP-9 at", "#1203, merged"; what ends otherwise tells what happened. */
const NAME = /^\S+$|(?:^|\s)\S*\d\S*(?:\s\p{L}{2}|,\s\p{L}{2,12})?$/u;
/** A longer value tells a story. */
const LONGEST = 160;
const CLOCK = /\d[:h]\d{2}|\d\s?[ap]\.?m\b/i;
/** What sets a time apart from what stands before it. */
const SET_APART = /\s[–—|·-]\s|[([]|,\s/g;
/** Where a number begins that is no version: "12.30". */
const NUMBER = /\s(?=\d)(?!\s\d{1,3}\.\d)/g;

/** The time that a value ends in from a place on; null where it tells more than that, or there is another before it. */
function timeFrom(value: string, place: number, vocabulary: Vocabulary): TimeHead | null {
  const before = value.slice(0, place).replace(/(?<![\s–—|·([,-])[\s–—|·([,-]+$/, "");
  const words = before.match(/\p{L}{2,}/gu) ?? [];
  if (readWrittenDate(before, vocabulary.months, null) !== null) return null;
  if (words.length > MOST_WORDS || CLOCK.test(before) || !NAME.test(before)) return null;
  const behind = value.slice(place).replace(/[)\]*_.]{1,4}$/, "");
  const start = CLOCK.test(behind) ? splitTimeHead(behind, vocabulary) : null;
  return start?.rest === "" ? start : null;
}

/**
 * The time that a value ends in behind a link, a name or code: "commit 4f2a9c1 — 2026-08-22 07:07 UTC"; null where it
 * tells several, or more than a name.
 */
export function timeBehind(value: string, vocabulary: Vocabulary): TimeHead | null {
  if (value.length > LONGEST || !CLOCK.test(value)) return null;
  const places = [SET_APART, NUMBER].flatMap((pattern) =>
    Array.from(value.matchAll(pattern), ({ index, 0: sign }) => index + sign.length),
  );
  for (const place of places) {
    const found = timeFrom(value, place, vocabulary);
    if (found) return found;
  }
  return null;
}
