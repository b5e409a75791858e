import { memo } from "../core/memo.ts";
import { type Competency, domainOf, type Taxonomy } from "../core/taxonomy.ts";
import { stemsIn, type TokenStem } from "../prose/stems.ts";

/** A word of one name alone is as often a word of everyday: the "second" of "leap second". */
const FEWEST_NAMES = 2;
/** One word alone points to the wrong domain as often as to the right one. */
const FEWEST_WORDS = 2;
/** Shorter words are hardly ever the name of anything. */
const SHORTEST_STEM = 3;

/** A domain that words of a text point to, with the first of them. */
export interface DomainMatch {
  readonly id: string;
  readonly word: string;
}

/** A word that names of one domain alone have. */
interface DomainWord {
  readonly domain: string;
  /** In how many names it stands. */
  readonly names: number;
}

type DomainWords = ReadonlyMap<string, DomainWord>;

/** Signals are phrases, whose single words tell nothing. */
function namesOf({ name, aliases }: Competency): readonly string[] {
  return [name, ...aliases];
}

const domainWords = memo((taxonomy: Taxonomy): DomainWords => {
  const words = new Map<string, DomainWord>();
  const shared = new Set<string>();
  for (const competency of taxonomy.competencies) {
    const domain = domainOf(taxonomy, competency.id);
    for (const name of namesOf(competency)) {
      for (const stem of new Set(stemsIn(name))) {
        const word = words.get(stem) ?? { domain, names: 0 };
        if (word.domain !== domain) shared.add(stem);
        words.set(stem, { ...word, names: word.names + 1 });
      }
    }
  }
  for (const stem of shared) words.delete(stem);
  return words;
});

/**
 * The domain that a text's words point to most; null where none, or two alike.
 * @param isCommon tells words that stand in any text.
 */
export function domainOfWords(
  stems: readonly TokenStem[],
  taxonomy: Taxonomy,
  isCommon: (stem: string) => boolean,
): DomainMatch | null {
  const index = domainWords(taxonomy);
  const found = new Map<string, Set<string>>();
  for (const { stem } of stems) {
    const word = index.get(stem);
    if (!word || word.names < FEWEST_NAMES || stem.length < SHORTEST_STEM || isCommon(stem)) {
      continue;
    }
    found.set(word.domain, (found.get(word.domain) ?? new Set()).add(stem));
  }
  const [first, second] = [...found].toSorted(([, a], [, b]) => b.size - a.size);
  if (!first || first[1].size < FEWEST_WORDS || second?.[1].size === first[1].size) return null;
  const [word = ""] = first[1];
  return { id: first[0], word };
}
