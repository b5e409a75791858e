import type { DocumentLanguage } from "../core/postmortem.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { AssembleContext } from "./context.ts";
import { ENGLISH, languageOf } from "./language.ts";
import { orderWithin } from "./written/numbers-date.ts";
import { orderBeside } from "./written/order-beside.ts";

/** The context of one document: the words of its language, and how it orders day and month. */
export function contextFor(
  { path, text }: SourceFile,
  given: AssembleContext,
): { readonly context: AssembleContext; readonly language: DocumentLanguage } {
  const { languages } = given;
  const language = languages ? languageOf(text, languages) : ENGLISH;
  const vocabulary =
    languages && language.id !== ENGLISH.id
      ? languages.vocabularyOf(language.id)
      : given.vocabulary;
  const assumed = given.dateOrder ?? vocabulary.date_order ?? given.folderOrder ?? null;
  const name = path.split(/[\\/]/).at(-1) ?? "";
  const ownOrder = orderWithin(text, name) ?? orderBeside(name, text, vocabulary.months);
  const dateOrder = ownOrder ?? assumed;
  const { rowWeights, ...others } = given;
  const own = language.id === ENGLISH.id && rowWeights ? { rowWeights } : {};
  return { context: { ...others, ...own, vocabulary, dateOrder }, language };
}
