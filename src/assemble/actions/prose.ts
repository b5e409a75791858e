import type { Action } from "../../core/postmortem.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { ParagraphBlock, Text } from "../../parse/body/body.ts";
import type { Locate } from "../context.ts";
import { teamCalled } from "../labels/values.ts";
import { cellFact, EMPTY, ownerFact, rangeSource } from "../sections/cells.ts";
import { isNumbered, numberedLines } from "../sections/numbered.ts";
import { isPlaceholder } from "../written/phrases.ts";
import { type ActionContext, dateFact, dayOf } from "./due.ts";
import { ownFields } from "./fields.ts";
import { itemAction, saysMore } from "./item.ts";
import { isOtherLink } from "./links.ts";
import { saysNoActions } from "./none.ts";
import { patternsOf } from "./patterns.ts";
import { proposedIn } from "./proposed.ts";
import { actionStatus, markedTitle } from "./status.ts";

/** Longer code is no list of actions. */
const MOST_CODE_LINES = 20;
/** Longer prose tells of what is to be done rather than naming it. */
const LONGEST_PROSE = 40;

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
      status:
        named ??
        (status === null
          ? proposedIn(title, own.cells, text.range, context.vocabulary)
          : { value: status, source }),
      done: null,
      competency: null,
      source,
    },
  ];
}

/** The actions that lines are as items of a list, of each line. */
function asItems(
  lines: readonly Text[],
  context: ActionContext,
  locate: Locate,
): readonly (readonly Action[])[] {
  return lines.map((line) => itemAction(plainItem(line), context, locate));
}

/** Whether each line is an action that says more than what is to be done. */
function areActions(lines: readonly (readonly Action[])[]): boolean {
  return lines.every((found) => found.some(saysMore));
}

/** The actions of a paragraph: its lines where they have numbers, as items of a list; else its prose. */
export function paragraphActions(
  block: ParagraphBlock,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  if (isOtherLink(block.text, context.vocabulary)) return [];
  const texts = numberedLines(block);
  if (isNumbered(block)) return asItems(texts, context, locate).flat();
  const each = block.lines.length > 1 ? asItems(block.lines, context, locate) : [];
  if (each.length > 0 && areActions(each)) return each.flat();
  return texts.flatMap((text) => sentenceActions(text, context, locate));
}

/** The actions of prose: each sentence where one names who does it and by when; else all of it is one. */
function sentenceActions(text: Text, context: ActionContext, locate: Locate): readonly Action[] {
  const sentences = text.text.split(/(?<=\p{L}{2}[.!]|\d{4}\.|[)\]]\.)\s+(?=\p{Lu})/u);
  const found = sentences.map((one) =>
    proseAction({ text: one.replace(/\.$/, ""), range: text.range }, context, locate),
  );
  const isPlan = found.flat().some(({ owner, due }) => owner !== null && due !== null);
  if (sentences.length < 2 || !isPlan) return proseAction(text, context, locate);
  return found.flat().filter(saysMore);
}

/** A sentence that says who does something and by when: "Insight moves the screen by 14 August." */
const PLANNED =
  /^(\p{Lu}.{1,40}?)\s+\p{Ll}.{4,160}\s(?=\p{Ll}{2,8}\s\S{1,12}(?:\s\S{1,12}){0,2}$)/u;

/** The sentences of a story in which a team of the taxonomy does something by a later day, in doubt. */
export function plannedSentences({ text, range }: Text, context: ActionContext): readonly Action[] {
  const { near = null } = context;
  if (near === null) return [];
  return text.split(/(?<=[.!])\s+(?=\p{Lu})/u).flatMap((sentence): readonly Action[] => {
    const bare = sentence.replace(/\.$/, "");
    const [head = "", subject = ""] = PLANNED.exec(bare) ?? [];
    const owner = head === "" ? null : (teamCalled(subject, context)?.id ?? null);
    const [, until = ""] = patternsOf(context.vocabulary).by.exec(bare.slice(head.length)) ?? [];
    const day = owner === null || until === "" ? null : dayOf(until, context);
    if (owner === null || !day || near.until(day, { largestUnit: "days" }).days <= 0) return [];
    const source = { ...rangeSource(range), how: "inferred", confidence: "low" } as const;
    return [
      {
        title: { value: head.trim(), source },
        owner: { value: owner, source, ...(owner === subject ? {} : { written: subject }) },
        due: { value: day.toString(), written: until, source },
        status: null,
        done: null,
        competency: null,
        source,
      },
    ];
  });
}

const ITEM_MARK = /^\s*(?:[-*•]|\d{1,2}[.)])?\s*/;

/** The lines of a block of code as actions, where each says who, by when or how far it is. */
export function codeActions(
  { text, range }: Text,
  context: ActionContext,
  locate: Locate,
): readonly Action[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > MOST_CODE_LINES) return [];
  const items = lines.map((line) => ({ text: line.replace(ITEM_MARK, ""), range }));
  const found = asItems(items, context, locate);
  return areActions(found) ? found.flat() : [];
}
