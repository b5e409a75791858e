import { Chalk } from "chalk";
import { Option } from "commander";
import { didYouMean } from "../../../core/did-you-mean.ts";
import { UsageError } from "../../../core/errors.ts";
import type { Rule } from "../../../lint/define.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { exampleNote, levelText, ruleIndex, rulePage, settingText } from "./rule-page.ts";

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}

function listText(): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  const lines = RULES.map(({ id, defaultLevel, summary }) => {
    return `${id.padEnd(width)}  ${defaultLevel.padEnd(7)}  ${summary}`;
  });
  return `${lines.join("\n")}\n`;
}

function ruleText(rule: Rule, color: boolean): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const examples =
    rule.bad === ""
      ? []
      : [
          chalk.bold(`Fails${exampleNote(rule)}`),
          indented(rule.bad),
          "",
          chalk.bold("Passes"),
          indented(rule.good),
          "",
        ];
  return [
    chalk.bold(rule.id),
    rule.summary,
    "",
    rule.why,
    "",
    rule.helps,
    "",
    `Level: ${levelText(rule)}. In pm.yaml:`,
    indented(settingText(rule)),
    "",
    ...examples,
  ].join("\n");
}

interface ExplainOptions {
  readonly format: "text" | "markdown";
}

function findRule(id: string): Rule {
  const rule = RULES.find((one) => one.id === id);
  if (rule) return rule;
  const near = didYouMean(
    id,
    RULES.map((one) => one.id),
  );
  const hint = near ? `Did you mean \`${near}\`?` : "`pm explain` lists the rules.";
  throw new UsageError(`Unknown rule \`${id}\``, hint);
}

/** `pm explain`: says why a rule exists, with a failing and a passing document. */
export const addExplainCommand: AddCommand = (program, io) => {
  program
    .command("explain")
    .helpGroup(GROUPS.check)
    .summary("Say why a lint rule exists, with examples; without a rule, list all")
    .description(
      "Say why a lint rule exists, with a failing and a passing document. Without a rule, list all rules.",
    )
    .argument("[rule]", "id of a rule")
    .addOption(
      new Option("--format <name>", "output format").choices(["text", "markdown"]).default("text"),
    )
    .action(async (id: string | undefined, { format }: ExplainOptions) => {
      const rule = id === undefined ? null : findRule(id);
      if (format === "markdown") {
        await io.result(rule ? rulePage(rule) : ruleIndex(RULES));
      } else {
        await io.result(rule ? ruleText(rule, io.look().color) : listText());
      }
    });
};
