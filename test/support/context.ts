import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AssembleContext } from "../../src/assemble/context.ts";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import type { FactName, Postmortem } from "../../src/core/postmortem.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { parseVocabulary } from "../../src/setup/vocabulary.ts";
import { ROOT } from "./root.ts";

function shipped(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

/** The taxonomy that ships with the project. */
export const SHIPPED_TAXONOMY = shipped("data/taxonomy.yaml");

function shippedContext(): AssembleContext {
  const { taxonomy, problems } = parseTaxonomy(SHIPPED_TAXONOMY, SHIPPED_TAXONOMY);
  if (!taxonomy) throw new Error(JSON.stringify(problems));
  return {
    taxonomy,
    vocabulary: parseVocabulary(shipped("data/en/vocabulary.yaml")),
    timeZone: "UTC",
  };
}

/** What reading a document takes, with all that ships with the project. */
export const CONTEXT = shippedContext();

/** One document, read with what ships with the project. */
export function read(text: string, needs?: readonly FactName[], path = "a.md"): Postmortem {
  return parsePostmortem({ path, text }, CONTEXT, needs);
}

/** The problems of a document as "line:column rule: message". */
export function problemsOf(text: string): readonly string[] {
  return read(text).problems.map(({ ruleId, message, range }) => {
    return `${range.start.line}:${range.start.column} ${ruleId}: ${message}`;
  });
}
