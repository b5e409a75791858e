import { Temporal } from "temporal-polyfill";
import type { Block, ListItem } from "../../parse/body/body.ts";
import type { Locate } from "../context.ts";
import type { KnownSection } from "../sections/sections.ts";
import { itemAction } from "./actions.ts";
import type { ActionContext } from "./due.ts";
import { statusOfHeading } from "./status.ts";
import { plansActions } from "./tables.ts";

/** A date without a year is one, whatever day it is near. */
const ANY_DAY = Temporal.PlainDate.from("2000-01-01");

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
    item.checked !== null || found.some(({ owner, due, status }) => owner ?? due ?? status);
  const isPlanned = actions.some(
    ({ found }) => isGrouped || found.some(({ due, done }) => due !== null || done !== null),
  );
  return isPlanned && actions.every(isTask);
}

/**
 * Sections that are told to be what was done, and list what is still to do: "Remediation" with owners and
 * due dates. They are those of actions.
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
  const isTasks = sections.map(({ kind, heading, blocks }) => {
    const listed = blocks.filter(({ type }) => type === "list" || type === "table");
    const isDone = kind !== "resolution" || listed.length === 0;
    return !isDone && listed.every((block) => isTask(block, heading.text));
  });
  return sections.map((section, index) => {
    const isHeadOf =
      section.kind === "resolution" && section.blocks.length === 0 && isTasks[index + 1] === true;
    return isTasks[index] === true || isHeadOf ? { ...section, kind: "actions" } : section;
  });
}
