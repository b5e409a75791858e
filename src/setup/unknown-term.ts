import { findTerm, type Term } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import type { DataPath } from "../parse/frontmatter/located-data.ts";
import type { SetupIssue } from "./setup-file.ts";

const MOST_LISTED = 12;

/** What is wrong with a name that its list does not have; nothing where it has it, or is empty. */
export function unknownTerm(
  noun: string,
  written: string,
  terms: readonly Term[],
  path: DataPath,
): readonly SetupIssue[] {
  if (terms.length === 0 || findTerm(terms, written)) return [];
  const ids = terms.map(({ id }) => id);
  const near = didYouMean(written, ids);
  const listed = ids.length > MOST_LISTED ? "`pm taxonomy list` lists them." : ids.join(", ");
  const hint = near ? `Did you mean \`${near}\`?` : `Known: ${listed}`;
  return [{ path, what: "value", message: `Unknown ${noun} \`${written}\``, hint }];
}
