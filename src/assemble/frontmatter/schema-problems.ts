import type { Problem } from "../../core/postmortem.ts";
import type { LocatedData } from "../../parse/frontmatter/located-data.ts";
import { checkSchema } from "../../schema/check.ts";
import { frontmatterSchema } from "../../schema/frontmatter.ts";
import type { AssembleContext } from "../context.ts";
import { byTopKey, foreignHint, isHarmless } from "./foreign-hints.ts";
import type { ForeignKey } from "./foreign-keys.ts";
import { keyOf } from "./reader.ts";

const strictSchema = frontmatterSchema("strict");

/** Where a frontmatter does not fit its schema, without what only another tool needs. */
export function schemaProblems(
  located: LocatedData,
  data: unknown,
  foreign: readonly ForeignKey[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  const issues = checkSchema(strictSchema, data);
  const foreignKeys = byTopKey(foreign);
  const told = issues.filter((issue) => !isHarmless(issue, data, foreignKeys, vocabulary));
  return told.map(({ kind, path, message, hint, replacement }) => {
    const edit = replacement === null ? null : located.replaceText(path, replacement);
    return {
      ruleId: kind === "unknown-key" ? "unknown-key" : "frontmatter-schema",
      message,
      hint: (kind === "unknown-key" ? foreignHint(path, foreignKeys) : null) ?? hint,
      range: kind === "unknown-key" ? located.keyRange(path) : located.valueRange(path),
      ...(edit ? { fix: [edit] } : {}),
      ...(kind === "mismatch" ? { unreadKey: keyOf(path) } : {}),
    };
  });
}
