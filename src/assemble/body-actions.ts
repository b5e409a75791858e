import { escapePattern } from "../core/escape-pattern.ts";
import type { Action, Fact, Problem } from "../core/postmortem.ts";
import type { ListItem, Text } from "../parse/body.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { Cells } from "./body-lists.ts";
import { cellFact, EMPTY, namedRows, ofKind, rangeSource, stated } from "./body-lists.ts";
import type { AssembleContext, Locate } from "./context.ts";
import { isPlaceholder } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";

/** What stands in brackets at the end of an action: `(owner: platform, due: 2026-04-15)`. */
export const TRAILING_FIELDS = /\s?\(([a-z]+\s?:[^()]*)\)\s?$/i;

/** The canonical state that a written one means, as written where nobody knows it. */
function actionStatus(written: Fact<string> | null, context: AssembleContext): Fact<string> | null {
  if (!written) return null;
  const folded = written.value.trim().toLowerCase();
  for (const [status, words] of Object.entries(context.vocabulary.action_statuses)) {
    if (words.includes(folded)) return { ...written, value: status };
  }
  return written;
}

function tableAction(cells: Cells, context: AssembleContext): readonly Action[] {
  const title = cellFact(cells, "action");
  if (!title) return [];
  return [
    {
      title,
      owner: cellFact(cells, "owner", context.taxonomy.teams),
      due: cellFact(cells, "due"),
      status: actionStatus(cellFact(cells, "status"), context),
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(title.source.range),
    },
  ];
}

/** Splits `Title (owner: platform, due: 2026-04-15)` into its title and named fields. */
function trailingFields(item: ListItem, locate: Locate): { title: string; cells: Cells } {
  const found = TRAILING_FIELDS.exec(item.text);
  const cells = new Map<string, Text>();
  for (const part of found?.[1]?.split(",") ?? []) {
    const [name, ...value] = part.split(":");
    const text = value.join(":").trim();
    if (name) cells.set(name.trim().toLowerCase(), { text, range: locate(item.range, text) });
  }
  return { title: found ? item.text.slice(0, found.index) : item.text, cells };
}

/** The words of a state, where they stand before a title and behind it. */
interface StatusMark {
  readonly status: string;
  readonly before: RegExp;
  readonly behind: RegExp;
}

/** The vocabulary never changes, so its patterns are made once. */
const marks = new WeakMap<Vocabulary, readonly StatusMark[]>();

function marksOf(vocabulary: Vocabulary): readonly StatusMark[] {
  const known = marks.get(vocabulary);
  if (known) return known;
  const made = Object.entries(vocabulary.action_statuses).flatMap(([status, words]) =>
    words.map(escapePattern).map((word): StatusMark => {
      const before = `^[[(]?${word}(?:[\\])]\\s*|\\s*[:–—-]+\\s+|(?<=\\P{L})\\s*)`;
      const behind = `\\s*(?:[[(]${word}[\\])]|[–—-]\\s+${word}|(?<=\\s)${word}(?<=\\P{L}))\\.?$`;
      return { status, before: new RegExp(before, "iu"), behind: new RegExp(behind, "iu") };
    }),
  );
  marks.set(vocabulary, made);
  return made;
}

/** A state that stands before or behind a title: `DONE: …`, `… ✅`, `[] …` for an unticked box. */
function markedTitle(
  text: string,
  { vocabulary }: AssembleContext,
): { readonly title: string; readonly status: string | null } {
  const box = /^\[\s*\]\s+/.exec(text);
  if (box) return { title: text.slice(box[0].length), status: "open" };
  for (const { status, before, behind } of marksOf(vocabulary)) {
    const rest = text.replace(before, "").replace(behind, "");
    if (rest !== text && rest.trim() !== "") return { title: rest.trim(), status };
  }
  return { title: text, status: null };
}

/** Whether an item only names the area of the actions nested in it: `Monitoring:`. */
function isGroup({ text, children }: ListItem): boolean {
  return children.length > 0 && /:\s*$/.test(text);
}

function itemAction(item: ListItem, context: AssembleContext, locate: Locate): readonly Action[] {
  if (isGroup(item)) return item.children.flatMap((child) => itemAction(child, context, locate));
  const { title: written, cells } = trailingFields(item, locate);
  const { title, status } = markedTitle(written.trim(), context);
  if (EMPTY.test(title) || isPlaceholder(title, context.vocabulary.placeholders)) return [];
  const ticked = item.checked ? stated("done", item.range) : null;
  const marked = status === null ? null : stated(status, item.range);
  const unticked = item.checked === false ? stated("open", item.range) : null;
  return [
    {
      title: stated(title, item.range),
      owner: cellFact(cells, "owner", context.taxonomy.teams),
      due: cellFact(cells, "due"),
      status: ticked ?? actionStatus(cellFact(cells, "status"), context) ?? marked ?? unticked,
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(item.range),
    },
  ];
}

/** The actions in the body: rows of a table, else items of a list. */
export function bodyActions(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): readonly Action[] {
  return ofKind(sections, "actions").flatMap((block) => {
    if (block.type === "list")
      return block.items.flatMap((item) => itemAction(item, context, locate));
    return namedRows(block, "action", context).flatMap((cells) => tableAction(cells, context));
  });
}

/** Owners that are only a stand-in; a date or a status that is one has its own rule. */
export function placeholderOwners(
  actions: readonly Action[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  return actions.flatMap(({ owner }) => {
    if (!owner || !isPlaceholder(owner.value, vocabulary.placeholders)) return [];
    const message = `Unexpected placeholder \`${owner.value}\` for \`owner\``;
    const hint = "Name a team or a role, or leave it out.";
    return [{ ruleId: "placeholder-value", message, hint, range: owner.source.range }];
  });
}
