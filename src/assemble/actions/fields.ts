import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { escapePattern } from "../../core/text/escape-pattern.ts";
import type { ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { withoutLooseEnd } from "../labels/values.ts";
import type { Cells } from "../sections/cells.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { ACTION_COLUMNS, namedColumn } from "./columns.ts";
import type { ActionContext } from "./due.ts";
import { fieldsOfAll, ownerIn } from "./field-parts.ts";
import { inlineTask } from "./inline-task.ts";
import { patternsOf } from "./patterns.ts";
import { peelFields } from "./peel.ts";
import { DATAVIEW } from "./peel-notes.ts";
import { stateBehindBracket } from "./state-behind.ts";

/** What stands in brackets at the end of an action: `(owner: platform, due: 2026-04-15)`. */
export const TRAILING_FIELDS = /\s?[(（](\p{L}+\s?[:：][^()（）]*)[)）]\s?$/iu;

/** What an action is called, and the fields that its text names. */
export interface FieldedAction {
  readonly title: string;
  readonly cells: Cells;
}

/** Where a field begins within a text: `… - Owner: platform`. */
const fieldStartOf = memo(({ columns }: Vocabulary): RegExp => {
  const labels = [...ACTION_COLUMNS, "date" as const].flatMap((column) => columns[column]);
  const words = labels.map(escapePattern).join("|");
  const separator = String.raw`(?:\s+[–—|•·/-]+\s+|\s*[:;,.(|[{]\s*|^)`;
  // "owner:: platform", which an outline has in a line of its own below its item.
  const outlined = String.raw`\s(?=(?:${words})::\s)`;
  return new RegExp(
    String.raw`${separator}(?=(?:${words})(?:\s?\([a-z]\))?\s*:)|${outlined}`,
    "iu",
  );
});

/** A field that somebody has still to fill in: `[owner:: ]`, `owner::` at the end. */
const UNFILLED = /(?<!\s)\s*(?:[[(](\p{L}[\p{L} _-]{1,28}?)\s?::?\s*[\])]|\s(\p{L}{2,28})::\s*$)/gu;
const UNFILLED_PART = /^([^:：]{2,30}?)\s*(?:::?|：)\s*$/;

/** A field that is set as in a program, "(owner = core; due = 2026-05-02)", with a colon in its place. */
const assignedOf = memo(({ columns }: Vocabulary): RegExp => {
  const words = ACTION_COLUMNS.flatMap((column) => columns[column]).map(escapePattern);
  return new RegExp(String.raw`(?<=[([{|;,–—-]\s?(?:${words.join("|")}))\s?=\s?(?=[^\s=])`, "giu");
});

function withColons(text: string, vocabulary: Vocabulary): string {
  return text.includes("=") ? text.replace(assignedOf(vocabulary), ": ") : text;
}

/** A text without the fields that nobody has filled in: they say nothing. */
function withoutUnfilled(text: string, vocabulary: Vocabulary): string {
  return text.includes(":")
    ? text.replace(UNFILLED, (all: string, inBrackets?: string, last?: string) =>
        namedColumn(inBrackets ?? last ?? "", vocabulary) === null ? all : "",
      )
    : text;
}

/** The field that a label names: a state itself names one, "Done: March 14". */
export function namedField(
  label: string,
  vocabulary: Vocabulary,
): { readonly name: string; readonly isState: boolean } | null {
  const folded = normalizeHeading(label);
  if (vocabulary.action_statuses.done.includes(folded)) {
    return { name: "status", isState: true };
  }
  // What is still to be done has one date.
  const isDate = vocabulary.columns.date.includes(folded);
  const name = namedColumn(label, vocabulary) ?? (isDate ? "due" : null);
  return name && { name, isState: false };
}

/** A text that is a field alone, as in a list below an action: `Owner: platform`. */
function fieldOf(
  { text, range }: Text,
  vocabulary: Vocabulary,
): readonly [name: string, value: Text] | null {
  const [, label, value] = /^([^:：]{2,30}?)\s*(?:::|:(?!:)|：)\s*(\S.*)$/.exec(text) ?? [];
  if (label === undefined || value === undefined) return null;
  const field = namedField(label, vocabulary);
  return field && [field.name, { text: field.isState ? `${label} ${value}` : value, range }];
}

/** The label of a text that may be a field alone, with or without a value: "Owner: platform", "Due date:". */
export function labelOfField({ text }: Text): string | null {
  return /^([^:：]{2,30}?)\s*(?:::|:(?!:)|：)\s*(?:\S.*)?$/u.exec(text)?.[1] ?? null;
}

/** The fields that an action's own list names. */
export function nestedFields(item: ListItem, { vocabulary }: AssembleContext): Cells {
  const found = item.children.flatMap((child) => {
    const field = fieldOf(child, vocabulary);
    return field ? [field] : [];
  });
  return new Map(found.toReversed());
}

function bracketed(item: Text, context: ActionContext, locate: Locate): FieldedAction | null {
  const { vocabulary } = context;
  const found = TRAILING_FIELDS.exec(item.text);
  if (!found) return null;
  const cells = new Map<string, Text>();
  for (const part of found[1]?.split(/[,;、，；]|(?<=\s)[|·](?=\s)/) ?? []) {
    const [name, ...rest] = part.replace("：", ":").split(":");
    const text = rest.join(":").replace(/^:/, "").trim();
    const own = name?.trim().toLowerCase() ?? "";
    const field = namedField(own, vocabulary);
    const value = field?.isState === true ? `${own} ${text}`.trim() : text;
    // Beside those with a label, one may do without: "(owner: payments, ETA 2026-05-01)".
    const bare = field === null && text === "" ? fieldsOfAll(part.trim(), context) : null;
    for (const [key, said] of bare ?? (own === "" ? [] : [[field?.name ?? own, value] as const])) {
      cells.set(key, { text: said, range: locate(item.range, said) });
    }
  }
  return { title: item.text.slice(0, found.index), cells };
}

/** What a value is without the fields that follow it unlabelled: "Platform · done", "Platform, by 8 May". */
function furtherFields(name: string, value: string, context: ActionContext) {
  const [own = "", ...others] = value.split(/(?<!\s)\s+[–—|·]\s+|\.\s+(?=\p{L}{2,15}$)/u);
  const further = others.length > 0 ? fieldsOfAll(others.join(" | "), context) : null;
  const comma = value.indexOf(", ");
  if (further !== null || name !== "owner" || comma < 0) return { own, further };
  const behind = fieldsOfAll(value.slice(comma + 2), context) ?? [];
  const isOwned = behind.length === 0 || behind.some(([field]) => field === "owner");
  return isOwned ? { own, further } : { own: value.slice(0, comma), further: behind };
}

/** The fields behind a title, each after a dash, a bar or a full stop. */
function behindTitle(item: Text, context: ActionContext, locate: Locate): FieldedAction | null {
  const { vocabulary } = context;
  const within = fieldStartOf(vocabulary);
  const first = within.exec(item.text);
  if (!first || first.index === 0) return null;
  const cells = new Map<string, Text>();
  const rest = item.text.slice(first.index + first[0].length).replace(/[)\]}]\s*$/, "");
  for (const part of rest.split(within)) {
    const bare = part.replace(/(?<![\s;,.|])[\s;,.|]+$/, "");
    const text = /[([]/.test(bare) ? bare : bare.replace(/(?<![\])])[\])]+$/, "");
    const unfilled = UNFILLED_PART.exec(text)?.[1];
    if (unfilled !== undefined && namedColumn(unfilled, vocabulary) !== null) continue;
    const [name, value] = fieldOf({ text, range: item.range }, vocabulary) ?? [];
    if (name === undefined || value === undefined) return null;
    const { own, further } = furtherFields(name, value.text, context);
    const named = [name, further === null ? value.text : withoutLooseEnd(own)] as const;
    for (const [key, said] of [named, ...(further ?? [])]) {
      if (!cells.has(key)) cells.set(key, { text: said, range: locate(item.range, said) });
    }
  }
  return { title: item.text.slice(0, first.index), cells };
}

const MOST_LINKED_WORDS = 3;

/** The team whose page a note links to at the end of an action: "Queue for seats [[Seating]] #p1". */
function linkedTeam(
  title: string,
  range: Range,
  { taxonomy, vocabulary }: ActionContext,
  locate: Locate,
): { readonly title: string; readonly owner: Text } | null {
  const all = title.split(" ");
  const words = all.slice(0, all.findLastIndex((word) => !word.startsWith("#")) + 1);
  for (let count = 1; count <= MOST_LINKED_WORDS && count < words.length; count += 1) {
    const [before, name] = [words.slice(0, -count).join(" "), words.slice(-count).join(" ")];
    if (findTerm(taxonomy.teams, name) === null) continue;
    const place = locate(range, `[[${name}`);
    // Behind "with" or "for" the team is what the action is about.
    if (place === range || patternsOf(vocabulary).joins.test(before)) return null;
    return { title: before, owner: { text: name, range: place } };
  }
  return null;
}

/** Whether a text is that of a task with a box. */
function isTask(written: Text & Partial<Pick<ListItem, "checked">>): boolean {
  return written.checked === true || written.checked === false;
}

/** What follows the bold words that a text begins with. */
function behindBold({ text, bold = "" }: Text): string {
  return text.startsWith(bold) ? text.slice(bold.length).trimStart() : "";
}

/** Adds the fields that stand around a title without labels. */
function withPeeled(
  { title, cells }: FieldedAction,
  written: Text,
  context: ActionContext,
  locate: Locate,
): FieldedAction {
  const { range } = written;
  const task = isTask(written) ? inlineTask(title.trim(), context) : null;
  const peeled = peelFields(task?.title ?? title.trim(), context);
  const found = new Map(cells);
  for (const [name, text] of [...(task?.fields ?? []), ...peeled.fields]) {
    if (!found.has(name)) found.set(name, { text, range: locate(range, text) });
  }
  // "**Payments** adds an alert": who stands out at the beginning does it.
  const isDoer = written.bold !== undefined && /^\p{L}/u.test(behindBold(written));
  const doer = found.has("owner") || !isDoer ? null : ownerIn(written.bold ?? "", context);
  if (doer !== null) found.set("owner", { text: doer, range: locate(range, doer) });
  const linked = found.has("owner") ? null : linkedTeam(peeled.title, range, context, locate);
  if (!linked) return { title: peeled.title, cells: found };
  found.set("owner", linked.owner);
  return { title: linked.title, cells: found };
}

/** Splits an action into its title and the fields that stand in it. */
export function ownFields(written: Text, context: ActionContext, locate: Locate): FieldedAction {
  const { vocabulary } = context;
  const filled = withoutUnfilled(withColons(written.text, vocabulary), vocabulary);
  const behind = stateBehindBracket(filled, context);
  // Where no bracket has labels, all that the title ends in is read together.
  const stated = behind?.title.includes(":") === true ? behind : null;
  const found = fieldsIn({ ...written, text: stated?.title ?? filled }, context, locate);
  if (stated === null || found.cells.has("status")) return found;
  const cells = stated.fields.map(
    ([name, text]) => [name, { text, range: locate(written.range, text) }] as const,
  );
  return { ...found, cells: new Map([...found.cells, ...cells]) };
}

function fieldsIn(item: Text, context: ActionContext, locate: Locate): FieldedAction {
  const labelled = bracketed(item, context, locate) ??
    (item.text.search(DATAVIEW) === -1 ? behindTitle(item, context, locate) : null) ?? {
      title: item.text,
      cells: new Map<string, Text>(),
    };
  return withPeeled(labelled, item, context, locate);
}
