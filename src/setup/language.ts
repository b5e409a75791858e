import { memo } from "../core/memo.ts";
import { type Language, type PhraseGroup, WORD_LISTS } from "../core/settings/language.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type LanguageFile, languageSchema } from "../schema/language.ts";
import type { ParsedFile } from "./setup-file.ts";
import {
  groupedPhrases,
  readShippedData,
  unknownLists,
  type WrittenPhrase,
} from "./shipped-data.ts";

function groupsOf(groups: LanguageFile["blame"]): readonly PhraseGroup[] {
  return groups.map(({ not_in, ...rest }) => ({ ...rest, notIn: not_in }));
}

function writtenPhrases(file: LanguageFile): readonly WrittenPhrase[] {
  return [
    ...file.conditions.map((phrase, index) => ({ path: ["conditions", index], phrase })),
    ...(["counterfactuals", "blame", "amounts"] as const).flatMap((key) =>
      groupedPhrases(key, file[key]),
    ),
  ];
}

/**
 * Reads the language file that ships with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseLanguage = memo((file: SourceFile | ParsedFile): Language => {
  const { words, conditions, counterfactuals, blame, amounts } = readShippedData(
    file,
    languageSchema,
    (data) => unknownLists(writtenPhrases(data), WORD_LISTS),
  );
  return {
    words,
    conditions: {
      phrases: conditions,
      except: [],
      subject: "any",
      verb: "participle",
      notIn: [],
      question: "",
    },
    counterfactuals: groupsOf(counterfactuals),
    blame: groupsOf(blame),
    amounts: groupsOf(amounts),
  };
});
