import { memo } from "../../core/memo.ts";
import { foldName } from "../../core/taxonomy.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { WITHHELD } from "../../people/recogniser.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** A service of a team that lists none: a short name, not a sentence. */
const SHORT_NAME = /^\p{L}[\p{L}\p{N}._/-]*(?: [\p{L}\p{N}._/-]+){0,2}$/u;
/** The name of a host with its domain, `books.int.example.com`; a file or a package has one dot. */
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+){2,}$/i;
/** One of many of a kind, which machines number, or a version: `pvc-05e03b60`, `v3.3.0`. */
const NUMBERED = /-(?=\p{L}*\d)[\da-f]{8,}$|(?:^|\s)v?\d+(?:\.\d+)+$/iu;

/** Places in code, which "Line 718: null dereference" and "lines 12-14" name by words of a language. */
const placesOf = memo(
  ({ code_places: words }: Vocabulary): RegExp =>
    new RegExp(String.raw`(?<!\p{L})${anyWord(words)}\s?#?\d`, "iu"),
);

/** Whether a text may name a service where the taxonomy lists none. */
export function mayBeService(text: string, vocabulary: Vocabulary): boolean {
  if (!SHORT_NAME.test(text) || HOST.test(text) || NUMBERED.test(text)) return false;
  if (text.includes(WITHHELD) || placesOf(vocabulary).test(text)) return false;
  const words = foldName(text)
    .split(" ")
    .filter((word) => !/^\d+$/.test(word));
  if (words.some((word) => vocabulary.not_services.includes(word))) return false;
  return !vocabulary.no_service_ends.includes(words.at(-1) ?? "");
}
