import { memo, memoText, memoTextOf } from "../../core/memo.ts";

const PLAIN_WORDS = /^[a-z]+(?: [a-z]+)*$/;

function normalize(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN_WORDS.test(lower)) return lower;
  return (
    lower
      .replace(/[‘’]/g, "'")
      .replace(/\([^)]{0,400}\)|\[[^\]]{0,400}\]|（[^）]{0,400}）/g, " ")
      // An emoji may end in a mark that asks for a picture.
      .replace(/^[\s\p{P}\p{S}\d\u{FE0F}]+/u, "")
      .replace(/(?<![\s:：.#*?–—-])[\s:：.#*?–—-]+$/u, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

/** Names of columns and sections, which many documents share, and which many readers ask for. */
const normalizeShort = memoText(normalize);
const SHORT = 40;

/** A heading or label without numbering, emoji, brackets and closing punctuation, in lower case. */
export function normalizeHeading(text: string): string {
  return text.length <= SHORT ? normalizeShort(text) : normalize(text);
}

/** The short label that a line begins with, "Sent: 3 May", as a heading is compared; empty where it has none. */
export function labelBefore(text: string): string {
  const [, label = ""] = /^([^:：]{2,20})[:：]\s*\S/.exec(text) ?? [];
  return normalizeHeading(label);
}

/** The words of a text. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== "");
}

/** Writing that puts no blanks between its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

type PhrasesByKind = Readonly<Record<string, readonly string[]>>;

/** A phrase of a kind, and its place among all. */
interface KindPhrase {
  readonly kind: string;
  readonly phrase: string;
  readonly at: number;
}

/** Phrases by what a heading has to hold for them; of one phrase, its first kind. */
interface PhraseIndex {
  /** By the whole heading; a phrase that begins with `=` counts for no other. */
  readonly whole: ReadonlyMap<string, KindPhrase>;
  /** By words of the heading, with one blank between. */
  readonly within: ReadonlyMap<string, KindPhrase>;
  readonly mostWords: number;
  readonly unspaced: readonly KindPhrase[];
}

const indexOf = memo((phrasesByKind: PhrasesByKind): PhraseIndex => {
  const all = Object.entries(phrasesByKind).flatMap(([kind, phrases]) =>
    phrases.map((phrase) => ({ kind, phrase })),
  );
  const placed = all.map((one, at): KindPhrase => ({ ...one, at }));
  // Of two that are the same the first stays, as it is set last.
  const byName = (name: (phrase: string) => string) =>
    new Map(placed.toReversed().map((one) => [name(one.phrase), one] as const));
  return {
    whole: byName((phrase) => phrase.replace(/^=/, "")),
    within: byName((phrase) => phrase),
    mostWords: Math.max(0, ...placed.map(({ phrase }) => phrase.split(" ").length)),
    unspaced: placed.filter(({ phrase }) => UNSPACED.test(phrase)),
  };
});

/** Phrases that a heading has as words, or, in writing without blanks, as a part. */
function* phrasesIn(heading: string, index: PhraseIndex): Generator<KindPhrase> {
  const words = wordsOf(heading);
  for (let from = 0; from < words.length; from += 1) {
    let run = "";
    for (let to = from; to < Math.min(words.length, from + index.mostWords); to += 1) {
      run = to === from ? (words[to] ?? "") : `${run} ${words[to] ?? ""}`;
      const found = index.within.get(run);
      if (found) yield found;
    }
  }
  if (!UNSPACED.test(heading)) return;
  yield* index.unspaced.filter(({ phrase }) => heading.includes(phrase));
}

function findKind(heading: string, phrasesByKind: PhrasesByKind): string | null {
  const index = indexOf(phrasesByKind);
  const normalized = normalizeHeading(heading);
  const found = phraseOf(normalized, index);
  // "Play-by-play", "post_incident actions".
  const parted = normalized.replaceAll(/(?<=\p{L})[-_](?=\p{L})/gu, " ");
  return found ?? (parted === normalized ? null : phraseOf(parted, index));
}

function phraseOf(normalized: string, index: PhraseIndex): string | null {
  const whole = index.whole.get(normalized);
  if (whole) return whole.kind;
  let best: KindPhrase | null = null;
  for (const found of phrasesIn(normalized, index)) {
    const more = found.phrase.length - (best?.phrase.length ?? 0);
    if (more > 0 || (more === 0 && found.at < (best?.at ?? 0))) best = found;
  }
  return best?.kind ?? null;
}

/** The kind of a heading, found once: documents of one folder share their headings. */
const rememberedKind = memoTextOf(findKind);

function isKindOf<Kind extends string>(
  phrasesByKind: Readonly<Record<Kind, readonly string[]>>,
  name: string,
): name is Kind {
  return Object.hasOwn(phrasesByKind, name);
}

/**
 * The kind whose phrases a heading names: by a phrase that equals it, else by the longest that it
 * contains; null where none does.
 */
export function kindOfHeading<Kind extends string>(
  heading: string,
  phrasesByKind: Readonly<Record<Kind, readonly string[]>>,
): Kind | null {
  const kind = rememberedKind(heading, phrasesByKind);
  return kind !== null && isKindOf(phrasesByKind, kind) ? kind : null;
}

/** Phrases of one kind alone; made once, as their index is kept with them. */
const aloneOf = memo((phrases: readonly string[]) => ({ named: phrases }));

/** Whether a heading names what these phrases are for. */
export function isNamedBy(heading: string, phrases: readonly string[]): boolean {
  return kindOfHeading(heading, aloneOf(phrases)) !== null;
}

/** Whether a value is only a stand-in for one that is still to come. */
export function isPlaceholder(value: string, placeholders: readonly string[]): boolean {
  const folded = value
    .trim()
    .toLowerCase()
    .replace(/(?<![.:!])[.:!]+$/, "");
  return placeholders.includes(folded) || placeholders.includes(value.trim().toLowerCase());
}
