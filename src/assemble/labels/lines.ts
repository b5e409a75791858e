import { memo } from "../../core/memo.ts";
import type { Block, ListItem, ParagraphBlock, TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isRowNumber } from "../sections/numbered.ts";
import { flattenItems, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { belowLabels } from "./below-labels.ts";
import { codeLabels } from "./code-labels.ts";
import { KINDS } from "./kinds.ts";
import {
  isLabel,
  labelAtEnd,
  type Labelled,
  LONGEST_LABEL,
  splitLabels,
  withTicked,
} from "./line-labels.ts";
import { meaningOfLabel } from "./meaning.ts";
import { paragraphsOf, proseIn, remarksIn } from "./section-texts.ts";
import { severalFacts } from "./several-facts.ts";
import { tickedIn } from "./ticked.ts";
import { hashtags, levelTag, quickAction, scopedLabels, signedLabels } from "./tracker-labels.ts";
import { linesWithoutTags, withoutTags } from "./without-tags.ts";

/** Whether the head of a table names facts of the document rather than what its rows list. */
function namesFacts(head: readonly Text[], only: readonly Text[], vocabulary: Vocabulary): boolean {
  const areLabels = (cells: readonly Text[]) => cells.map(({ text }) => isLabel(text, vocabulary));
  // Of one or two columns all have to be labels, and none of what stands below them.
  if (head.length <= 2) return !areLabels(head).includes(false) && !areLabels(only).includes(true);
  const facts = head.filter(({ text }) => labelAtEnd(normalizeHeading(text), vocabulary) !== -1);
  return facts.length > 1 && facts.length * 2 > head.length;
}

/** A table that tells of the document itself: two columns, or one row below its labels. */
export const tableLabels = memo((block: TableBlock, vocabulary: Vocabulary): readonly Labelled[] =>
  withTicked(
    ownTableLabels(block, vocabulary).map(({ label, value }) => {
      return { label, value: withoutTags(value) };
    }),
  ).flatMap((one) => severalFacts(one, vocabulary)),
);

function ownTableLabels(block: TableBlock, vocabulary: Vocabulary): readonly Labelled[] {
  const { head, rows } = block;
  const [only] = rows;
  if (only && rows.length === 1 && namesFacts(head, only, vocabulary)) {
    return head.flatMap(({ text }, index): readonly Labelled[] => {
      const value = only[index];
      return value ? [{ label: text, value }] : [];
    });
  }
  return rowPairs(withoutNotes(withoutNumbers(block, vocabulary), vocabulary), vocabulary).flatMap(
    ([{ text }, value]): readonly Labelled[] =>
      isNumber(text) ? [] : [{ label: text.replace(/[:：]\s*$/, ""), value }],
  );
}

/** Whether what stands in place of a label is a number, a time or a date, as in the rows of a timeline: it names nothing. */
function isNumber(text: string): boolean {
  return /\d/.test(text) && !/[^\d\s\p{P}]/u.test(text);
}

/** A table of facts without the column that only numbers them: "1 | Severity | SEV-1". */
function withoutNumbers(block: TableBlock, vocabulary: Vocabulary): TableBlock {
  const { head, rows } = block;
  const isNumbered = rows.every(([first]) => isRowNumber(first?.text ?? ""));
  if (head.length !== 3 || rows.length < LEAST_KNOWN || !isNumbered) return block;
  const known = rows.filter((row) => isLabel(row[1]?.text ?? "", vocabulary));
  if (known.length < LEAST_KNOWN) return block;
  return { ...block, head: head.slice(1), rows: rows.map((row) => row.slice(1)) };
}

/** A table of facts without its third column, which explains each: "Severity | 3 | set by the desk". */
function withoutNotes(block: TableBlock, vocabulary: Vocabulary): TableBlock {
  const { head, rows } = block;
  const known = rows.filter(([first]) => isLabel(first?.text ?? "", vocabulary));
  const isOfFacts = known.length >= LEAST_KNOWN && known.length * 2 > rows.length;
  if (head.length !== 3 || !isOfFacts || isLabel(head[2]?.text ?? "", vocabulary)) return block;
  return { ...block, head: head.slice(0, 2), rows: rows.map((row) => row.slice(0, 2)) };
}

/** What a table or a list may hold, below a heading or a label that says so. */
const LISTED: ReadonlySet<string> = new Set(["services", "teams"]);
/** So many known labels make a table of four columns a form, whatever else it asks. */
const LEAST_KNOWN = 3;

/** The labels of a table with their values: of two columns, or of several such pairs side by side. */
function rowPairs(
  { head, rows }: TableBlock,
  vocabulary: Vocabulary,
): readonly (readonly [label: Text, value: Text])[] {
  if (head.length % 2 === 1 || head.length > 8) return [];
  const all = [head, ...rows];
  const isOne = head.length === 2;
  const labels = all.flatMap((row) => row.filter((_, index) => index % 2 === 0));
  const known = labels.filter(({ text }) => isLabel(text, vocabulary)).length;
  // A tracker's form asks for more than a postmortem states: "Type", "Assignee".
  const asked = labels.filter(({ text }) => meaningOfLabel(text, vocabulary) !== null).length;
  // A table whose head is only its title lists facts, too.
  const isTitled = known > 0 && head.slice(1).every(({ text }) => text === "") && rows.length > 1;
  const isForm = ((known > 0 && asked >= LEAST_KNOWN) || isTitled) && head.length === 4;
  const isRepeated = head.every(({ text }, index) => text === (head[index % 2]?.text ?? ""));
  if (!isOne && !isForm && !(isRepeated && known > 0) && known * 2 < labels.length) return [];
  return all.flatMap((row) =>
    row.flatMap((label, index): readonly (readonly [Text, Text])[] => {
      const value = row[index + 1];
      return index % 2 === 0 && value ? [[label, value]] : [];
    }),
  );
}

/** Terms with what a colon in the next line says of them: "Priority", ": 2 - High". */
function definitions({ lines }: ParagraphBlock): readonly Labelled[] {
  return lines.flatMap((line, index): readonly Labelled[] => {
    const [, text] = /^:\s+(\S.*)$/.exec(lines[index + 1]?.text ?? "") ?? [];
    const range = lines[index + 1]?.range;
    if (text === undefined || range === undefined || /[:.!?]$/.test(line.text)) return [];
    return [{ label: line.text, value: { text, range } }];
  });
}

/** The labels that a list of tags holds: "Tags: severity: SEV3, service: event-feed". */
function withinTags(labelled: readonly Labelled[], vocabulary: Vocabulary): readonly Labelled[] {
  const { lists } = vocabulary.label_words;
  return labelled.flatMap((one) => {
    if (!lists.includes(normalizeHeading(one.label))) return [one];
    const { text, range } = one.value;
    const scoped = [
      ...text.matchAll(/(\p{L}[\p{L}_-]{1,30})\s?(?:[:=→›/]|->)\s?([^\s,;:=][^\s,;]{0,60})/gu),
    ].map(([, label = "", value = ""]) => ({ label, value: { text: value, range } }));
    return [...scoped, ...levelTag(one.value, vocabulary), one];
  });
}

/** Whether each of some lines begins with bold words, of which some are a label that is known. */
function areBoldLabels(lines: readonly Text[], vocabulary: Vocabulary): boolean {
  const bold = lines.flatMap((line) => line.bold ?? []);
  return (
    lines.length > 1 &&
    bold.length === lines.length &&
    bold.some((words) => isLabel(words, vocabulary))
  );
}

function lineLabels(all: readonly Text[], vocabulary: Vocabulary): readonly Labelled[] {
  const lines = linesWithoutTags(all);
  const isOfLabels = areBoldLabels(lines, vocabulary);
  return lines.flatMap((line) => [
    ...splitLabels(line, vocabulary, isOfLabels),
    ...scopedLabels(line),
    ...quickAction(line),
    ...signedLabels(line),
    ...hashtags(line, vocabulary),
  ]);
}

function labelsOf(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  return withinTags(ownLabels(block, vocabulary), vocabulary);
}

/** What a list below a label holds, which stands in an item of its own: "Services:" above "- redis". */
function belowItem({ text, children }: ListItem, vocabulary: Vocabulary): readonly Labelled[] {
  const label = text.replace(/\s?[:：]$/, "");
  const isNamed = children.length > 0 && label.length <= LONGEST_LABEL;
  if (!isNamed || !LISTED.has(meaningOfLabel(label, vocabulary) ?? "")) return [];
  return chosen(children).map((value) => ({ label, value }));
}

function ownLabels(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  switch (block.type) {
    case "paragraph": {
      const defined = definitions(block);
      if (defined.length > 0) return withTicked(defined);
      const below = belowLabels(block, vocabulary);
      return below.length > 0 ? withTicked(below) : lineLabels(block.lines, vocabulary);
    }
    case "quote":
      return block.lines.length > 0
        ? lineLabels(block.lines, vocabulary)
        : splitLabels(block, vocabulary);
    case "list":
      return flattenItems(block.items).flatMap((item) => [
        ...splitLabels(item, vocabulary),
        ...scopedLabels(item),
        ...belowItem(item, vocabulary),
      ]);
    case "table":
      return tableLabels(block, vocabulary);
    case "code":
      return codeLabels(block, vocabulary);
    case "comment":
      return [];
  }
}

/** The names in a table below a heading that says of what: those of its rows that are of that kind. */
function namesInTable(
  block: TableBlock,
  heading: Text,
  vocabulary: Vocabulary,
): readonly Labelled[] {
  const names = block.head.map(({ text }) => normalizeHeading(text));
  const meaning = meaningOfLabel(heading.text, vocabulary);
  const isOfHeading = (name: string) => name !== "" && heading.text.toLowerCase().includes(name);
  const isSame = (name: string) =>
    meaning !== null && LISTED.has(meaning) && meaningOfLabel(name, vocabulary) === meaning;
  const { row_names, row_kinds, unaffected } = vocabulary.label_words;
  const isName = (name: string) => row_names.includes(name) || isOfHeading(name) || isSame(name);
  const column = names.findIndex(isName);
  const kindColumn = names.findIndex((name) => row_kinds.includes(name));
  if (column === -1 || block.head.length < 2) return [];
  const isSpared = ({ text }: Text) => unaffected.includes(normalizeHeading(text));
  return block.rows.flatMap((row): readonly Labelled[] => {
    const [value, kind] = [row[column], row[kindColumn]];
    if (!value || row.some(isSpared)) return [];
    return [{ label: kind === undefined ? heading.text : kind.text, value }];
  });
}

/** Of the items of a form with boxes, those that are ticked. */
function chosen(items: readonly ListItem[]): readonly ListItem[] {
  const isForm = items.some(({ checked }) => checked !== null);
  return isForm ? items.filter(({ checked }) => checked === true) : items;
}

/** What stands directly below a heading that is itself a label: one line, a list or a table. */
function underHeading(
  { heading, blocks }: KnownSection,
  vocabulary: Vocabulary,
): readonly Labelled[] {
  const [block] = blocks.filter(({ type }) => type !== "comment");
  if (block?.type === "table") return namesInTable(block, heading, vocabulary);
  if (block?.type === "list") {
    return chosen(block.items).map((value) => ({ label: heading.text, value }));
  }
  if (block?.type !== "paragraph") return [];
  const text = tickedIn(block.text);
  const isChoice = text !== block.text;
  if (block.lines.length > 1 && !isChoice) return [];
  return text === "" ? [] : [{ label: heading.text, value: { text, range: block.range } }];
}

/** Where data in a block of code is what a machine said: the labels of an alert, a configuration. */
const OF_MACHINES: ReadonlySet<KnownSection["kind"]> = new Set(["detection", "cause", "impact"]);

/** All that a section states under labels, its own heading among them. */
function labelledIn(section: KnownSection, vocabulary: Vocabulary): readonly Labelled[] {
  return [
    ...splitLabels(section.heading, vocabulary),
    ...section.blocks
      .filter(({ type }) => type !== "code" || !OF_MACHINES.has(section.kind))
      .flatMap((block) => labelsOf(block, vocabulary)),
    ...underHeading(section, vocabulary),
  ];
}

/** A section with all that stands under labels in it. */
export interface LabelledSection extends Pick<KnownSection, "kind" | "heading"> {
  readonly labelled: readonly Labelled[];
  /** The parts of lines that set short remarks apart: "Incident 7 · SEV2 · closed". */
  readonly remarks: readonly Text[];
  /** Its paragraphs, where it sums up what happened. */
  readonly prose: readonly Text[];
  /** Its paragraphs, where it tells how somebody noticed it. */
  readonly detection: readonly Text[];
}

/** What stands under labels, section by section; those of actions are fields of each action. */
export function labelledSections(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly LabelledSection[] {
  const own = sections
    .filter(({ kind }) => kind !== "actions")
    .map((section) => {
      const { kind, heading } = section;
      const labelled = labelledIn(section, vocabulary);
      return {
        ...{ kind, heading, labelled, remarks: remarksIn(section), prose: proseIn(section) },
        detection: kind === "detection" ? paragraphsOf(section) : [],
      };
    });
  return [...own, ...sections.flatMap(quickActionsIn)];
}

/** What lines tell a tracker to do, which stand below whatever section is the last: `/label ~"severity::2"`. */
function quickActionsIn({ kind, heading, blocks }: KnownSection): readonly LabelledSection[] {
  const lines = KINDS.has(kind)
    ? []
    : blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : []));
  const labelled = lines
    .filter(({ text }) => /^\/[a-z_]+\s/.test(text))
    .flatMap((line) => [...scopedLabels(line), ...quickAction(line)]);
  const none = { remarks: [], prose: [], detection: [] };
  return labelled.length === 0 ? [] : [{ kind: null, heading, labelled, ...none }];
}
