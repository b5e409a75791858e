import { once } from "../core/memo.ts";
import { type Span, spansOf } from "./span.ts";

// Sets of letters of all scripts take long to make, so each pattern is made when it is first looked for.

/** The part before the @ has at most 64 characters (RFC 5321, 4.5.3.1.1), which bounds the search. */
const LOCAL = String.raw`[\p{L}\p{M}\p{N}._%+'-]{1,64}`;
const LABEL = String.raw`[\p{L}\p{M}\p{N}-]{1,63}`;
/** A host with an ending: `example.com`. */
const HOST = String.raw`${LABEL}(?:\.${LABEL})*\.\p{L}[\p{L}\p{M}\p{N}-]{0,62}`;
/** What begins and ends a word. */
const START = String.raw`(?<![\p{L}\p{M}\p{N}._%+-])`;
const AT_WORD = String.raw`(?:\s?[[({<]\s?(?:at|@)\s?[\])}>]\s?|\s+at\s+|%40|＠|﹫)`;
const DOT_WORD = String.raw`(?:\s?[[({<]\s?(?:dot|\.)\s?[\])}>]\s?|\s+dot\s+|\.)`;

const ADDRESS = once(() => new RegExp(`${LOCAL}@${HOST}`, "gu"));
const QUOTED = once(() => new RegExp(String.raw`"[^"\n]{1,64}"@${HOST}`, "gu"));
/** `jo at example dot com`, `jo[at]example.com`, `jo%40example.com`: some sign of disguise is needed. */
const SPELLED = once(
  () =>
    new RegExp(
      `${START}${LOCAL}${AT_WORD}${LABEL}(?:${DOT_WORD}${LABEL}){0,4}${DOT_WORD}\\p{L}{2,24}(?![\\p{L}\\p{N}])`,
      "giu",
    ),
);
/** What every one of these holds: found without the name before it, whose search begins anew at each letter. */
const SPELLED_HOST = once(
  () =>
    new RegExp(
      String.raw`(?<=[\p{L}\p{M}\p{N}._%+'-])${AT_WORD}${LABEL}${DOT_WORD}[\p{L}\p{M}\p{N}-]`,
      "iu",
    ),
);
/** `jo at example.com` in a sentence is more often a place than an address, unless both are spelled. */
const PLAIN_AT = /\sat\s/iu;
const PLAIN_DOT = /\sdot\s|[[({<]\s?(?:dot|\.)\s?[\])}>]/iu;

/** An address of a program, such as that of a repository: `git@github.com:org/repository`. */
function isOfProgram(address: string, isGroup: (name: string) => boolean): boolean {
  return isGroup(address.replace(/(?:@|%40|＠|﹫|\s|\[|\(|<|\{).*/su, ""));
}

/**
 * E-mail addresses in a text, also spelled out or encoded.
 * @param isGroup whether a name before the @ is that of a team, a role or a program.
 */
export function addressSpans(text: string, isGroup: (name: string) => boolean): readonly Span[] {
  const signed = text.includes("@") ? [ADDRESS(), QUOTED()] : [];
  const spelled = (SPELLED_HOST().test(text) ? spansOf(SPELLED(), text) : []).filter(
    ({ start, end }) => {
      const found = text.slice(start, end);
      return !PLAIN_AT.test(found) || PLAIN_DOT.test(found);
    },
  );
  const found = [...signed.flatMap((pattern) => spansOf(pattern, text)), ...spelled];
  return found.filter(({ start, end }) => !isOfProgram(text.slice(start, end), isGroup));
}
