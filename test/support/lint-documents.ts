import { readFileSync } from "node:fs";
import { defaultConfig } from "../../src/assemble/config.ts";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import { parseTaxonomy } from "../../src/assemble/taxonomy.ts";
import { parseVocabulary } from "../../src/assemble/vocabulary.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { runRules, type LintRun } from "../../src/lint/run.ts";

const OWN_TAXONOMY = `version: 1
extends: default
teams:
  - id: payments
  - id: ledger
  - id: platform
services:
  - id: checkout
    owner: payments
  - id: ledger
    owner: ledger
`;

function shippedFile(name: string): SourceFile {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
  return { path: name, text };
}

const vocabulary = parseVocabulary(shippedFile("vocabulary.yaml"));
const { taxonomy, problems } = parseTaxonomy(
  { path: "own.yaml", text: OWN_TAXONOMY },
  shippedFile("taxonomy.yaml"),
);
if (taxonomy === null) throw new Error(problems.map(({ message }) => message).join("\n"));
const config = defaultConfig((written) => written);
const reading = { taxonomy, vocabulary, timeZone: config.timeZone };

/** A run of all rules over documents, without a `pm.yaml`; a test changes what it is about. */
export function buildLintRun(documents: readonly SourceFile[]): LintRun {
  return {
    postmortems: documents.map((document) => parsePostmortem(document, reading)),
    unreadable: [],
    rules: RULES,
    context: { taxonomy: reading.taxonomy, config },
  };
}

function runRule(ruleId: string, documents: readonly SourceFile[]): readonly Finding[] {
  const rules = RULES.filter(({ id }) => id === ruleId);
  if (rules.length === 0) throw new Error(`No rule ${ruleId}`);
  return runRules({ ...buildLintRun(documents), rules });
}

/** What one rule says of documents: "path:line:column level message". */
export function lintDocuments(ruleId: string, documents: readonly SourceFile[]): readonly string[] {
  return runRule(ruleId, documents).map(
    ({ path, range: { start }, level, message }) =>
      `${path}:${start.line}:${start.column} ${level} ${message}`,
  );
}

/** What one rule says of one document: "line:column message". */
export function lintDocument(ruleId: string, text: string): readonly string[] {
  return runRule(ruleId, [{ path: "incident.md", text }]).map(
    ({ range: { start }, message }) => `${start.line}:${start.column} ${message}`,
  );
}
