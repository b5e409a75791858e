import type { SectionKind } from "../../core/body-parts.ts";
import { isCalendarDate } from "../../core/calendar.ts";
import { inBracketsOf } from "../../core/in-brackets.ts";
import type { Action, Fact } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { cellFact, type Cells, EMPTY, ownerFact, rangeSource, stated } from "../sections/cells.ts";
import { isNumbered, numberedLines } from "../sections/numbered.ts";
import type { KnownSection } from "../sections/sections.ts";
import { readWrittenDate, resolveDate } from "../written/dates.ts";
import { isPlaceholder, normalizeHeading } from "../written/phrases.ts";
import { type ActionContext, dateFact, dayOf } from "./due.ts";
import { nestedFields, ownFields, withFieldsBelow } from "./fields.ts";
import { teamNamed, withGroupOf, withOwnerOf } from "./groups.ts";
import { headedAction } from "./headed.ts";
import { saysNoActions } from "./none.ts";
import {
  actionStatus,
  isKnownStatus,
  leadingMark,
  markedTitle,
  trailingStatus,
  wordStatus,
} from "./status.ts";
import { tableOfActions } from "./tables.ts";
import { toldOnce } from "./told-once.ts";

/** Longer code is no list of actions. */
const MOST_CODE_LINES = 20;
/** Longer prose tells of what is to be done rather than naming it. */
const LONGEST_PROSE = 40;

/** The state that a row tells outside its own column: beside its ticket, or behind its day. */
function statusBeside(cells: Cells, context: AssembleContext): string | null {
  const ticket = cells.get("ticket");
  const day = (cells.get("due") ?? cells.get("time"))?.text ?? "";
  const inBrackets = wordStatus(inBracketsOf(day) ?? "", context.vocabulary);
  return inBrackets ?? (ticket ? trailingStatus(ticket.text, context) : null);
}

/** The state that a column of outcomes beside it tells better: "Closed" as "Won't do". */
function ownStatus(cells: Cells, context: ActionContext): Fact<string> | null {
  const written = cellFact(cells, "status");
  // A column "Completed" holds the day for those that are.
  const own =
    written && dayOf(written.value, context)
      ? { ...written, value: "done" }
      : actionStatus(written, context);
  const outcome = cellFact(cells, "outcome");
  const ended = outcome && wordStatus(outcome.value, context.vocabulary);
  return outcome && ended === "dropped" ? { ...outcome, value: ended } : own;
}

function tableAction(cells: Cells, context: ActionContext): readonly Action[] {
  const written = cellFact(cells, "action");
  if (!written || saysNoActions(written.value, context.vocabulary)) return [];
  const own = ownStatus(cells, context);
  const marked = markedTitle(written.value, context);
  const beside = statusBeside(cells, context) ?? marked.status;
  const { range } = written.source;
  const completed = dateFact(cellFact(cells, "done"), context)?.value ?? "";
  // Where a column is for the state, a day without one is a slip.
  const state = beside ?? (!cells.has("status") && isCalendarDate(completed) ? "done" : null);
  const status = own ?? (state === null ? null : stated(state, range));
  const marks = { text: own ? "" : written.value.replace(marked.title, ""), range };
  return [
    {
      title: { ...written, value: own ? written.value : marked.title },
      owner: ownerFact(cells, context),
      due: dateFact(cellFact(cells, "due") ?? cellFact(cells, "time"), context),
      status,
      done: doneDate(cells, status, marks, context),
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(range),
    },
  ];
}

/** What stands where a due date does: a date, or a state ("Target: done"). */
function dueOrState(
  cells: Cells,
  context: ActionContext,
): { readonly due: Fact<string> | null; readonly status: Fact<string> | null } {
  const due = cellFact(cells, "due");
  const status = due && wordStatus(due.value, context.vocabulary);
  if (!due || status == null) return { due: dateFact(due, context), status: null };
  return { due: null, status: { ...due, value: status } };
}

/**
 * When an action was done: in a place of its own, or beside its state ("done 2026-04-20").
 * @param marks what stands beside the title
 */
function doneDate(
  cells: Cells,
  status: Fact<string> | null,
  marks: Text,
  context: ActionContext,
): Fact<string> | null {
  const { vocabulary } = context;
  const own = dateFact(cellFact(cells, "done"), context);
  if (own || status?.value !== "done") return own;
  for (const { text, range } of [cells.get("status") ?? marks, marks]) {
    const found = readWrittenDate(text, vocabulary.months, null);
    const day = found && resolveDate(found.date, null);
    if (day) return stated(day.toString(), range);
  }
  return null;
}

/** Whether an item only names the area of the actions nested in it, or who does them: `Monitoring:`. */
function isGroup({ text, children }: ListItem, context: AssembleContext): boolean {
  return children.length > 0 && (/:\s*$/.test(text) || teamNamed(text, context) !== null);
}

/** The state that the item of a list tells by its box, its words or its look. */
function statusOfItem(
  item: ListItem,
  cells: Cells,
  marked: string | null,
  context: AssembleContext,
): Fact<string> | null {
  if (item.checked) return stated("done", item.range);
  const named = actionStatus(cellFact(cells, "status"), context);
  if (named && (marked === null || isKnownStatus(named, context))) return named;
  const seen = marked ?? (item.isStruck ? "done" : item.checked === false ? "open" : null);
  return seen === null ? null : stated(seen, item.range);
}

/** An item without the state that a picture before it tells, or a word behind what is struck through. */
function leadOf(
  { text, afterStruck = "" }: ListItem,
  context: AssembleContext,
): { readonly title: string; readonly status: string | null } {
  const status = afterStruck === "" ? undefined : wordStatus(afterStruck, context.vocabulary);
  if (status === undefined) return leadingMark(text, context);
  return { title: text.slice(0, text.lastIndexOf(afterStruck)).trim(), status };
}

/** What names its own kind before it: "Action: remove the limit". */
function withoutKind(title: string, { vocabulary }: AssembleContext): string {
  const [, label = "", rest = ""] =
    /^(\p{L}[\p{L} -]{1,28}?)(?:\s?\d{1,2})?[:：]\s+(\S.*)$/u.exec(title) ?? [];
  return vocabulary.columns.action.includes(normalizeHeading(label)) ? rest : title;
}

/** Whether a form asks for something here and nobody had any: "Runbook updates required: none". */
function saysNone(title: string, { vocabulary }: AssembleContext): boolean {
  const [, value] = /^[^:：]{2,60}[:：]\s+(\S.{0,20}?)\.?$/u.exec(title) ?? [];
  return value !== undefined && vocabulary.no_value.includes(value.toLowerCase());
}

/** The action that an item of a list is; those nested in it where it only names their area. */
export function itemAction(
  item: ListItem,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const nested = nestedFields(item, context);
  if (isGroup(item, context) && nested.size === 0) {
    const below = item.children.flatMap((child) => itemAction(child, context, locate));
    return withOwnerOf(item, below, context);
  }
  const lead = leadOf(item, context);
  const own = ownFields({ ...item, text: lead.title }, context, locate);
  const cells = new Map([...nested, ...own.cells]);
  const marked = markedTitle(own.title.trim(), context);
  const title = withoutKind(marked.title, context);
  const status = lead.status ?? marked.status;
  if (EMPTY.test(title) || isPlaceholder(title, context.vocabulary.placeholders)) return [];
  if (saysNoActions(title, context.vocabulary) || saysNone(title, context)) return [];
  const dued = dueOrState(cells, context);
  const state = statusOfItem(item, cells, status, context) ?? dued.status;
  const marks = { text: own.title.replace(title, ""), range: item.range };
  return [
    {
      title: stated(title.replace(/(?:(?<!\s)\s+)?:$/, ""), item.range),
      owner: ownerFact(cells, context),
      due: dued.due,
      status: state,
      done: doneDate(cells, state, marks, context),
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
      source: rangeSource(item.range),
    },
  ];
}

/** Prose that says what is to be done, where no list or table does. */
function proseAction(text: Text, context: ActionContext, locate: Locate): readonly Action[] {
  const own = ownFields(text, context, locate);
  const { title, status } = markedTitle(own.title, context);
  const words = title.split(/\s+/).length;
  const isEmpty =
    EMPTY.test(title) ||
    isPlaceholder(title, context.vocabulary.placeholders) ||
    saysNoActions(text.text, context.vocabulary);
  if (isEmpty || title.endsWith(":") || words < 3 || words > LONGEST_PROSE) return [];
  const source = { ...rangeSource(text.range), how: "inferred" } as const;
  const named = actionStatus(cellFact(own.cells, "status"), context);
  return [
    {
      title: { value: title, source },
      owner: ownerFact(own.cells, context),
      due: dateFact(cellFact(own.cells, "due"), context),
      status: named ?? (status === null ? null : { value: status, source }),
      done: null,
      competency: null,
      source,
    },
  ];
}

/** The actions of a paragraph: its lines where they have numbers, as items of a list; else its prose. */
function paragraphActions(
  block: Block & { readonly type: "paragraph" },
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const texts = numberedLines(block);
  const asItems = (lines: readonly Text[]) =>
    lines.map((line) =>
      itemAction({ ...line, checked: null, isStruck: false, children: [] }, context, locate),
    );
  if (isNumbered(block)) return asItems(texts).flat();
  const each = block.lines.length > 1 ? asItems(block.lines) : [];
  const areActions = each.every((found) =>
    found.some(({ owner, due, status }) => owner ?? due ?? status),
  );
  if (each.length > 0 && areActions) return each.flat();
  return texts.flatMap((text) => sentenceActions(text, context, locate));
}

/** The actions of prose: each sentence where one names who does it and by when; else all of it is one. */
function sentenceActions(text: Text, context: ActionContext, locate: Locate): readonly Action[] {
  const sentences = text.text.split(/(?<=\p{L}{2}[.!]|\d{4}\.)\s+(?=\p{Lu})/u);
  const found = sentences.map((one) =>
    proseAction({ text: one.replace(/\.$/, ""), range: text.range }, context, locate),
  );
  const isPlan = found.flat().some(({ owner, due }) => owner !== null && due !== null);
  if (sentences.length < 2 || !isPlan) return proseAction(text, context, locate);
  return found.flat().filter(({ owner, due, status }) => owner ?? due ?? status);
}

const ITEM_MARK = /^\s*(?:[-*•]|\d{1,2}[.)])?\s*/;

/** The lines of a block of code as actions, where each says who, by when or how far it is. */
function codeActions({ text, range }: Text, context: ActionContext, locate: Locate) {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > MOST_CODE_LINES) return [];
  const found = lines.map((line) => {
    const item = { text: line.replace(ITEM_MARK, ""), range, checked: null, isStruck: false };
    return itemAction({ ...item, children: [] }, context, locate);
  });
  const areActions = found.every((one) =>
    one.some(({ owner, due, status }) => owner ?? due ?? status),
  );
  return areActions ? found.flat() : [];
}

function blockActions(
  block: Block,
  kind: SectionKind | null,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  if (block.type === "list" && kind === "actions") {
    return block.items.flatMap((item) => itemAction(item, context, locate));
  }
  const rows = tableOfActions(block, kind, context);
  return rows.flatMap((cells) => tableAction(cells, context));
}

function sectionActions(
  section: KnownSection,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const { kind, heading, blocks } = section;
  const headed = headedAction(section, context);
  if (headed) return itemAction(headed, context, locate);
  const joined = kind === "actions" ? withFieldsBelow(blocks, context) : blocks;
  const found = joined.flatMap((block, index) => {
    const actions = blockActions(block, kind, context, locate);
    const above = joined[index - 1];
    const isIntroduced = above?.type === "paragraph" && above.text.endsWith(":");
    return isIntroduced ? withGroupOf(above, actions, context) : actions;
  });
  return kind === "actions" ? withGroupOf(heading, found, context) : found;
}

/** The actions in the body: rows of a table, else items of a list, else prose. */
export function bodyActions(
  sections: readonly KnownSection[],
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const found = sections.flatMap((section) => sectionActions(section, context, locate));
  if (found.length > 0) return toldOnce(found);
  const prose = sections.flatMap(({ kind, blocks }) => (kind === "actions" ? blocks : []));
  return prose.flatMap((block) => {
    if (block.type === "code") return codeActions(block, context, locate);
    return block.type === "paragraph" ? paragraphActions(block, context, locate) : [];
  });
}

/** Owners that are only a stand-in; a date or a status that is one has its own rule. */
export function placeholderOwners(
  actions: readonly Action[],
  { vocabulary }: AssembleContext,
): readonly Problem[] {
  return actions.flatMap(({ owner }): readonly Problem[] => {
    if (!owner || !isPlaceholder(owner.value, vocabulary.placeholders)) return [];
    const { value, source } = owner;
    return [{ kind: "stand-in", value, key: "owner", origin: "body", range: source.range }];
  });
}
