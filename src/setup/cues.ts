import type { Cues } from "../core/cues.ts";
import type { Language } from "../core/language.ts";
import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { cuesSchema } from "../schema/cues.ts";

/**
 * Reads the cues that ship with `pm`; their phrases may use the lists of words of the language too.
 * Throws where the file is broken: that is a mistake of ours.
 */
export function parseCues(file: SourceFile, language: Language): Cues {
  const data = parseYaml(file.text, 0, indexLines(file.text)).data;
  const { words, sections, gaps, ...rest } = cuesSchema.parse(data);
  return {
    words: { ...language.words, ...words },
    silentSections: new Set(sections.silent),
    planSections: new Set(sections.plans),
    sectionWeights: new Map(Object.entries(sections.weights)),
    gaps: gaps.map(({ not_in, ...cue }) => ({ ...cue, notIn: not_in })),
    escalations: rest.escalations,
    phases: rest.phases,
    reasons: rest.reasons,
  };
}
