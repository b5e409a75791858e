import { memo } from "../core/memo.ts";
import type { DocumentLanguage } from "../core/postmortem.ts";
import { type AsciiWords, asciiWords } from "../core/text/ascii-words.ts";
import type { LanguageRegistry } from "../schema/languages.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";

/** The language of the words that everything is read by unless a document is written in another. */
export const ENGLISH: DocumentLanguage = { id: "en", name: "English", isKnown: true };

/** Chooses the words that a document is read by. */
export interface Languages {
  readonly registry: LanguageRegistry;
  /** The language that the configuration gives all documents; null for as each is written. */
  readonly fixed: string | null;
  /** The words of a language that has a vocabulary; for any other, those that no language has. */
  readonly vocabularyOf: (id: string) => Vocabulary;
}

/** What a document says of its language lies at its beginning; the rest would cost more. */
const SAMPLE = 12_000;
/** Fewer different words of another language are names and quotations. */
const LEAST_HITS = 4;
/** A word by itself: a part of an id, a path or a unit is no word of a language. */
const WORD = /(?<![\p{L}\p{N}_./@-])\p{L}+(?![\p{L}\p{N}_/@-]|\.[\p{L}\p{N}])/gu;
const ASCII = /^\p{ASCII}*$/u;
/** Letters of other writing that weigh as much as one word. */
const LETTERS_PER_HIT = 2;
/** A smaller share of a text's letters in another writing is names, of people or products. */
const LEAST_SHARE = 0.25;
/** A smaller share of a language's own letters among those that it shares with others is names, too. */
const LEAST_OWN_SHARE = 0.1;
const LETTER = /\p{L}/gu;
const FENCED = /^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1|(?![\s\S]))/gm;

interface Detector {
  readonly languagesOf: ReadonlyMap<string, readonly string[]>;
  readonly wordsOfAscii: AsciiWords;
  readonly scripts: readonly Script[];
}

/** The writing of a language: its own letters, and those with what it shares with others. */
interface Script {
  readonly id: string;
  readonly letters: RegExp;
  readonly all: RegExp;
}

function lettersOf(names: readonly string[]): RegExp {
  const letters = names.map((name) => String.raw`\p{Script=${name}}`).join("");
  return new RegExp(`[${letters}]`, "gu");
}

const detectorOf = memo((registry: LanguageRegistry): Detector => {
  const languagesOf = new Map<string, string[]>();
  const scripts: Script[] = [];
  for (const [id, entry] of Object.entries(registry)) {
    const { words = [], scripts: own = [], shared_scripts: shared = [] } = entry;
    for (const word of words) languagesOf.set(word, [...(languagesOf.get(word) ?? []), id]);
    if (own.length > 0) {
      scripts.push({ id, letters: lettersOf(own), all: lettersOf([...own, ...shared]) });
    }
  }
  return { languagesOf, wordsOfAscii: asciiWords(languagesOf.keys()), scripts };
});

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/**
 * How many different words of each language a text has; letters of other writing count in part. How
 * often a word stands there says nothing: `a` may be one column of a table.
 */
function hitsIn(
  text: string,
  { languagesOf, wordsOfAscii, scripts }: Detector,
): Map<string, number> {
  const hits = new Map<string, number>();
  const add = (id: string, count: number) => hits.set(id, (hits.get(id) ?? 0) + count);
  const isAscii = ASCII.test(text);
  const seen = new Set<string>();
  const folded = text.toLowerCase();
  for (const word of isAscii ? wordsOfAscii(folded) : (folded.match(WORD) ?? [])) {
    const ids = languagesOf.get(word);
    if (ids === undefined || seen.has(word)) continue;
    seen.add(word);
    for (const id of ids) add(id, 1);
  }
  if (!isAscii && /[^\p{Script=Latin}\p{P}\p{S}\p{N}\s]/u.test(text)) {
    const all = countOf(text, LETTER);
    for (const { id, letters, all: whole } of scripts) {
      const own = countOf(text, letters);
      const written = own === 0 ? 0 : countOf(text, whole);
      const isOwn = own >= written * LEAST_OWN_SHARE && written >= all * LEAST_SHARE;
      if (isOwn) add(id, own / LETTERS_PER_HIT);
    }
  }
  // Japanese is written with the signs of Chinese, too, but not the other way round.
  if ((hits.get("ja") ?? 0) >= LEAST_HITS) hits.delete("zh");
  return hits;
}

/**
 * The language that a text is written in, by its own words: English where more of them are English, or
 * few are of another. Code and all but the beginning of the text are left out.
 */
export function languageOf(text: string, { registry, fixed }: Languages): DocumentLanguage {
  const id = fixed ?? detected(text, registry);
  const entry = registry[id];
  return entry ? { id, name: entry.name, isKnown: entry.vocabulary === true } : ENGLISH;
}

function detected(text: string, registry: LanguageRegistry): string {
  const sample = text.slice(0, SAMPLE);
  const prose = /```|~~~/.test(sample) ? sample.replace(FENCED, "") : sample;
  const hits = hitsIn(prose, detectorOf(registry));
  const english = hits.get(ENGLISH.id) ?? 0;
  // As the words of each language come with the English ones, as much of another as of English is that one.
  let best = { id: ENGLISH.id, hits: Math.max(english, LEAST_HITS) - 1 };
  for (const [id, count] of hits) {
    if (id !== ENGLISH.id && count > best.hits) best = { id, hits: count };
  }
  return best.id;
}
