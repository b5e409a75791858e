import { CUE_WORD_LISTS, type Cues } from "../core/cues.ts";
import { type Language, WORD_LISTS } from "../core/language.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type CuesFile, cuesSchema } from "../schema/cues.ts";
import type { ParsedFile } from "./setup-file.ts";
import {
  groupedPhrases,
  readShippedData,
  unknownLists,
  type WrittenPhrase,
} from "./shipped-data.ts";

const GROUPS = ["gaps", "escalations", "phases", "reasons"] as const;

function writtenPhrases(file: CuesFile): readonly WrittenPhrase[] {
  return GROUPS.flatMap((key) => groupedPhrases(key, file[key]));
}

/**
 * Reads the cues that ship with `pm`; their phrases may use the lists of words of the language too.
 * @throws {UsageError} with the place of each problem.
 */
export function parseCues(file: SourceFile | ParsedFile, language: Language): Cues {
  const { words, sections, gaps, ...rest } = readShippedData(file, cuesSchema, (data) =>
    unknownLists(writtenPhrases(data), [...CUE_WORD_LISTS, ...WORD_LISTS]),
  );
  return {
    words: { ...language.words, ...words },
    silentSections: new Set(sections.silent),
    planSections: new Set(sections.plans),
    sectionWeights: sections.weights,
    gaps: gaps.map(({ not_in, ...cue }) => ({ ...cue, notIn: not_in })),
    escalations: rest.escalations,
    phases: rest.phases,
    reasons: rest.reasons,
  };
}
