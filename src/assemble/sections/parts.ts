import type { SectionKind } from "../../core/document/body-parts.ts";
import { memoTextOf } from "../../core/memo.ts";
import { plainItem } from "../../parse/body/blocks.ts";
import type { BodySection, ListItem } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitDayHead } from "../written/time-head.ts";
import { readZone } from "../written/zones.ts";
import { kindOfSection } from "./sections.ts";

/** Deeper than any section that has a heading of its own. */
export const ITEM_LEVEL = 30;
/** What items of a list may hold as sections do; timelines in lists are found by their rows. */
const BELOW_ITEMS: ReadonlySet<SectionKind | null> = new Set([
  "actions",
  "factors",
  "went-well",
  "lucky",
  "learnings",
]);

/** A longer heading tells more than its zone. */
const LONGEST_ZONE = 14;

/** The zone that a short heading is and nothing else: "UTC", "Oslo time", "CEST (UTC+2)"; documents share most. */
const zoneAlone = memoTextOf((text, vocabulary: Vocabulary): string | null =>
  splitDayHead(text, vocabulary) === null ? readZone(text, vocabulary.zones) : null,
);

/** The zone of a tab, or of a heading that stands for one; null where it has none. */
function zoneOfView({ heading: { text }, isTab }: BodySection, vocabulary: Vocabulary) {
  if (isTab === true) return readZone(text, vocabulary.zones);
  return text.length > LONGEST_ZONE ? null : zoneAlone(text, vocabulary);
}

/** Sections without the tabs that repeat, in another zone, the tab before them. */
export function ownView(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  let isZoned = false;
  let isAgain = false;
  return sections.map((section) => {
    const isGap = section.heading.text === "" && section.blocks.length === 0;
    const zone = zoneOfView(section, vocabulary);
    if (section.isTab === true || zone !== null) {
      isAgain = isZoned && zone !== null;
      isZoned = isZoned || zone !== null;
    } else {
      isAgain = false;
      if (!isGap) isZoned = false;
    }
    return isAgain ? { ...section, blocks: [] } : section;
  });
}

function headsItems({ text, children }: ListItem, vocabulary: Vocabulary): boolean {
  if (children.length === 0 || text.length > 60) return false;
  const { headings } = vocabulary;
  const name = normalizeHeading(text);
  const kind = kindOfSection(text, vocabulary);
  // Below "Cause" one item may be the value of a label; several are what led to it.
  const isListed = kind === "cause" && children.length > 1;
  return (
    kind !== null &&
    (BELOW_ITEMS.has(kind) || isListed) &&
    (/:\s*$/.test(text) || headings[kind].some((one) => one === name || one === `=${name}`))
  );
}

/** The lines below the question of a form as the items of a list, and the part that it names; null where it names none. */
function answersOf(
  { lines = [] }: ListItem,
  vocabulary: Vocabulary,
): { readonly name: string; readonly items: readonly ListItem[] } | null {
  const [asked, ...answers] = lines;
  if (!asked || answers.length === 0 || !/[?:？：]$/.test(asked.text)) return null;
  // "What will you do, who does it, and by when?": the first question names the part.
  const [first = ""] = asked.text.split(/[,;]\s/);
  const name = [asked.text, first].find((text) => {
    const kind = kindOfSection(text, vocabulary);
    return kind !== null && BELOW_ITEMS.has(kind);
  });
  const isList = answers.every(({ text }) => /^\P{L}*[\p{Lu}\p{Lo}\d]/u.test(text));
  return name === undefined || !isList ? null : { name, items: answers.map(plainItem) };
}

/** A list with a section for each of its items that names a part, and the others. */
function openList(
  items: readonly ListItem[],
  vocabulary: Vocabulary,
): { readonly below: readonly BodySection[]; readonly others: readonly ListItem[] } {
  const below: BodySection[] = [];
  const others: ListItem[] = [];
  for (const item of items) {
    const { text, range, children } = item;
    const isHead = headsItems(item, vocabulary);
    const part = answersOf(item, vocabulary) ?? (isHead ? { name: text, items: children } : null);
    if (part === null) {
      others.push(item);
      continue;
    }
    const list = { type: "list", items: part.items, range } as const;
    const heading = { text: part.name, range };
    below.push({ heading, level: ITEM_LEVEL, blocks: [list], range });
  }
  return { below, others };
}

/** Longer texts below an item are no values of it. */
const LONGEST_VALUE = 60;
const LONGEST_LABEL = 30;

/** An item that is only a label, with what stands below it as its value: "level", and "SEV-1" below. */
function withValueBelow(item: ListItem): ListItem {
  const { text, children } = item;
  const isValue = (child: ListItem) =>
    child.children.length === 0 &&
    child.text.length <= LONGEST_VALUE &&
    !/[:.?!]\s/.test(child.text);
  const isLabel = text.length <= LONGEST_LABEL && !/[:：.!]/.test(text) && children.every(isValue);
  if (children.length === 0) return item;
  if (!isLabel) return { ...item, children: children.map(withValueBelow) };
  const value = children.map((child) => child.text).join(", ");
  return { ...item, text: `${text}: ${value}`, children: [] };
}

/** The one item of an outline that holds all of a document: its parts are the items below it. */
function openOutline(section: BodySection, vocabulary: Vocabulary): readonly BodySection[] | null {
  const [block, ...more] = section.blocks;
  const root = block?.type === "list" && block.items.length === 1 ? block.items[0] : undefined;
  if (section.level > 0 || more.length > 0 || block?.type !== "list" || !root) return null;
  const { below, others } = openList(root.children, vocabulary);
  if (below.length === 0) return null;
  const children = others.map(withValueBelow);
  return [{ ...section, blocks: [{ ...block, items: [{ ...root, children }] }] }, ...below];
}

/** Sections with those that are written as items of a list: `- **Actions**:` with a list below. */
export function openLabelledItems(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.flatMap((section) => {
    if (kindOfSection(section.heading.text, vocabulary) === "actions") return [section];
    const outline = openOutline(section, vocabulary);
    if (outline) return outline;
    const opened: BodySection[] = [];
    const blocks = section.blocks.map((block) => {
      if (block.type !== "list") return block;
      const { below, others } = openList(block.items, vocabulary);
      opened.push(...below);
      return below.length === 0 ? block : { ...block, items: others };
    });
    return opened.length === 0 ? [section] : [{ ...section, blocks }, ...opened];
  });
}
