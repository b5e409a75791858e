const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu;
/** A joiner that belongs to an emoji, or between letters of a script that needs it, and is seen by what it does. */
const JOINED =
  "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})|(?<=\\p{Script=Arabic})[\\u200c\\u200d](?=\\p{Script=Arabic})";
/** Control characters, bidi marks, zero-widths and lone surrogates. */
const UNSEEN = new RegExp(`(?!${JOINED})[\\p{Cc}\\p{Cf}\\p{Cs}]`, "gu");
/** What JSON leaves raw of these; the newlines that indent it stay. */
const UNSEEN_IN_JSON = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

function jsonEscape(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * The text on one line, with every character that steers a terminal or is not seen written as
 * `\u{1b}`; line breaks and tabs become a blank.
 */
export function printable(text: string): string {
  return text.replace(LINE_BREAKS_AND_TABS, " ").replace(UNSEEN, escaped);
}

/** What steers or is not seen, except tabs, line feeds and the carriage returns before them. */
const UNSEEN_IN_LINES = new RegExp(`(?![\\t\\n]|\\r\\n)${UNSEEN.source}`, "gu");

/** A text of several lines with its tabs and line ends, in which every other character that steers or is not seen is written as `\u{1b}`. */
export function printableLines(text: string): string {
  return text.replace(UNSEEN_IN_LINES, escaped);
}

/** Whether a text is seen as it is. */
export function isPrintable(text: string): boolean {
  return printable(text) === text;
}

/** JSON text that parses to the same value, with every unseen character escaped. */
export function printableJson(json: string): string {
  return json.replace(UNSEEN_IN_JSON, jsonEscape);
}
