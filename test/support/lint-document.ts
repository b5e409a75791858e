import { readFileSync } from "node:fs";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import type { Finding } from "../../src/core/finding.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { type LintRun, runRules } from "../../src/lint/run.ts";
import { peopleOf } from "../../src/people/people-of.ts";
import { defaultConfig } from "../../src/setup/config.ts";
import { parseLanguage } from "../../src/setup/language.ts";
import { parseVocabulary } from "../../src/setup/vocabulary.ts";
import { TAXONOMY } from "./taxonomy.ts";

/** What differs from one document at `incident.md`. */
export interface LintOptions {
  readonly path?: string;
  /** Documents that are judged together with it. */
  readonly documents?: readonly SourceFile[];
}

const config = defaultConfig((written) => written);

function shipped(path: string): SourceFile {
  return { path, text: readFileSync(new URL(`../../${path}`, import.meta.url), "utf8") };
}

/** The day on which tests lint. */
const NOW = Date.parse("2026-07-01T00:00Z");

const vocabulary = parseVocabulary(shipped("data/en/vocabulary.yaml"));
const language = parseLanguage(shipped("data/en/language.yaml"));

/** A run of all rules over documents, without a `pm.yaml`; a test changes what it is about. */
export function buildLintRun(documents: readonly SourceFile[]): LintRun {
  const reading = { taxonomy: TAXONOMY, vocabulary, timeZone: config.timeZone };
  return {
    postmortems: documents.map((document) =>
      parsePostmortem(document, reading, ["everything", "prose"]),
    ),
    others: [],
    unreadable: [],
    texts: new Map(documents.map(({ path, text }) => [path, text])),
    rules: RULES,
    context: {
      ...{ taxonomy: TAXONOMY, config, language, now: NOW },
      people: peopleOf(reading),
      namingWords: () => ({
        ...vocabulary.lists,
        teams: vocabulary.action_phrases.teams,
        roles: vocabulary.people.role_nouns,
      }),
    },
  };
}

function findingsOfRule(ruleId: string, documents: readonly SourceFile[]): readonly Finding[] {
  const rules = RULES.filter(({ id }) => id === ruleId);
  if (rules.length === 0) throw new Error(`No rule ${ruleId}`);
  return runRules({ ...buildLintRun(documents), rules }).findings;
}

/** What one rule says of a document: "line:column message", with the path where there are several. */
export function lintDocument(
  ruleId: string,
  text: string,
  { path = "incident.md", documents = [] }: LintOptions = {},
): readonly string[] {
  return findingsOfRule(ruleId, [{ path, text }, ...documents]).map((finding) => {
    const { line, column } = finding.range.start;
    const place = documents.length > 0 ? `${finding.path}:${line}:${column}` : `${line}:${column}`;
    return `${place} ${finding.message}`;
  });
}

/** The hints that one rule gives for a document, in the order of its findings. */
export function lintHints(ruleId: string, text: string): readonly (string | null)[] {
  return findingsOfRule(ruleId, [{ path: "incident.md", text }]).map(({ hint }) => hint);
}
