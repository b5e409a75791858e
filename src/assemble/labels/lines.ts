import { memo } from "../../core/memo.ts";
import { foldName } from "../../core/taxonomy.ts";
import type { Block, ListItem, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { flattenItems, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { meaningOfLabel } from "./meaning.ts";
import { tickedIn } from "./ticked.ts";
import { SCOPED } from "./values.ts";

/** What stands after a label: "Severity: SEV2". */
export interface Labelled {
  readonly label: string;
  readonly value: Text;
}

/** Longer lines are prose, in which a colon ends no label. */
const LONGEST_LINE = 240;

/** A bar, or a dot, between one label with its value and the next. */
const BAR = /\s[|•·]\s+(?=[^:|•·]{2,40}:\s)/g;

/** Labels that stand for no key of the frontmatter: of durations, of spans of time, of people. */
export function otherLabels({ durations, spans, people }: Vocabulary): readonly string[] {
  return [...Object.values(durations).flat(), ...spans, ...people.listed_as, ...people.roles];
}

interface KnownLabels {
  /** As they are compared: folded. */
  readonly names: ReadonlySet<string>;
  readonly mostWords: number;
}

/** All labels that are known, whatever they stand for. */
const knownLabels = memo((vocabulary: Vocabulary): KnownLabels => {
  const { frontmatter_keys, headings, label_words } = vocabulary;
  const keys = Object.entries(frontmatter_keys).flatMap(([key, names]) => [key, ...names]);
  const others = [...otherLabels(vocabulary), ...headings.date, ...label_words.lists];
  const names = [...keys, ...others].map(foldName);
  const mostWords = Math.max(0, ...names.map((name) => name.split(" ").length));
  return { names: new Set(names), mostWords };
});

/** A word of a label, and what stands between two. */
const WORD = /[^\s_|•·-]+/g;
const FURTHER_COLON = /(?<!\s)\s*:(?=\s)/g;
const BEFORE_LABEL = /[\s|•·]/;

/** Where the longest known label begins that ends in a text; -1 where the text ends in none. */
function labelAtEnd(text: string, vocabulary: Vocabulary): number {
  const { names, mostWords } = knownLabels(vocabulary);
  const starts = Array.from(text.matchAll(WORD), ({ index }) => index).slice(-mostWords);
  const begins = (at: number) => at === 0 || BEFORE_LABEL.test(text.charAt(at - 1));
  return starts.find((at) => begins(at) && names.has(foldName(text.slice(at)))) ?? -1;
}

/** Where a line begins, and where within it a further label does: `Severity: P1 | Status: final`. */
function startsOf(text: string, vocabulary: Vocabulary): readonly number[] {
  // With one colon there is one label, and most lines have none.
  if (text.length > LONGEST_LINE || text.indexOf(":") === text.lastIndexOf(":")) return [0];
  const within = Array.from(text.matchAll(FURTHER_COLON), ({ index }) =>
    labelAtEnd(text.slice(0, index), vocabulary),
  )
    .filter((index) => index > 0 && /^\p{Lu}/u.test(text.slice(index)))
    // "Regions Affected:" is one label: a further one has a value before it.
    .filter((index) => /:\s+\S.*\s$/.test(text.slice(0, index)));
  const barred = [...text.matchAll(BAR)].map(({ index, 0: match }) => index + match.length);
  return [...new Set([0, ...within, ...barred])].toSorted((a, b) => a - b);
}

/** Facts as programs print them: "severity=critical service=gateway". */
const ASSIGNED = /(?<!\S)([a-z][\w.-]{1,30})=("[^"]{1,80}"|[^\s"]\S{0,79})/gi;

/** The names and values of a line that is made of them alone. */
function assignedIn({ text, range }: Text): readonly Labelled[] {
  if (!text.includes("=") || text.length > LONGEST_LINE) return [];
  if (text.replace(ASSIGNED, "").trim() !== "") return [];
  return [...text.matchAll(ASSIGNED)].map(([, label = "", value = ""]) => {
    return { label, value: { text: value.replaceAll('"', ""), range } };
  });
}

/** Fields of notes that a query may find, several in a line: "[severity:: SEV1] (team:: access)". */
const INLINE_FIELD = /[[(](\p{L}[\p{L} _-]{1,28})::\s*([^\][()\s][^\][()]*)[\])]/gu;

function inlineFields({ text, range }: Text): readonly Labelled[] {
  if (!text.includes("::")) return [];
  return [...text.matchAll(INLINE_FIELD)].map(([, label = "", value = ""]) => {
    return { label, value: { text: value.trim(), range } };
  });
}

/** Longer words behind a bold label without a colon are a sentence that it begins. */
const MOST_WORDS = 6;

/** A label that is set apart by its letters alone: "**Severity** SEV1", "**Service** - mail". */
function boldLabel({ text, bold, range }: Text, vocabulary: Vocabulary): Labelled | null {
  if (bold === undefined || /[:：.!?]$/.test(bold) || !isLabel(bold, vocabulary)) return null;
  const rest = text.slice(bold.length);
  const value = rest.replace(/^\s*[-–—=|→]+\s+/, "").trim();
  const isSetApart = value !== rest.trim();
  if (value === "" || /^[:：]/.test(value)) return null;
  const isShort = !/^\p{Ll}+ \p{Ll}/u.test(value) && value.split(/\s+/).length <= MOST_WORDS;
  return isSetApart || isShort ? { label: bold, value: { text: value, range } } : null;
}

/** What a form states under a label: of a choice, what is ticked. */
function withTicked(labelled: readonly Labelled[]): readonly Labelled[] {
  return labelled.flatMap(({ label, value }) => {
    const text = tickedIn(value.text);
    return text === "" ? [] : [{ label, value: text === value.text ? value : { ...value, text } }];
  });
}

/** The labels of a line, each with its value; each value has the place of the whole. */
export function splitLabels(line: Text, vocabulary: Vocabulary): readonly Labelled[] {
  return withTicked(labelsIn(line, vocabulary));
}

function labelsIn(line: Text, vocabulary: Vocabulary): readonly Labelled[] {
  const { text, range } = line;
  const assigned = assignedIn({ text, range });
  if (assigned.length > 0) return assigned;
  const inline = inlineFields(line);
  if (inline.length > 0) return inline;
  const bold = boldLabel(line, vocabulary);
  if (bold) return [bold];
  const starts = startsOf(text, vocabulary);
  return starts.flatMap((start, index): readonly Labelled[] => {
    const part = text.slice(start, starts[index + 1]).replace(/(?<![\s|•·])[\s|•·]+$/, "");
    const [, label = "", value = ""] = /^([^:：]{2,60})[:：]\s*(\S.*)$/.exec(part) ?? [];
    return value === "" ? [] : [{ label, value: { text: value, range } }];
  });
}

/** Whether the head of a table names facts of the document rather than what its rows list. */
function namesFacts(head: readonly Text[], vocabulary: Vocabulary): boolean {
  const facts = head.filter(({ text }) => labelAtEnd(normalizeHeading(text), vocabulary) !== -1);
  return head.length > 2 && facts.length > 1 && facts.length * 2 > head.length;
}

/** A table that tells of the document itself: two columns, or one row below its labels. */
export function tableLabels(
  block: Block & { readonly type: "table" },
  vocabulary: Vocabulary,
): readonly Labelled[] {
  return withTicked(ownTableLabels(block, vocabulary));
}

function ownTableLabels(
  block: Block & { readonly type: "table" },
  vocabulary: Vocabulary,
): readonly Labelled[] {
  const { head, rows } = block;
  const [only] = rows;
  if (only && rows.length === 1 && namesFacts(head, vocabulary)) {
    return head.flatMap(({ text }, index): readonly Labelled[] => {
      const value = only[index];
      return value ? [{ label: text, value }] : [];
    });
  }
  return rowPairs(block, vocabulary).map(([label, value]) => {
    return { label: label.text.replace(/[:：]\s*$/, ""), value };
  });
}

/** The labels of a table with their values: of two columns, or of several such pairs side by side. */
function rowPairs(
  { head, rows }: Block & { readonly type: "table" },
  vocabulary: Vocabulary,
): readonly (readonly [label: Text, value: Text])[] {
  if (head.length % 2 === 1 || head.length > 8) return [];
  const all = [head, ...rows];
  const isOne = head.length === 2;
  const labels = all.flatMap((row) => row.filter((_, index) => index % 2 === 0));
  const known = labels.filter(({ text }) => isLabel(text, vocabulary)).length;
  const isRepeated = head.every(({ text }, index) => text === (head[index % 2]?.text ?? ""));
  if (!isOne && !(isRepeated && known > 0) && known * 2 < labels.length) return [];
  return all.flatMap((row) =>
    row.flatMap((label, index): readonly (readonly [Text, Text])[] => {
      const value = row[index + 1];
      return index % 2 === 0 && value ? [[label, value]] : [];
    }),
  );
}

/** Whether a text is a label that somebody knows. */
function isLabel(text: string, vocabulary: Vocabulary): boolean {
  const meaning = meaningOfLabel(text, vocabulary);
  return meaning !== null && meaning !== "ignored";
}

/** A label in a line of its own with its value in the next: "**Severity**", "Major". */
export function belowLabel(
  { lines }: Pick<Block & { readonly type: "paragraph" }, "lines">,
  vocabulary: Vocabulary,
): Labelled | null {
  const [label, value, ...more] = lines;
  if (!label || !value || more.length > 0 || /[:：.!?]$/.test(label.text)) return null;
  return isLabel(label.text, vocabulary) ? { label: label.text, value } : null;
}

/** The labels that a list of tags holds: "Tags: severity: SEV3, service: event-feed". */
function withinTags(
  labelled: readonly Labelled[],
  { label_words: { lists } }: Vocabulary,
): readonly Labelled[] {
  return labelled.flatMap((one) => {
    if (!lists.includes(normalizeHeading(one.label))) return [one];
    const { text, range } = one.value;
    return [...text.matchAll(/(\p{L}[\p{L}_-]{1,30})\s?[:=]\s?([^\s,;:=][^\s,;]{0,60})/gu)].map(
      ([, label = "", value = ""]) => ({ label, value: { text: value, range } }),
    );
  });
}

function labelsOf(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  return withinTags(ownLabels(block, vocabulary), vocabulary);
}

function ownLabels(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  switch (block.type) {
    case "paragraph": {
      const below = belowLabel(block, vocabulary);
      if (below) return [below];
      return block.lines.flatMap((line) => [
        ...splitLabels(line, vocabulary),
        ...scopedLabels(line),
        ...quickAction(line),
      ]);
    }
    case "quote":
      return splitLabels(block, vocabulary);
    case "list":
      return flattenItems(block.items).flatMap((item) => splitLabels(item, vocabulary));
    case "table":
      return tableLabels(block, vocabulary);
    case "code":
    case "comment":
      return [];
  }
}

/** Labels of a tracker that say of what they are: `~"severity::2"`. */
function scopedLabels({ text, range }: Text): readonly Labelled[] {
  if (!text.includes("::")) return [];
  return [...text.matchAll(new RegExp(SCOPED.source, "gu"))].flatMap(
    ([, label = "", value = ""]) =>
      text.includes(`~"${label}::`) || text.includes(`~${label}::`)
        ? [{ label, value: { text: value, range } }]
        : [],
  );
}

/** What a line tells a tracker to do: `/severity S2`. */
function quickAction({ text, range }: Text): readonly Labelled[] {
  const [, label, value] = /^\/([a-z][a-z_]{2,30})\s+([^~@\s]\S*)$/.exec(text) ?? [];
  return label === undefined || value === undefined
    ? []
    : [{ label, value: { text: value, range } }];
}

/** The names in a table below a heading that says of what: those of its rows that are of that kind. */
function namesInTable(
  block: Block & { readonly type: "table" },
  heading: Text,
): readonly Labelled[] {
  const names = block.head.map(({ text }) => normalizeHeading(text));
  const column = names.findIndex(
    (name) => name === "name" || normalizeHeading(heading.text).includes(name),
  );
  const type = names.indexOf("type");
  if (column === -1 || block.head.length < 2) return [];
  return block.rows.flatMap((row): readonly Labelled[] => {
    const [value, kind] = [row[column], type === -1 ? undefined : row[type]];
    if (!value) return [];
    return [{ label: kind === undefined ? heading.text : kind.text, value }];
  });
}

/** Of the items of a form with boxes, those that are ticked. */
function chosen(items: readonly ListItem[]): readonly ListItem[] {
  const isForm = items.some(({ checked }) => checked !== null);
  return isForm ? items.filter(({ checked }) => checked === true) : items;
}

/** What stands directly below a heading that is itself a label: one line, a list or a table. */
function underHeading({ heading, blocks }: KnownSection): readonly Labelled[] {
  const [block] = blocks.filter(({ type }) => type !== "comment");
  if (block?.type === "table") return namesInTable(block, heading);
  if (block?.type === "list") {
    return chosen(block.items).map((value) => ({ label: heading.text, value }));
  }
  if (block?.type !== "paragraph") return [];
  const text = tickedIn(block.text);
  const isChoice = text !== block.text;
  if (block.lines.length > 1 && !isChoice) return [];
  return text === "" ? [] : [{ label: heading.text, value: { text, range: block.range } }];
}

/** All that a section states under labels, its own heading among them. */
function labelledIn(section: KnownSection, vocabulary: Vocabulary): readonly Labelled[] {
  return [
    ...splitLabels(section.heading, vocabulary),
    ...section.blocks.flatMap((block) => labelsOf(block, vocabulary)),
    ...underHeading(section),
  ];
}

/** A section with all that stands under labels in it. */
export interface LabelledSection extends Pick<KnownSection, "kind" | "heading"> {
  readonly labelled: readonly Labelled[];
  /** The parts of lines that set short remarks apart: "Incident 7 · SEV2 · closed". */
  readonly remarks: readonly Text[];
}

function remarksIn({ blocks, level }: KnownSection): readonly Text[] {
  const lines =
    level > 1 ? [] : blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : []));
  return lines.flatMap(({ text, range }) => {
    const parts = text.length > LONGEST_LINE ? [] : text.split(/(?<!\s)\s+[·•|]\s+/);
    return parts.length < 2 ? [] : parts.map((part) => ({ text: part, range }));
  });
}

/** What stands under labels, section by section; those of actions are fields of each action. */
export function labelledSections(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly LabelledSection[] {
  return sections
    .filter(({ kind }) => kind !== "actions")
    .map((section) => {
      const { kind, heading } = section;
      const labelled = labelledIn(section, vocabulary);
      return { kind, heading, labelled, remarks: remarksIn(section) };
    });
}
