import type { SectionKind } from "../../core/body-parts.ts";
import type { BodySection, ListItem } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { normalizeHeading } from "../written/phrases.ts";
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

/** Sections without the tabs that tell again, in another zone, what the tab before them told. */
export function ownView(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  let isZoned = false;
  let isAgain = false;
  return sections.map((section) => {
    const isGap = section.heading.text === "" && section.blocks.length === 0;
    if (section.isTab === true) {
      const zone = readZone(section.heading.text, vocabulary.zones);
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
  return (
    kind !== null &&
    BELOW_ITEMS.has(kind) &&
    (/:\s*$/.test(text) || headings[kind].some((one) => one === name || one === `=${name}`))
  );
}

/** Sections with those that are written as items of a list: `- **Actions**:` with a list below. */
export function openLabelledItems(
  sections: readonly BodySection[],
  { vocabulary }: AssembleContext,
): readonly BodySection[] {
  return sections.flatMap((section) => {
    if (kindOfSection(section.heading.text, vocabulary) === "actions") return [section];
    const below: BodySection[] = [];
    const blocks = section.blocks.map((block) => {
      if (block.type !== "list") return block;
      const [heads, others] = [
        block.items.filter((item) => headsItems(item, vocabulary)),
        block.items.filter((item) => !headsItems(item, vocabulary)),
      ];
      for (const { text, range, children } of heads) {
        const list = { type: "list", items: children, range } as const;
        below.push({ heading: { text, range }, level: ITEM_LEVEL, blocks: [list], range });
      }
      return heads.length === 0 ? block : { ...block, items: others };
    });
    return below.length === 0 ? [section] : [{ ...section, blocks }, ...below];
  });
}
