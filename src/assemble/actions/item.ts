import type { Action, Fact } from "../../core/postmortem.ts";
import type { ListItem } from "../../parse/body/body.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { cellFact, type Cells, EMPTY, ownerFact, rangeSource, stated } from "../sections/cells.ts";
import { isPlaceholder, normalizeHeading } from "../written/phrases.ts";
import { doneDate } from "./done.ts";
import { type ActionContext, dateFact } from "./due.ts";
import { nestedFields, ownFields } from "./fields.ts";
import { teamNamed, withOwnerOf } from "./groups.ts";
import { isLinkedElsewhere, isOtherLink } from "./links.ts";
import { saysNoActions } from "./none.ts";
import { proposedIn } from "./proposed.ts";
import { actionStatus, isKnownStatus, leadingMark, markedTitle, wordStatus } from "./status.ts";

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

/** Whether an action says who does it, by when or how far it is. */
export function saysMore({ owner, due, status }: Action): boolean {
  return (owner ?? due ?? status) !== null;
}

/** The action that an item of a list is; those nested in it where it only names their area. */
export function itemAction(
  item: ListItem,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const { vocabulary } = context;
  const isGroupElsewhere = item.children.length > 0 && isOtherLink(item.text, vocabulary);
  if (isGroupElsewhere || isLinkedElsewhere(item.text, vocabulary)) return [];
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
  const state =
    statusOfItem(item, cells, status, context) ??
    dued.status ??
    proposedIn(title, cells, item.range, context.vocabulary);
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
