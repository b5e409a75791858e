import type { UnreadColumn } from "../../core/problem.ts";
import { defineProblemRule } from "../problem-rule.ts";

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function hintOf(unread: readonly UnreadColumn[], missing: readonly string[]): string {
  const meant = unread.flatMap(({ expected }) => expected ?? []);
  const question = meant.length > 0 ? `Did you mean ${quoted(meant)}? ` : "";
  const known = missing.filter((name) => !meant.includes(name));
  const rest = known.length > 0 ? `pm looks for columns named ${quoted(known)}.` : "";
  return `${question}${rest}`.trim();
}

export const tableColumns = defineProblemRule({
  id: "table-columns",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Tables have a head, with columns that pm knows.`,
  why: `A column with a misspelt name is not read, in any of the table's rows. Without the line below its head, most readers see a paragraph.`,
  helps: `\`pm actions\` reads owner, due date and status of an action from its table.`,
  bad: `---
title: Checkout stalled
status: draft
---

## Actions

| Action | Onwer | Due | Status |
|---|---|---|---|
| Queue game day | payments | 2026-04-15 | open |
`,
  good: `---
title: Checkout stalled
status: draft
---

## Actions

| Action | Owner | Due | Status |
|---|---|---|---|
| Queue game day | payments | 2026-04-15 | open |
`,
  word: (problem) => {
    if (problem.kind === "table-undelimited" && problem.isSplit === true) {
      return {
        message: "Unexpected rows without a head",
        hint: "Remove the blank line between them and their table.",
      };
    }
    if (problem.kind === "table-undelimited") {
      return {
        message: "Unexpected table without a line such as `|---|---|` below its head",
        hint: "Without it, markdown shows a paragraph.",
      };
    }
    if (problem.kind === "row-shifted") {
      const { cells, columns } = problem;
      return {
        message: `Unexpected row of ${cells} cells below a head of ${columns}`,
        hint: "Cells may be under the wrong column. Write a bar within a cell as `\\|`.",
      };
    }
    if (problem.kind !== "column-slip") return null;
    const { unread, missing } = problem;
    const columns = unread.length === 1 ? "column" : "columns";
    return {
      message: `Unknown ${columns} ${quoted(unread.map(({ written }) => written))}`,
      hint: hintOf(unread, missing),
    };
  },
});
