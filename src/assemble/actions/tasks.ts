import type { SectionKind } from "../../core/document/body-parts.ts";
import type { Action } from "../../core/postmortem.ts";
import type { Block, ListItem } from "../../parse/body/body.ts";
import type { Locate } from "../context.ts";
import type { KnownSection } from "../sections/sections.ts";
import { type ActionContext, ANY_DAY } from "./due.ts";
import { itemAction, saysMore } from "./item.ts";
import { statusOfHeading } from "./status.ts";
import { plansActions } from "./tables.ts";

/** Whether all items of a list say who does them or how far they are, and one at least by when or in a box. */
function areTasks(
  items: readonly ListItem[],
  heading: string,
  context: ActionContext,
  locate: Locate,
): boolean {
  const isGrouped = statusOfHeading(heading, context) !== null;
  const actions = items.map((item) => ({ item, found: itemAction(item, context, locate) }));
  const isTask = ({ item, found }: (typeof actions)[number]) =>
    item.checked !== null || found.some(saysMore);
  const isPlanned = actions.some(
    ({ found }) => isGrouped || found.some(({ due, done }) => due !== null || done !== null),
  );
  return isPlanned && actions.every(isTask);
}

/** Parts whose heading says little of what they list: "Issues created from this review". */
const MAY_BE_TASKS: ReadonlySet<SectionKind | null> = new Set([null, "review", "learnings"]);

/** What parts an owner, a date or a state from the words of an action; plain sentences have none of it. */
const PARTED = /[\d@~#:;()[\]{}|→]|\s[–—-]\s/u;

/** Whether a list or a table says of each entry who does it, and by when or how far they are. */
function areOwned(block: Block, context: ActionContext, locate: Locate): boolean {
  if (block.type === "table") return plansActions(block.head, context);
  if (block.type !== "list" || !block.items.every(({ text }) => PARTED.test(text))) return false;
  return block.items.every((item) => {
    const actions = itemAction(item, context, locate);
    const isTimed = ({ due, status }: Action) => item.checked !== null || (due ?? status) !== null;
    return actions.length > 0 && actions.every((one) => one.owner !== null && isTimed(one));
  });
}

/**
 * Sections that by their headings say what was done, and list what is still to do: "Remediation" with owners and
 * due dates; and those with a heading that nobody knows, of which each entry has an owner and a date or a
 * state. They are those of actions.
 */
export function withTasks(
  sections: readonly KnownSection[],
  around: ActionContext,
  locate: Locate,
): readonly KnownSection[] {
  const context = { ...around, near: around.near ?? ANY_DAY };
  const isTask = (block: Block, heading: string) =>
    (block.type === "list" && areTasks(block.items, heading, context, locate)) ||
    (block.type === "table" && plansActions(block.head, context));
  const isTasks = sections.map(({ kind, level, heading, blocks }) => {
    const listed = blocks.filter(({ type }) => type === "list" || type === "table");
    if (listed.length === 0) return false;
    // A heading that nobody knows: what stands below it tells what it is.
    if (MAY_BE_TASKS.has(kind) && level > 0) {
      return listed.every((block) => areOwned(block, context, locate));
    }
    return kind === "resolution" && listed.every((block) => isTask(block, heading.text));
  });
  return sections.flatMap((section, index): readonly KnownSection[] => {
    const isHeadOf =
      section.kind === "resolution" && section.blocks.length === 0 && isTasks[index + 1] === true;
    if (isTasks[index] !== true && !isHeadOf) return [section];
    return section.kind === null && section.level === 1
      ? withoutTasks(section)
      : [{ ...section, kind: "actions" }];
  });
}

/** The section of a title, and in one of their own the tasks that it ends in: they are not all it tells. */
function withoutTasks(section: KnownSection): readonly KnownSection[] {
  const { blocks } = section;
  const first = blocks.findIndex(({ type }) => type === "list" || type === "table");
  const above = blocks[first - 1];
  const isIntroduced = above?.type === "paragraph" && above.text.endsWith(":");
  const at = isIntroduced ? first - 1 : first;
  const heading = isIntroduced ? { text: above.text, range: above.range } : section.heading;
  const tasks = { ...section, kind: "actions", heading, level: 2 } as const;
  return [
    { ...section, blocks: blocks.slice(0, at) },
    { ...tasks, blocks: blocks.slice(first) },
  ];
}
