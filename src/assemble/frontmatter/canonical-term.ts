import type { Edit } from "../../core/edit.ts";
import type { Range } from "../../core/position.ts";
import type { Problem } from "../../core/postmortem.ts";

/** What is wrong with a name that the taxonomy knows, and spells otherwise. */
export function canonicalProblem(
  written: string,
  id: string,
  range: Range,
  edit: Edit | null,
): Problem {
  return {
    ruleId: "canonical-term",
    message: `Unexpected \`${written}\`, expected its id \`${id}\``,
    hint: edit ? "pm lint --fix writes it." : null,
    range,
    ...(edit ? { fix: [edit] } : {}),
  };
}
