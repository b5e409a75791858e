import { compareText } from "../core/compare.ts";
import { type Competency, type Taxonomy, type Term, TERM_LIST_NAMES } from "../core/taxonomy.ts";
import { lexicalStems } from "../prose/stems.ts";

/** What a taxonomy has words for. */
export interface Coverage {
  /** Whether one entry has all words of a phrase. */
  readonly covers: (stems: readonly string[]) => boolean;
  /** The competency that has most words of a phrase, with the stems of all it says; or null. */
  readonly nearest: (
    stems: readonly string[],
  ) => { readonly id: string; readonly all: ReadonlySet<string> } | null;
}

interface Words {
  readonly id: string;
  /** Stems of all that the entry says. */
  readonly all: ReadonlySet<string>;
  /** Stems of what it is called. */
  readonly names: ReadonlySet<string>;
}

function wordsOf({ id, name, aliases }: Term, others: readonly string[]): Words {
  const names = [id, name, ...aliases].flatMap(lexicalStems);
  return { id, names: new Set(names), all: new Set([...names, ...others.flatMap(lexicalStems)]) };
}

function competencyWords(competency: Competency): Words {
  return wordsOf(competency, [competency.description, ...competency.signals]);
}

/** The words of a taxonomy: of a competency also its description and signals. */
export function coverageOf(taxonomy: Taxonomy): Coverage {
  const competencies = taxonomy.competencies.map(competencyWords);
  const trainable = competencies.filter((_words, index) => {
    return taxonomy.competencies[index]?.parent !== null;
  });
  const others = TERM_LIST_NAMES.filter((list) => list !== "competencies").flatMap((list) => {
    const terms: readonly Term[] = taxonomy[list];
    return terms.map((term) => wordsOf(term, []));
  });
  const entries = [...competencies, ...others];
  const score = ({ names, all }: Words, stems: readonly string[]) => {
    const named = stems.filter((stem) => names.has(stem)).length;
    return 2 * named + stems.filter((stem) => all.has(stem)).length;
  };
  return {
    covers: (stems) => entries.some(({ all }) => stems.every((stem) => all.has(stem))),
    nearest: (stems) => {
      const [best] = trainable
        .map((words) => ({ words, points: score(words, stems) }))
        .filter(({ points }) => points > 0)
        .toSorted((a, b) => b.points - a.points || compareText(a.words.id, b.words.id));
      return best?.words ?? null;
    },
  };
}
