import { Chalk } from "chalk";
import { UsageError } from "../../core/errors.ts";
import { suggest } from "../../core/suggest.ts";
import type { Rule } from "../../lint/define.ts";
import { RULES } from "../../lint/rules/index.ts";
import type { AddCommand } from "../command.ts";
import { wantsColor } from "../io.ts";

const DRAFTS: Readonly<Record<Rule["drafts"], string>> = {
  off: "not applied to drafts",
  warning: "at most a warning in drafts",
  same: "applied to drafts too",
};

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
          chalk.bold("Fails"),
          indented(rule.bad),
          "",
          chalk.bold("Passes"),
          indented(rule.good),
          "",
        ];
  const level = `${rule.defaultLevel} by default, ${DRAFTS[rule.drafts]}`;
  const setting = indented(`lint:\n  rules:\n    ${rule.id}: off   # error, warning or off`);
  return [
    chalk.bold(rule.id),
    rule.summary,
    "",
    rule.why,
    "",
    `Level: ${level}. In pm.yaml:`,
    setting,
    "",
    ...examples,
  ].join("\n");
}

/** `pm explain`: why a rule exists, with a failing and a passing document. */
export const addExplainCommand: AddCommand = (program, io) => {
  program
    .command("explain")
    .summary("Say why a lint rule exists, with examples; without a rule, list them")
    .argument("[rule]", "id of a rule")
    .action(async (id?: string) => {
      if (id === undefined) {
        await io.stdout.write(listText());
        return;
      }
      const rule = RULES.find((one) => one.id === id);
      if (!rule) {
        const near = suggest(
          id,
          RULES.map((one) => one.id),
        );
        const hint = near ? `Did you mean \`${near}\`?` : "`pm explain` lists the rules.";
        throw new UsageError(`Unknown rule \`${id}\``, hint);
      }
      await io.stdout.write(ruleText(rule, wantsColor(io.stdout, io.env)));
    });
};
