import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AssembleContext } from "../../src/assemble/context.ts";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import type { FactName, Postmortem } from "../../src/core/postmortem.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import type { Rule } from "../../src/lint/define.ts";
import type { ProblemRule } from "../../src/lint/problem-rule.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { parseLanguage } from "../../src/setup/language.ts";
import { parseNames } from "../../src/setup/names.ts";
import { parseTaxonomy } from "../../src/setup/taxonomy.ts";
import { parseVocabulary } from "../../src/setup/vocabulary.ts";
import { ROOT } from "./root.ts";

function shipped(path: string): SourceFile {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

/** The taxonomy that ships with the project. */
export const SHIPPED_TAXONOMY = shipped("data/taxonomy.yaml");

const LANGUAGE = shipped("data/en/language.yaml");
const NAMES = shipped("data/names.yaml");

function shippedContext(): AssembleContext {
  const read = parseTaxonomy(SHIPPED_TAXONOMY, SHIPPED_TAXONOMY);
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return {
    taxonomy: read.value,
    vocabulary: parseVocabulary(shipped("data/en/vocabulary.yaml")),
    language: () => parseLanguage(LANGUAGE),
    names: () => parseNames(NAMES),
    timeZone: "UTC",
  };
}

/** What reading a document takes, with all that ships with the project. */
export const CONTEXT = shippedContext();

/** One document, read with what ships with the project. */
export function read(text: string, needs?: readonly FactName[], path = "a.md"): Postmortem {
  return parsePostmortem({ path, text }, CONTEXT, needs);
}

function isProblemRule(rule: Rule): rule is ProblemRule {
  return "reportOn" in rule;
}

/** What rules say of the problems that reading a document found, in its order. */
export function reportsOf({ problems }: Postmortem) {
  return problems.flatMap((problem) =>
    RULES.flatMap((rule) => {
      const report = isProblemRule(rule) ? rule.reportOn(problem) : null;
      return report ? [{ ruleId: rule.id, ...report }] : [];
    }),
  );
}

/** The problems of a document as "line:column rule: message". */
export function problemsOf(text: string): readonly string[] {
  return reportsOf(read(text)).map(({ ruleId, message, range }) => {
    return `${range.start.line}:${range.start.column} ${ruleId}: ${message}`;
  });
}
