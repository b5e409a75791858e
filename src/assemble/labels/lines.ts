import { escapePattern } from "../../core/escape-pattern.ts";
import { memo } from "../../core/memo.ts";
import { foldName } from "../../core/taxonomy.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { flattenItems, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";

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

/** Finds each known label of a line that begins with a capital: `Severity: P1 | Status: final`. */
const labelsWithin = memo((vocabulary: Vocabulary): RegExp => {
  const { frontmatter_keys, headings } = vocabulary;
  const keys = Object.entries(frontmatter_keys).flatMap(([key, names]) => [key, ...names]);
  const names = [...keys, ...otherLabels(vocabulary), ...headings.date].map((name) =>
    escapePattern(foldName(name)).replaceAll(" ", String.raw`[\s_-]+`),
  );
  const longestFirst = names.toSorted((a, b) => b.length - a.length).join("|");
  return new RegExp(String.raw`(?<=^|[\s|•·])(?:${longestFirst})\s*:(?=\s)`, "giu");
});

/** Where a line begins, and where within it a further label does. */
function startsOf(text: string, vocabulary: Vocabulary): readonly number[] {
  // With one colon there is one label, and most lines have none.
  if (text.length > LONGEST_LINE || text.indexOf(":") === text.lastIndexOf(":")) return [0];
  const within = [...text.matchAll(labelsWithin(vocabulary))]
    .filter(([match]) => /^\p{Lu}/u.test(match))
    .map(({ index }) => index)
    // "Regions Affected:" is one label: a further one has a value before it.
    .filter((index) => /:\s+\S.*\s$/.test(text.slice(0, index)));
  const barred = [...text.matchAll(BAR)].map(({ index, 0: match }) => index + match.length);
  return [...new Set([0, ...within, ...barred])].toSorted((a, b) => a - b);
}

/** The labels of a line, each with its value; each value has the place of the whole. */
function splitLabels({ text, range }: Text, vocabulary: Vocabulary): readonly Labelled[] {
  const starts = startsOf(text, vocabulary);
  return starts.flatMap((start, index): readonly Labelled[] => {
    const part = text.slice(start, starts[index + 1]).replace(/(?<![\s|•·])[\s|•·]+$/, "");
    const [, label = "", value = ""] = /^([^:]{2,40}):\s*(\S.*)$/.exec(part) ?? [];
    return value === "" ? [] : [{ label, value: { text: value, range } }];
  });
}

/** Whether the head of a table names facts of the document rather than what its rows list. */
function namesFacts(head: readonly Text[], vocabulary: Vocabulary): boolean {
  const facts = head.filter(({ text }) => {
    const label = new RegExp(labelsWithin(vocabulary).source, "iu");
    return label.test(`${normalizeHeading(text)}: `);
  });
  return head.length > 2 && facts.length > 1 && facts.length * 2 > head.length;
}

/** A table that tells of the document itself: two columns, or one row below its labels. */
function tableLabels(
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
  return [head, ...rows].flatMap((row): readonly Labelled[] => {
    const [label, value] = row;
    return row.length === 2 && label && value
      ? [{ label: label.text.replace(/:\s*$/, ""), value }]
      : [];
  });
}

function labelsOf(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  switch (block.type) {
    case "paragraph":
      return block.lines.flatMap((line) => splitLabels(line, vocabulary));
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

/** What stands directly below a heading that is itself a label: one line, or a list. */
function underHeading({ heading, blocks }: KnownSection): readonly Labelled[] {
  const [block] = blocks.filter(({ type }) => type !== "comment");
  if (block?.type === "list") return block.items.map((value) => ({ label: heading.text, value }));
  if (block?.type !== "paragraph" || block.lines.length > 1) return [];
  return [{ label: heading.text, value: block }];
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
      return { kind, heading, labelled: labelledIn(section, vocabulary) };
    });
}

/** What a label is called: by its words, and by what stands in its brackets, "(MTTR)". */
export function namesOfLabel(label: string): readonly string[] {
  const [, inBrackets] = /\(([^)]+)\)/.exec(label) ?? [];
  const names = [label, ...(inBrackets === undefined ? [] : [inBrackets])].map(normalizeHeading);
  return names.filter((name) => name !== "");
}
