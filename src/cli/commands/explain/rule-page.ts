import type { Rule } from "../../../lint/define.ts";

const DRAFTS: Readonly<Record<Rule["drafts"], string>> = {
  off: "skipped in drafts",
  warning: "at most a warning in drafts",
  same: "in drafts too",
};

/** The levels of a rule, in words. */
export function levelText({ defaultLevel, drafts }: Rule): string {
  return `${defaultLevel} by default, ${DRAFTS[drafts]}`;
}

/** The settings of a rule in `pm.yaml`, with their defaults: an example to copy. */
export function settingText({ id, options = {} }: Rule): string {
  const figures = Object.entries(options).map(
    ([name, option]) => `      ${name}: ${option.default}   # ${option.description}`,
  );
  return [
    "lint:",
    "  rules:",
    `    ${id}: off   # error, warning or off`,
    ...(figures.length > 0 ? ["  options:", `    ${id}:`, ...figures] : []),
  ].join("\n");
}

function fenced(language: string, text: string): string {
  return `~~~${language}\n${text.trimEnd()}\n~~~`;
}

/** The options that the examples assume; empty for the defaults. */
export function exampleNote({ exampleOptions = {} }: Rule): string {
  const set = Object.entries(exampleOptions).map(([name, value]) => `${name}: ${value}`);
  return set.length === 0 ? "" : ` (with ${set.join(", ")})`;
}

/** The page of one rule, as markdown. */
export function rulePage(rule: Rule): string {
  const { id, summary, why, helps, bad, good } = rule;
  const examples = [
    `## Wrong${exampleNote(rule)}`,
    fenced("markdown", bad),
    "## Right",
    fenced("markdown", good),
  ];
  return `${[
    `# ${id}`,
    summary,
    "## Why",
    why,
    "## What it helps with",
    helps,
    ...(bad === "" ? [] : examples),
    "## Options",
    `Level: ${levelText(rule)}. In \`pm.yaml\`:`,
    fenced("yaml", settingText(rule)),
    `To silence it in one place, give a reason: \`<!-- pm-disable-next-line ${id}: reason -->\`, or in the frontmatter \`# pm-disable-next-line ${id}: reason\`.`,
  ].join("\n\n")}\n`;
}

/** The list of all rules, as markdown, with links to their pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  const lines = rules.map(({ id, defaultLevel, summary }) => {
    return `| [${id}](${id}.md) | ${defaultLevel} | ${summary} |`;
  });
  return `${[
    "# The rules of pm lint",
    "Each page says why a rule exists, which reports it helps, and how to configure it. `pm explain RULE` prints the same.",
    ["| Rule | Level | What it asks for |", "|---|---|---|", ...lines].join("\n"),
  ].join("\n\n")}\n`;
}
