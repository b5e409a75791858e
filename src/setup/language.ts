import type { Language, PhraseGroup } from "../core/language.ts";
import { indexLines } from "../core/line-index.ts";
import type { SourceFile } from "../core/source-file.ts";
import { parseYaml } from "../parse/frontmatter/yaml.ts";
import { type LanguageFile, languageSchema } from "../schema/language.ts";

function groupsOf(groups: LanguageFile["blame"]): readonly PhraseGroup[] {
  return groups.map(({ not_in, ...rest }) => ({ ...rest, notIn: not_in }));
}

/** Reads the language file that ships with `pm`. Throws where it is broken: that is a mistake of ours. */
export function parseLanguage(file: SourceFile): Language {
  const data = parseYaml(file.text, 0, indexLines(file.text)).data;
  const { words, conditions, counterfactuals, blame, amounts } = languageSchema.parse(data);
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
}
