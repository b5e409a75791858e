import type { OtherToolsKey } from "../../core/problem.ts";
import { defineProblemRule } from "../problem-rule.ts";

/** What pm makes of the key of another tool. */
function hintFor({ name, isNested, meaning, state, whyInvalid }: OtherToolsKey): string {
  const it = isNested ? `\`${name}\`` : "It";
  const key = `\`${meaning}\``;
  switch (state) {
    case "read":
      return `${it} is read as ${key}; pm import writes that.`;
    case "stated":
      return `Remove \`${name}\`: another key states ${key}, and that one counts.`;
    case "invalid":
      return `${it} would be read as ${key}, but ${whyInvalid ?? "does not fit"}.`;
  }
}

/** How to keep a key that only another tool needs. */
function hintToAllow(key: string): string {
  return `If another tool needs it, add \`keys: { ${key}: ignore }\` to the file that \`import_map\` in pm.yaml names.`;
}

export const unknownKey = defineProblemRule({
  id: "unknown-key",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every frontmatter key is one that \`pm\` knows.`,
  why: `A misspelt key is as good as a missing one: every report would lose the fact. So unknown keys are reported, never ignored. A key that only another tool needs can be allowed: write \`keys: { site: ignore }\` into a file of your own and name that file under \`import_map\` in \`pm.yaml\`. \`keys\` can also say which key of pm yours stands for, and \`pm import --learn-map\` drafts the file.`,
  helps: `A fact under a misspelt key reaches neither \`pm gaps\` nor any other report.`,
  bad: `---
title: Checkout stalled
status: draft
sevrity: P1
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
---
`,
  word: (problem) => {
    if (problem.kind !== "strange-key") return null;
    const { message, hint, otherTools, unlike } = problem;
    if (otherTools) return { message, hint: hintFor(otherTools) };
    return { message, hint: unlike === undefined ? hint : hintToAllow(unlike) };
  },
});
