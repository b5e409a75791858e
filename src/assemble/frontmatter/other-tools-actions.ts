import { isMapping } from "../../core/is-mapping.ts";
import type { Action, Fact } from "../../core/postmortem.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { namedColumn } from "../actions/columns.ts";
import { dateFact } from "../actions/due.ts";
import { actionStatus } from "../actions/status.ts";
import type { AssembleContext } from "../context.ts";
import { ownerFact } from "../sections/cells.ts";
import { isPlaceholder, normalizeHeading } from "../written/phrases.ts";
import { foldKey } from "./other-tools-meaning.ts";
import { frontmatterSource } from "./reader.ts";

/** A key as people would write it as a heading: `actionItems` is "action items". */
function headingOf(key: string): string {
  return normalizeHeading(foldKey(key).replaceAll("-", " "));
}

/** Where a frontmatter lists actions: under a key of its own, or within a wrapper. */
function listPaths(data: unknown, vocabulary: Vocabulary): readonly DataPath[] {
  if (!isMapping(data)) return [];
  const { headings, frontmatter_wrappers } = vocabulary;
  const isList = (key: string, value: unknown) =>
    Array.isArray(value) && headings.actions.includes(headingOf(key));
  const wrappers = new Set(frontmatter_wrappers.map(foldKey));
  return Object.entries(data).flatMap(([key, value]): readonly DataPath[] => {
    if (isList(key, value)) return [[key]];
    if (!wrappers.has(foldKey(key)) || !isMapping(value)) return [];
    return Object.entries(value).flatMap(([name, one]) => (isList(name, one) ? [[key, name]] : []));
  });
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function actionOf(
  entry: unknown,
  path: DataPath,
  located: LocatedData,
  context: AssembleContext,
): readonly Action[] {
  const fields = new Map<string, Fact<string>>();
  const { placeholders, no_value: none } = context.vocabulary;
  const add = (name: string, value: unknown, at: DataPath) => {
    const text = textOf(value);
    const isSaid = !isPlaceholder(text, placeholders) && !none.includes(text.toLowerCase());
    if (text !== "" && isSaid && !fields.has(name)) {
      fields.set(name, { value: text, source: frontmatterSource(located, at) });
    }
  };
  if (!isMapping(entry)) add("title", entry, path);
  for (const [key, value] of isMapping(entry) ? Object.entries(entry) : []) {
    const name = headingOf(key);
    const isTitle = context.vocabulary.columns.action.includes(name) || name === "name";
    const column = isTitle ? "title" : namedColumn(name, context.vocabulary);
    if (column !== null) add(column, value, [...path, key]);
  }
  const title = fields.get("title");
  if (!title) return [];
  const owner = fields.get("owner");
  const cells = new Map(owner ? [["owner", { text: owner.value, range: owner.source.range }]] : []);
  const named = ownerFact(cells, context);
  return [
    {
      title,
      owner: named && owner ? { ...named, source: owner.source } : null,
      due: dateFact(fields.get("due") ?? null, context),
      status: actionStatus(fields.get("status") ?? null, context),
      done: dateFact(fields.get("done") ?? null, context),
      competency: null,
      source: frontmatterSource(located, path),
    },
  ];
}

/** The actions that a frontmatter lists under keys that are not ours; null where it lists none. */
export function otherToolsActions(
  located: LocatedData,
  data: unknown,
  context: AssembleContext,
): readonly Action[] | null {
  const found = listPaths(data, context.vocabulary).flatMap((path) => {
    const list = path.reduce<unknown>(
      (value, step) => (isMapping(value) ? value[String(step)] : undefined),
      data,
    );
    const entries: readonly unknown[] = Array.isArray(list) ? list : [];
    return entries.flatMap((entry, index) => actionOf(entry, [...path, index], located, context));
  });
  return found.length === 0 ? null : found;
}
