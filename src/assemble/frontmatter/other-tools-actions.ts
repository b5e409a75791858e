import { isMapping } from "../../core/is-mapping.ts";
import type { Action, Fact } from "../../core/postmortem.ts";
import type { DataPath, LocatedData } from "../../parse/frontmatter/located-data.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { namedColumn } from "../actions/columns.ts";
import { dateFact } from "../actions/due.ts";
import { actionStatus, wordStatus } from "../actions/status.ts";
import type { AssembleContext } from "../context.ts";
import { ownerFact } from "../sections/cells.ts";
import { isPlaceholder } from "../written/phrases.ts";
import { headingOfKey } from "./listed-sections.ts";
import { frontmatterSource } from "./reader.ts";
import { wrappedEntries } from "./wrapped-entries.ts";

interface ListedActions {
  readonly path: DataPath;
  readonly entries: readonly unknown[];
}

/** The lists of actions in a frontmatter: under a key of its own, or within a wrapper. */
function listedActions(data: unknown, vocabulary: Vocabulary): readonly ListedActions[] {
  return wrappedEntries(data, vocabulary).flatMap(({ key, path, value }) => {
    const isOfActions = vocabulary.headings.actions.includes(headingOfKey(key));
    return Array.isArray(value) && isOfActions ? [{ path, entries: value }] : [];
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
    // "todo" asks for something, but as a state.
    const isState = name === "status" && wordStatus(text, context.vocabulary) !== undefined;
    const isBlank = isPlaceholder(text, placeholders) || none.includes(text.toLowerCase());
    const isSaid = isState || !isBlank;
    if (text !== "" && isSaid && !fields.has(name)) {
      fields.set(name, { value: text, source: frontmatterSource(located, at) });
    }
  };
  if (!isMapping(entry)) add("title", entry, path);
  for (const [key, value] of isMapping(entry) ? Object.entries(entry) : []) {
    const name = headingOfKey(key);
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
  const found = listedActions(data, context.vocabulary).flatMap(({ path, entries }) =>
    entries.flatMap((entry, index) => actionOf(entry, [...path, index], located, context)),
  );
  return found.length === 0 ? null : found;
}
