import { once } from "../core/memo.ts";
import { type Span, spansOf } from "./span.ts";

// Sets of letters of all scripts take long to make, so each pattern is made when it is first looked for.

const NAME = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.-]{0,62}[\p{L}\p{M}\p{N}_])?`;
const HOST = String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}`;
/** What may not stand before a handle: the rest of a word, a path, an address, a version. */
export const BEFORE_HANDLE = String.raw`(?<![\p{L}\p{M}\p{N}_/.@%+-])`;

/** `@name` and `@name@host`; `@scope/package`, `@org/team` and `name@1.2` are none. */
const AT = once(
  () =>
    new RegExp(
      `${BEFORE_HANDLE}@(?<who>${NAME}(?:@${HOST})?)(?![\\p{L}\\p{M}\\p{N}_]|-?[\\p{L}\\p{N}]|/[\\p{L}\\p{N}])`,
      "gu",
    ),
);
/** Several in a row: `@sam@alex`. */
const ROW = once(
  () =>
    new RegExp(
      `${BEFORE_HANDLE}(?:@[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,62}){2,}(?!-?[\\p{L}\\p{N}_/.])`,
      "gu",
    ),
);
/** A profile on another host: `hachyderm.io/@name`. */
const PROFILE = once(() => new RegExp(`(?:https?://)?${HOST}/@${NAME}`, "gu"));
/** What chat tools write for a member: `<@U123>`, `<@U123|name>`, `<@!123>`. */
const MEMBER = once(() => /<@!?[\p{L}\p{N}]{1,32}(?:\|[^>\n]{1,64})?>/gu);
/** What trackers and code hosts write for a member: `[~name]`, `[~accountid:…]`, `~name`. */
const TILDE_IN_BRACKETS = /\[~[^\]\n]{1,80}\]/gu;
const TILDE = once(
  () =>
    new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}_/.~@)\]-])~(?<who>\p{L}[\p{L}\p{N}_.-]{1,38}[\p{L}\p{N}_])(?![\p{L}\p{M}\p{N}_/~])`,
      "gu",
    ),
);
/** A name of two words behind an @: `@Yara Holm`. */
const SECOND_WORD = once(() => /^ \p{Lu}[\p{L}\p{M}'’-]{1,30}(?![\p{L}\p{M}\p{N}])/u);

/** Which names behind a sign are no person's. */
export interface HandleWords {
  /** Teams, roles and groups: `@platform-oncall`, `@here`. */
  readonly isGroup: (name: string) => boolean;
  /** Annotations of program code: `@Override`. */
  readonly isCode: (name: string) => boolean;
  /** Words that stand behind a tilde for "about": `~noon`. */
  readonly isAmount: (name: string) => boolean;
}

function withSecondWord(text: string, span: Span, { isGroup }: HandleWords): Span {
  if (!/^@\p{Lu}/u.test(text.slice(span.start, span.start + 3))) return span;
  const second = SECOND_WORD().exec(text.slice(span.end, span.end + 34))?.[0];
  if (second === undefined || isGroup(second.trim())) return span;
  return { start: span.start, end: span.end + second.length };
}

/** Handles in a text, each whole, with its sign. */
export function handleSpans(text: string, words: HandleWords): readonly Span[] {
  const { isGroup, isCode, isAmount } = words;
  const named = (span: Span) => ({ start: span.start - 1, end: span.end });
  const whoOf = ({ start, end }: Span) => text.slice(start, end).replace(/@.*/su, "");
  const at = spansOf(AT(), text)
    .filter((span) => !isGroup(whoOf(span)) && !isCode(whoOf(span)))
    .map((span) => withSecondWord(text, named(span), words));
  const tilde = spansOf(TILDE(), text)
    .filter((span) => !isGroup(whoOf(span)) && !isAmount(whoOf(span)))
    .map(named);
  const certain = [ROW(), PROFILE(), MEMBER(), TILDE_IN_BRACKETS].flatMap((pattern) =>
    spansOf(pattern, text),
  );
  return [...at, ...tilde, ...certain];
}
