import type { AssembleContext } from "../assemble/context.ts";
import { readDocument } from "../assemble/document-kind.ts";
import { parsePostmortem } from "../assemble/postmortem.ts";
import type { DocumentLanguage, FactName, Postmortem } from "../core/postmortem.ts";
import type { SourceFile, UnreadableFile } from "../core/source-file.ts";
import { sharedText } from "../core/text/own-text.ts";
import type { SplitDocument } from "../parse/frontmatter/frontmatter.ts";
import { excessOf } from "../read/budget.ts";
import { spareForText } from "../read/heap-growth.ts";

export interface Identified {
  readonly path: string;
}

/** Makes what is kept of a postmortem as soon as it was read, so that large folders fit the memory. */
export type Keep<Kept extends Identified> = (
  postmortem: Postmortem,
  split: SplitDocument,
  text: string,
  /** Reads the same document as far as something else asks. */
  again: (needs: readonly FactName[]) => Postmortem,
) => Kept;

/** What is asked of documents, and what is kept of each. */
export interface WhatToKeep<Kept extends Identified> {
  readonly needs: readonly FactName[];
  readonly keep: Keep<Kept>;
}

/** What became of one file: plain data, if what is kept is. */
export type ParseResult<Kept> =
  | {
      readonly postmortem: Kept;
      /** What it reads like, such as "a runbook"; null for a postmortem. */
      readonly kind: string | null;
      readonly language: DocumentLanguage | null;
      /** Whole names that it lists. */
      readonly names: readonly string[];
    }
  | { readonly unreadable: UnreadableFile }
  | { readonly other: string };

/**
 * Reads one document as far as `needs` asks. Never throws on content.
 * @param isNamed whether somebody called it a postmortem by naming its file.
 */
export function parseFile<Kept extends Identified>(
  file: SourceFile,
  context: AssembleContext,
  { needs, keep }: WhatToKeep<Kept>,
  isNamed: boolean,
): ParseResult<Kept> {
  spareForText(file.text);
  const excess = excessOf(file.text);
  if (excess !== null) {
    return { unreadable: { path: file.path, message: `${excess}, which no postmortem has` } };
  }
  try {
    const { postmortem, split, otherKind: kind } = readDocument(file, context, needs);
    if (kind !== null && !isNamed) return { other: `${file.path} (${kind})` };
    const names = postmortem.listedNames.full.map(sharedText);
    const { language = null } = postmortem;
    const again = (more: readonly FactName[]) => parsePostmortem(file, context, more);
    return { postmortem: keep(postmortem, split, file.text, again), kind, language, names };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { unreadable: { path: file.path, message: "nested too deeply to read" } };
  }
}
