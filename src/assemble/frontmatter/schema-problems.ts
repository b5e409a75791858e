import { asUnsafeFix } from "../../core/places/edit.ts";
import type { OtherToolsKey, Problem } from "../../core/problem.ts";
import { replacing } from "../../core/text/replacing.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import { dataAt, type SchemaIssue } from "../../schema/check.ts";
import type { AssembleContext } from "../context.ts";
import { byTopKey, isHarmless, understoodKey } from "./harmless-keys.ts";
import type { ReadOtherToolsKey } from "./other-tools-keys.ts";
import { keyOf } from "./reader.ts";

/** The name that another tool's key has here, where a key of ours in the same place would say the same. */
function ownName(path: DataPath, otherTools: OtherToolsKey | null, data: unknown): string | null {
  if (otherTools?.state !== "read") return null;
  const own = otherTools.meaning.split(".");
  const isBeside =
    own.length === path.length && own.slice(0, -1).every((step, at) => step === path[at]);
  return isBeside && dataAt(data, own) === undefined ? (own.at(-1) ?? null) : null;
}

/** The data of a frontmatter, and where they do not fit the strict schema. */
interface Unfit {
  readonly data: unknown;
  readonly issues: readonly SchemaIssue[];
}

/** Where a frontmatter does not fit its schema, without what only another tool needs. */
export function schemaProblems(
  located: LocatedData,
  { data, issues }: Unfit,
  keys: readonly ReadOtherToolsKey[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  const otherToolsKeys = byTopKey(keys);
  // A key that is misspelt is not missing, too.
  const meantKeys = new Set(
    issues.flatMap(({ path, meant, kind }) =>
      kind === "unknown" && meant !== null ? [JSON.stringify([...path.slice(0, -1), meant])] : [],
    ),
  );
  const reported = issues.filter(
    (issue) =>
      !isHarmless(issue, data, otherToolsKeys, vocabulary) &&
      !(dataAt(data, issue.path) === undefined && meantKeys.has(JSON.stringify(issue.path))),
  );
  return reported.map(({ kind, path, message, hint, replacement, meant }): Problem => {
    const edit = replacement === null ? null : located.replaceText(path, replacement);
    const edits = edit ? { fix: [edit] } : {};
    if (kind === "unknown") {
      const otherTools = understoodKey(path, otherToolsKeys);
      const range = located.keyRange(path);
      const beside = (key: string) => [...path.slice(0, -1), key];
      // The value of the key that is meant is not missing: it stands under another name.
      const unread = meant === null ? {} : { unreadKey: keyOf(beside(meant)) };
      const isFree = meant !== null && !otherTools && dataAt(data, beside(meant)) === undefined;
      const name = isFree ? meant : ownName(path, otherTools, data);
      const renamed = name === null ? null : replacing(range, String(path.at(-1)), name);
      const fixes = { ...edits, ...asUnsafeFix([renamed]) };
      const unlike = meant === null && path.length === 1 ? { unlike: String(path[0]) } : {};
      const problem = { kind: "strange-key", message, hint, otherTools, ...unlike } as const;
      return { ...problem, range, ...unread, ...fixes };
    }
    const range = located.valueRange(path);
    const probable = meant === null ? null : located.replaceText(path, meant);
    const fixes = { ...edits, ...asUnsafeFix([probable]) };
    return { kind: "invalid", message, hint, range, unreadKey: keyOf(path), ...fixes };
  });
}
