import { expect, test } from "vitest";
import { RULES } from "../../src/lint/rules/index.ts";
import { runRules } from "../../src/lint/run.ts";
import { buildLintRun } from "../support/lint-document.ts";
import { TAXONOMY } from "../support/taxonomy.ts";

test.each<[ruleId: string, list: keyof typeof TAXONOMY]>([
  ["unknown-cause", "causes"],
  ["unknown-competency", "competencies"],
  ["unknown-detection-source", "detectionSources"],
  ["unknown-kind", "kinds"],
  ["unknown-service", "services"],
  ["unknown-severity", "severities"],
  ["unknown-team", "teams"],
  ["unknown-trigger", "triggers"],
])("%s says nothing where the taxonomy lists no %s", (ruleId, list) => {
  const rules = RULES.filter(({ id }) => id === ruleId);
  const documents = rules.map(({ bad }) => ({ path: "incident.md", text: bad }));
  const run = { ...buildLintRun(documents), rules };
  const context = { ...run.context, taxonomy: { ...TAXONOMY, [list]: [] } };
  expect(runRules(run).findings).toHaveLength(1);
  expect(runRules({ ...run, context }).findings).toEqual([]);
});
