import { memo } from "../core/memo.ts";
import { CUE_WORD_LISTS, type Cues } from "../core/settings/cues.ts";
import { type Language, WORD_LISTS } from "../core/settings/language.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type CuesFile, cuesSchema } from "../schema/cues.ts";
import type { ParsedFile } from "./setup-file.ts";
import {
  groupedPhrases,
  readShippedData,
  unknownLists,
  type WrittenPhrase,
} from "./shipped-data.ts";

const GROUPS = ["unasserted", "gaps", "escalations", "phases", "reasons"] as const;

function writtenPhrases(file: CuesFile): readonly WrittenPhrase[] {
  const asides = file.asides.map((phrase, index) => ({ path: ["asides", index], phrase }));
  const unless = file.gaps.flatMap((cue, at) =>
    cue.unless.map((phrase, index) => ({ path: ["gaps", at, "unless", index], phrase })),
  );
  const told = file.told_only.map((phrase, index) => ({ path: ["told_only", index], phrase }));
  return [
    ...GROUPS.flatMap((key) => groupedPhrases(key, file[key])),
    ...asides,
    ...unless,
    ...told,
  ];
}

function readCues(file: SourceFile | ParsedFile, language: Language): Cues {
  const { words, sections, asides, gaps, ...rest } = readShippedData(file, cuesSchema, (data) =>
    unknownLists(writtenPhrases(data), [...CUE_WORD_LISTS, ...WORD_LISTS]),
  );
  return {
    words: {
      ...language.words,
      ...words,
      people: new Set([...language.words.people, ...words.more_people]),
    },
    silentSections: new Set(sections.silent),
    concedingSections: sections.conceding,
    planSections: new Set(sections.plans),
    sectionWeights: sections.weights,
    asides: { phrases: asides, except: [] },
    unasserted: rest.unasserted,
    gaps: gaps.map(({ not_in, fallback_words, ...cue }) => {
      return { ...cue, notIn: not_in, fallbackWords: fallback_words };
    }),
    escalations: rest.escalations.map((read) => {
      const { takes_names, takes_handles, of_machines, of_outsiders, passive, ends, ...others } =
        read;
      const { needs_asker, needs_name, ...cue } = others;
      return {
        ...cue,
        takesNames: takes_names,
        takesHandles: takes_handles,
        ofMachines: of_machines,
        ofOutsiders: of_outsiders,
        isPassive: passive,
        endsClause: ends,
        needsAsker: needs_asker,
        needsName: needs_name,
      };
    }),
    toldOnly: { phrases: rest.told_only, except: [] },
    fallbacks: rest.fallbacks,
    phases: rest.phases,
    reasons: rest.reasons,
  };
}

const cuesWith = memo((language: Language) =>
  memo((file: SourceFile | ParsedFile) => readCues(file, language)),
);

/**
 * Reads the cues that ship with `pm`; their phrases may use the lists of words of the language too.
 * @throws {UsageError} with the place of each problem.
 */
export function parseCues(file: SourceFile | ParsedFile, language: Language): Cues {
  return cuesWith(language)(file);
}
