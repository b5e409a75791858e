import { SECTION_KINDS, type SectionKind } from "../../core/document/body-parts.ts";
import { memo, memoTextOf } from "../../core/memo.ts";
import type { SectionFact } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { withoutLastBrackets } from "../../core/text/in-brackets.ts";
import type { Block, BodySection, ListItem, TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { meaningOfLabel } from "../labels/meaning.ts";
import { kindOfHeading, normalizeHeading } from "../written/phrases.ts";
import { splitDayHead } from "../written/time-head.ts";

/** A section of the body with what it is for. */
export interface KnownSection extends BodySection {
  /** A heading of no known kind has that of the section around it. */
  readonly kind: SectionKind | null;
}

/** The headings of known parts, as they are compared. */
export const namesOfParts = memo(
  ({ headings }: Vocabulary): ReadonlySet<string> => new Set(Object.values(headings).flat()),
);

/** That of a bold label in the place of a heading. */
const LABEL_LEVEL = 7;

/** The title: the first H1 that is no heading of a known part or of facts, as in a document of H1s alone. */
export function titleOf(
  sections: readonly BodySection[],
  vocabulary: Vocabulary,
): BodySection | undefined {
  const names = namesOfParts(vocabulary);
  const { no_titles: others } = vocabulary.label_words;
  const first = sections.filter(({ level, heading }) => level === 1 && heading.text !== "");
  return first.find(({ heading }) => {
    const name = normalizeHeading(heading.text);
    return !names.has(name) && !others.includes(name);
  });
}

/** A bold line above everything, where no heading is the title: "**Incident Review**". */
export function labelAtHead(
  sections: readonly BodySection[],
  vocabulary: Vocabulary,
): BodySection | undefined {
  const [before, first] = sections;
  if (before && before.blocks.length > 0) return undefined;
  if (!first || first.level > LABEL_LEVEL) return undefined;
  const name = normalizeHeading(first.heading.text);
  const isKnown =
    namesOfParts(vocabulary).has(name) || meaningOfLabel(first.heading.text, vocabulary) !== null;
  const isPart =
    first.level < LABEL_LEVEL && kindOfSection(first.heading.text, vocabulary) !== null;
  const isAmongOthers = sections.some((one) => one !== first && one.level === first.level);
  return isKnown || (isPart && isAmongOthers) ? undefined : first;
}

const LEAST_TITLE_WORDS = 3;
const MOST_TITLE_WORDS = 14;

/** Who wrote it, as two names behind a word for "by": a title is printed wherever the document is named. */
const byline = memo(
  ({ action_phrases: { by } }: Vocabulary) =>
    new RegExp(String.raw`(?<!\p{L})${anyWord(by)}\s+\p{Lu}[\p{L}'’-]+\s+\p{Lu}`, "u"),
);

/** Two or more names of people, one after the other: "Jane Roe, Theo Brandt and Mia Lund". */
const LISTS_NAMES =
  /\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+(?:, | and | & )\p{Lu}\p{Ll}+ \p{Lu}[\p{L}'’-]+/u;

/**
 * The line above everything in a document without headings, where it is called as a title is, or the one
 * item of a list that holds all others; undefined where there is none.
 */
export function firstLine(
  [first]: readonly BodySection[],
  vocabulary: Vocabulary,
): Text | undefined {
  const block =
    first?.level === 0 ? first.blocks.find(({ type }) => type !== "comment") : undefined;
  const only = block?.type === "list" && block.items.length === 1 ? block.items[0] : undefined;
  const [line, next] = block?.type === "paragraph" ? block.lines : [only];
  const isHead = only ? only.children.length > 0 : block?.type === "paragraph";
  if (!line || !isHead || (next && /^\P{L}*\p{Ll}/u.test(next.text))) return undefined;
  const words = withoutLastBrackets(line.text).split(/\s+/).length;
  const isTitle =
    words >= LEAST_TITLE_WORDS &&
    words <= MOST_TITLE_WORDS &&
    /^\P{L}*[\p{Lu}\p{Lo}]/u.test(line.text) &&
    !/[.:!,;：]$/.test(line.text);
  const [label = ""] = line.text.split(/[:：]/);
  const isLabelled = label !== line.text && meaningOfLabel(label, vocabulary) !== null;
  const isOther =
    isLabelled ||
    byline(vocabulary).test(line.text) ||
    LISTS_NAMES.test(line.text) ||
    namesOfParts(vocabulary).has(normalizeHeading(line.text));
  return isTitle && !isOther && splitDayHead(line.text, vocabulary) === null ? line : undefined;
}

/** Within the actions these headings group them: "Action items: Detection, Mitigation, Process". */
const GROUPS_OF_ACTIONS: ReadonlySet<SectionKind | null> = new Set([
  "detection",
  "resolution",
  "cause",
]);

/**
 * Gives each section its kind. The first H1 is the title and has none; a heading that is a time goes
 * on with the timeline before it, whatever its level.
 */
export function nameSections(
  sections: readonly BodySection[],
  vocabulary: Vocabulary,
): readonly KnownSection[] {
  const around: { level: number; kind: SectionKind | null }[] = [];
  const title = titleOf(sections, vocabulary) ?? labelAtHead(sections, vocabulary);
  let before: SectionKind | null = null;
  return sections.map((section) => {
    while ((around.at(-1)?.level ?? 0) >= section.level && around.length > 0) around.pop();
    const { text } = section.heading;
    const isTime = section !== title && splitDayHead(text, vocabulary) !== null;
    const named = isTime ? null : kindOfSection(text, vocabulary);
    const own = section === title ? null : isTime && before === "timeline" ? before : named;
    const outer = around.at(-1)?.kind ?? null;
    const isGroup =
      (outer === "actions" && GROUPS_OF_ACTIONS.has(own)) ||
      // "Contributing factors": "Why did it happen?", "Why did it take so long?"
      (outer === "factors" && own === "cause" && /[?？]$/.test(text));
    const kind = isGroup ? outer : (own ?? outer);
    around.push({ level: section.level, kind });
    before = kind;
    return { ...section, kind };
  });
}

const cuesOf = memo(({ heading_cues }: Vocabulary) =>
  SECTION_KINDS.flatMap((kind) =>
    (heading_cues[kind] ?? []).map((cue) => ({ kind, pattern: new RegExp(cue, "iu") })),
  ),
);

/** The longest heading whose wording is looked at: a longer one is a sentence. */
const LONGEST_HEADING = 80;

function readKind(heading: string, vocabulary: Vocabulary): SectionKind | null {
  const kind = kindOfHeading(heading, vocabulary.headings);
  if (kind !== null || heading.length > LONGEST_HEADING) return kind;
  const name = normalizeHeading(heading);
  return cuesOf(vocabulary).find(({ pattern }) => pattern.test(name))?.kind ?? null;
}

/** Several readers ask of each heading, and documents of one folder share most. */
const rememberedKind = memoTextOf(readKind);

/** The kind of section that a heading names by its phrases, else by its wording. */
export function kindOfSection(heading: string, vocabulary: Vocabulary): SectionKind | null {
  return heading.length > LONGEST_HEADING
    ? readKind(heading, vocabulary)
    : rememberedKind(heading, vocabulary);
}

/** List items with everything nested in them, in the order of the document. */
export function flattenItems(items: readonly ListItem[]): readonly ListItem[] {
  // Most lists have one level, and many readers ask for their items.
  const isFlat = items.every(({ children }) => children.length === 0);
  return isFlat ? items : items.flatMap((item) => [item, ...flattenItems(item.children)]);
}

/** The lines of a block of prose and the items of a list, each alone; none of any other block. */
export function lineTexts(block: Block): readonly Text[] {
  switch (block.type) {
    case "paragraph":
    case "quote":
      return block.lines;
    case "list":
      return flattenItems(block.items);
    default:
      return [];
  }
}

/** The texts of a table; many readers ask for those of 50,000 rows. */
const tableTexts = memo(({ head, rows }: TableBlock): readonly Text[] => [...head, ...rows.flat()]);

/** All texts of a block that a reader sees, code left out. */
export function blockTexts(block: Block): readonly Text[] {
  switch (block.type) {
    case "paragraph":
    case "quote":
      return [block];
    case "list":
      return flattenItems(block.items);
    case "table":
      return tableTexts(block);
    case "code":
    case "comment":
      return [];
  }
}

function countWords(texts: readonly Text[]): number {
  return texts.reduce((sum, { text }) => sum + (text === "" ? 0 : text.split(/\s+/).length), 0);
}

/** What the postmortem keeps of its sections. */
export function sectionFacts(sections: readonly KnownSection[]): readonly SectionFact[] {
  return sections
    .filter((section) => section.level > 0 || section.blocks.length > 0)
    .map(({ kind, heading, level, blocks, range }) => ({
      kind,
      heading: heading.text,
      level,
      words: countWords(blocks.flatMap(blockTexts)),
      range,
    }));
}
