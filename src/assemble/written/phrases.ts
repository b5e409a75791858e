import { memo } from "../../core/memo.ts";
/** A heading or label without numbering, emoji, brackets and closing punctuation, in lower case. */
export function normalizeHeading(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\([^)]{0,400}\)|\[[^\]]{0,400}\]|（[^）]{0,400}）/g, " ")
    .replace(/^[\s\p{P}\p{S}\d]+/u, "")
    .replace(/(?<![\s:：.#*?–—-])[\s:：.#*?–—-]+$/u, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A text as its words with one blank around each, in which a phrase can be looked for. */
function spacedWords(text: string): string {
  return ` ${text.replace(/[^\p{L}\p{N}'-]+/gu, " ")} `;
}

/** Writing that puts no blanks between its words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a phrase of such writing is part of a heading. */
function isPartOf(phrase: string, heading: string): boolean {
  return heading.includes(phrase) && UNSPACED.test(phrase);
}

type PhrasesByKind = Readonly<Record<string, readonly string[]>>;

function findKind(heading: string, phrasesByKind: PhrasesByKind): string | null {
  const normalized = normalizeHeading(heading);
  const words = spacedWords(normalized);
  const isUnspaced = UNSPACED.test(normalized);
  let best: { kind: string; length: number } | null = null;
  for (const [kind, phrases] of Object.entries(phrasesByKind)) {
    for (const phrase of phrases) {
      if (phrase === normalized || phrase === `=${normalized}`) return kind;
      const isWithin =
        words.includes(` ${phrase} `) || (isUnspaced && isPartOf(phrase, normalized));
      if (phrase.length > (best?.length ?? 0) && isWithin) {
        best = { kind, length: phrase.length };
      }
    }
  }
  return best?.kind ?? null;
}

/** Kinds of headings found before: documents of one folder share their headings. */
const knownKinds = memo<PhrasesByKind, [], Map<string, string | null>>(() => new Map());
const MOST_REMEMBERED = 2000;

function rememberedKind(heading: string, phrasesByKind: PhrasesByKind): string | null {
  const known = knownKinds(phrasesByKind);
  const before = known.get(heading);
  if (before !== undefined) return before;
  const kind = findKind(heading, phrasesByKind);
  if (known.size < MOST_REMEMBERED) known.set(heading, kind);
  return kind;
}

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

/** Whether a value is only a stand-in for one that is still to come. */
export function isPlaceholder(value: string, placeholders: readonly string[]): boolean {
  const folded = value
    .trim()
    .toLowerCase()
    .replace(/(?<![.:!])[.:!]+$/, "");
  return placeholders.includes(folded) || placeholders.includes(value.trim().toLowerCase());
}
