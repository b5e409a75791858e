import type { Problem } from "../../core/problem.ts";
import { replacing } from "../../core/replacing.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import { checkSchema, dataAt } from "../../schema/check.ts";
import { frontmatterSchema } from "../../schema/frontmatter.ts";
import type { AssembleContext } from "../context.ts";
import { byTopKey, isHarmless, understoodKey } from "./harmless-keys.ts";
import type { ReadOtherToolsKey } from "./other-tools-keys.ts";
import { keyOf } from "./reader.ts";

const strictSchema = frontmatterSchema("strict");

/** Whether something stands at a path. */
function isStated(data: unknown, path: DataPath): boolean {
  return dataAt(data, path) !== undefined;
}

/** Where a frontmatter does not fit its schema, without what only another tool needs. */
export function schemaProblems(
  located: LocatedData,
  data: unknown,
  keys: readonly ReadOtherToolsKey[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  const issues = checkSchema(strictSchema, data);
  const otherToolsKeys = byTopKey(keys);
  const told = issues.filter((issue) => !isHarmless(issue, data, otherToolsKeys, vocabulary));
  return told.map(({ kind, path, message, hint, replacement, meant }): Problem => {
    const edit = replacement === null ? null : located.replaceText(path, replacement);
    const edits = edit ? { fix: [edit] } : {};
    if (kind === "unknown") {
      const otherTools = understoodKey(path, otherToolsKeys);
      const range = located.keyRange(path);
      // The value of the key that is meant is not missing: it stands under another name.
      const unread = meant === null ? {} : { unreadKey: keyOf([...path.slice(0, -1), meant]) };
      const isTaken = meant !== null && isStated(data, [...path.slice(0, -1), meant]);
      const edit = meant === null || isTaken ? null : replacing(range, String(path.at(-1)), meant);
      const unsafe = edit && !otherTools ? { unsafeFix: [edit] } : {};
      return {
        kind: "strange-key",
        message,
        hint,
        otherTools,
        range,
        ...unread,
        ...edits,
        ...unsafe,
      };
    }
    const range = located.valueRange(path);
    const probable = meant === null ? null : located.replaceText(path, meant);
    const unsafe = probable ? { unsafeFix: [probable] } : {};
    return { kind: "invalid", message, hint, range, unreadKey: keyOf(path), ...unsafe, ...edits };
  });
}
