import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Action, Fact } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import { inBracketsOf } from "../../core/text/in-brackets.ts";
import { isCalendarDate } from "../../core/time/calendar.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { cellFact, type Cells, ownerFact, rangeSource, stated } from "../sections/cells.ts";
import type { KnownSection } from "../sections/sections.ts";
import { ARROWS } from "../written/arrows.ts";
import { isNamedBy, isPlaceholder, labelBefore, normalizeHeading } from "../written/phrases.ts";
import { doneDate } from "./done.ts";
import { type ActionContext, dateFact, dayOf } from "./due.ts";
import { fieldLines } from "./field-lines.ts";
import { withFieldsBelow } from "./fields-below.ts";
import { withGroupOf } from "./groups.ts";
import { headedAction } from "./headed.ts";
import { itemAction, saysMore } from "./item.ts";
import { isOtherLink } from "./links.ts";
import { mergeRepeated } from "./merge-repeated.ts";
import { saysNoActions } from "./none.ts";
import { patternsOf } from "./patterns.ts";
import { codeActions, paragraphActions, plannedSentences } from "./prose.ts";
import { actionStatus, markedTitle, trailingStatus, wordStatus } from "./status.ts";
import { tableOfActions } from "./tables.ts";

/** A longer sentence tells more than what a list below it is. */
const LONGEST_LEAD = 200;

/** The state that a row tells outside its own column: beside its ticket, or behind its day. */
function statusBeside(cells: Cells, context: AssembleContext): string | null {
  const ticket = cells.get("ticket");
  const day = (cells.get("due") ?? cells.get("time"))?.text ?? "";
  const stateIn = (text: string) => wordStatus(text, context.vocabulary);
  const inBrackets =
    stateIn(inBracketsOf(day) ?? "") ?? stateIn(inBracketsOf(ticket?.text ?? "") ?? "");
  if (inBrackets !== undefined || !ticket) return inBrackets ?? null;
  // "SEAT-771 – fixed": the state alone stands behind the ticket.
  const [, behind = ""] = /^\S+\s+(?:[–—·:|-]\s+)?(\S.*)$/.exec(ticket.text) ?? [];
  return stateIn(behind) ?? trailingStatus(ticket.text, context);
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
  const { range } = written.source;
  const action: Action = {
    title: { ...written, value: own ? written.value : marked.title },
    owner: ownerFact(cells, context),
    due: null,
    status: own,
    done: null,
    competency: null,
    source: rangeSource(range),
  };
  if (context.isOwnerAlone === true) return [action];
  const beside = statusBeside(cells, context) ?? marked.status;
  const completed = dateFact(cellFact(cells, "done"), context)?.value ?? "";
  // Where a column is for the state, a day without one is a slip.
  const state = beside ?? (!cells.has("status") && isCalendarDate(completed) ? "done" : null);
  const status = own ?? (state === null ? null : stated(state, range));
  const marks = { text: own ? "" : written.value.replace(marked.title, ""), range };
  return [
    {
      ...action,
      due: dateFact(cellFact(cells, "due") ?? cellFact(cells, "time"), context),
      status,
      done: doneDate(cells, status, marks, context),
      competency: cellFact(cells, "competency", context.taxonomy.competencies),
    },
  ];
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

/** Whether a paragraph ends in a sentence that leads to what is to be done: "To prevent this, we will:". */
function introducesActions(block: Block | undefined, { vocabulary }: AssembleContext): boolean {
  if (block?.type !== "paragraph" || !/[:：]$/.test(block.text)) return false;
  const last = block.text.split(/(?<=[.!?。])\s*(?=\p{Lu}|\p{Lo})/u).at(-1) ?? "";
  return last.length <= LONGEST_LEAD && patternsOf(vocabulary).introducing.test(last);
}

/** The actions of a section; where none is for them, lists that a sentence introduces as such count, too. */
function sectionActions(
  section: KnownSection,
  isNoneForThem: boolean,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const { kind, heading, blocks } = section;
  if (kind === "actions" && isOtherLink(heading.text, context.vocabulary)) return [];
  const headed = headedAction(section, context);
  if (headed) return itemAction(headed, context, locate);
  const own = kind === "actions" ? withFieldsBelow(blocks, context) : blocks;
  const joined = own.map((block) =>
    kind === "actions" ? (fieldLines(block, context.vocabulary) ?? block) : block,
  );
  const found = joined.flatMap((block, index) => {
    const above = joined[index - 1];
    if (above?.type === "paragraph" && isOtherLink(above.text, context.vocabulary)) return [];
    const isLed = isNoneForThem && introducesActions(above, context);
    const actions = blockActions(block, isLed ? "actions" : kind, context, locate);
    const isIntroduced = above?.type === "paragraph" && above.text.endsWith(":");
    return isIntroduced ? withGroupOf(above, actions, context) : actions;
  });
  return kind === "actions" ? withGroupOf(heading, found, context) : found;
}

/**
 * Whether a section that is as much for lessons, "Lessons & prevention", says of none of its entries who does
 * it, by when or how far it is.
 */
function isLoose(
  { kind, heading }: KnownSection,
  actions: readonly Action[],
  { vocabulary: { headings } }: ActionContext,
): boolean {
  if (kind !== "actions" || headings.actions.includes(normalizeHeading(heading.text))) return false;
  return isNamedBy(heading.text, headings.learnings) && !actions.some(saysMore);
}

/** The actions in the body: rows of a table, else items of a list, else prose. */
export function bodyActions(
  sections: readonly KnownSection[],
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const isNoneForThem = sections.every(({ kind }) => kind !== "actions");
  const read = sections.map((section) => {
    const actions = sectionActions(section, isNoneForThem, context, locate);
    return { actions, isLoose: isLoose(section, actions, context) };
  });
  const hasPlanned = read.some((one) => !one.isLoose && one.actions.some(saysMore));
  const found = read.flatMap((one) => (hasPlanned && one.isLoose ? [] : one.actions));
  if (found.length > 0) return mergeRepeated(found);
  const prose = sections.flatMap(({ kind, blocks }) => (kind === "actions" ? blocks : []));
  const own = prose.flatMap((block) => {
    if (block.type === "code") return codeActions(block, context, locate);
    return block.type === "paragraph" ? paragraphActions(block, context, locate) : [];
  });
  return isNoneForThem
    ? sections.flatMap((section) => storyActions(section, context, locate))
    : own;
}

/** What people put before what follows from a discussion: "→ trim ids (Search, 20 Feb)". */
const ARROW = new RegExp(String.raw`^(?:${ARROWS}|-->|[➔👉]|➡\uFE0F?)\s*`, "u");

/** The actions that a line names behind its label, each with who does it in brackets. */
function severalIn(line: string): readonly string[] {
  return line.replace(/^[^:：]{2,20}[:：]\s*/, "").split(/(?<=[)\]])[,;]\s+(?=\p{L})/u);
}

/** Fewer words of a sentence name nothing that could be done. */
const LEAST_WORDS = 4;

/** The sentences of a text that is called what is to be done: "Next steps: We cap the heap. Core adds an alert." */
function sentencesIn(text: string): readonly string[] {
  return text
    .split(/(?<=[\p{L}\d)\]]{2}[.!])\s+(?=\p{Lu})/u)
    .map((sentence) => sentence.replace(/[.!]$/, ""))
    .filter((sentence) => sentence.split(/\s+/).length >= LEAST_WORDS);
}

/** A line that is called an action, or one of its sentences. */
interface CalledItem {
  readonly item: ListItem;
  readonly isSentence: boolean;
}

function asInferred(action: Action): Action {
  const { source } = action.title;
  return { ...action, title: { ...action.title, source: { ...source, how: "inferred" } } };
}

/** A line without what marks it as an action: an arrow, or a bold word, "**TODO** core: cap the heap". */
function withoutMark({ text, bold = "" }: Text, { vocabulary }: ActionContext): string {
  const { actions } = vocabulary.headings;
  const name = normalizeHeading(bold);
  const isMarked = name !== "" && text.startsWith(bold) && actions.includes(name);
  return isMarked ? text.slice(bold.length).trim() : text.replace(ARROW, "");
}

/** Where sentences tell of plans, and not of what was done. */
const MAY_PLAN: ReadonlySet<SectionKind | null> = new Set([null, "story", "summary", "learnings"]);

/** Whether an item says of itself that it is an action: "Action: clean up the snapshots (Core, May 22)". */
function isCalledAction({ text }: Text, { vocabulary }: ActionContext): boolean {
  const name = labelBefore(text);
  const { actions } = vocabulary.headings;
  return name !== "" && [name, `${name}s`, `=${name}`].some((one) => actions.includes(one));
}

/** The actions of a document that has no part for them: what sentences plan, and items that are called so. */
function storyActions(
  { kind, blocks }: KnownSection,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  // Behind the rows of a timeline there may be a paragraph that says what comes next.
  const mayPlan = MAY_PLAN.has(kind);
  if (!mayPlan && kind !== "timeline") return [];
  return blocks.flatMap((block) => {
    const texts =
      block.type === "paragraph" ? block.lines : block.type === "list" ? block.items : [];
    const called = texts.flatMap((text): readonly CalledItem[] => {
      const led = withoutMark(text, context);
      const isCalled = isCalledAction(text, context);
      if (led === text.text && !isCalled) return [];
      // "To do: cap the heap (core, 8 May), count the pages (ledger, 9 May)"
      const parts = isCalled && block.type === "paragraph" ? severalIn(text.text) : [led];
      const sentences = parts.length === 1 && isCalled ? sentencesIn(parts[0] ?? "") : [];
      const isSentence = sentences.length > 1;
      return (isSentence ? sentences : parts).map((part) => {
        return { item: { ...plainItem(text), ...text, text: part }, isSentence };
      });
    });
    const found = called.flatMap(({ item, isSentence }) => {
      const actions = itemAction(item, context, locate);
      // Of several sentences each is one; a line alone may be of anything.
      return isSentence
        ? actions.map(asInferred)
        : actions.filter((one) => mayPlan && saysMore(one));
    });
    const isStory = mayPlan && found.length === 0 && block.type === "paragraph";
    return isStory ? plannedSentences(block, context) : found;
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
