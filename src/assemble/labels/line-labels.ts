import { memo } from "../../core/memo.ts";
import { foldName } from "../../core/taxonomy.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { meaningOfLabel } from "./meaning.ts";
import { severalFacts } from "./several-facts.ts";
import { tickedIn } from "./ticked.ts";
import { withoutTags } from "./without-tags.ts";

/** What stands after a label: "Severity: SEV2". */
export interface Labelled {
  readonly label: string;
  readonly value: Text;
}

/** Whether a text is a label that somebody knows. */
export function isLabel(text: string, vocabulary: Vocabulary): boolean {
  const meaning = meaningOfLabel(text, vocabulary);
  return meaning !== null && meaning !== "ignored";
}

/** Longer lines are prose, in which a colon ends no label. */
export const LONGEST_LINE = 240;

/** A bar, or a dot, between one label with its value and the next. */
const BAR = /\s[|•·]\s+(?=[^:|•·]{2,40}:\s)/g;
/** A dash there, which may also stand within a value. */
const DASH = /\s[–—]\s+(?=([^:–—|•·\s][^:–—|•·]{1,39}):\s)/g;

/** Labels that stand for no key of the frontmatter: of durations, of spans of time, of people. */
export function otherLabels({ durations, spans, people }: Vocabulary): readonly string[] {
  return [
    ...Object.values(durations).flat(),
    ...spans,
    ...people.listed_as,
    ...people.listed_as_elsewhere,
    ...people.roles,
  ];
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
export function labelAtEnd(text: string, vocabulary: Vocabulary): number {
  const { names, mostWords } = knownLabels(vocabulary);
  const starts = Array.from(text.matchAll(WORD), ({ index }) => index).slice(-mostWords);
  const begins = (at: number) => at === 0 || BEFORE_LABEL.test(text.charAt(at - 1));
  return starts.find((at) => begins(at) && names.has(foldName(text.slice(at)))) ?? -1;
}

/** A capital behind a blank, or any letter behind a comma: "Severity: P2, services: redis". */
const BEGINS_LABEL = /^(?:.?\s\p{Lu}|[,;]\s\p{L})/u;

/** One word with a colon, as most labels are. */
const LABEL_WORD = /\s\p{Lu}\p{L}{2,20}:(?=\s)/gu;

/** Where the only label of a line begins, if what stands before it is none: "Held on 3 May · Facilitator: …". */
function behindBar(text: string, vocabulary: Vocabulary): number {
  const [bar] = text.matchAll(BAR);
  if (!bar) return 0;
  const at = bar.index + bar[0].length;
  const label = text.slice(at, text.indexOf(":"));
  return labelAtEnd(label, vocabulary) === 0 || isLabel(label, vocabulary) ? at : 0;
}

/** Where a line begins, and where within it a further label does: `Severity: P1 | Status: final`. */
function startsOf(text: string, vocabulary: Vocabulary): readonly number[] {
  if (text.length > LONGEST_LINE) return [0];
  // With one colon there is one label, and most lines have none.
  if (text.indexOf(":") === text.lastIndexOf(":")) return [behindBar(text, vocabulary)];
  const within = Array.from(text.matchAll(FURTHER_COLON), ({ index }) =>
    labelAtEnd(text.slice(0, index), vocabulary),
  )
    .filter((index) => index > 0 && BEGINS_LABEL.test(text.slice(Math.max(index - 2, 0))))
    // "Regions Affected:" is one label: a further one has a value before it.
    .filter((index) => /:\s+\S.*\s$/.test(text.slice(0, index)));
  // Among labels that are known, one that nobody knows ends the value before it: "Service: redis Owner: Search".
  const unknown = within.length === 0 ? [] : [...text.matchAll(LABEL_WORD)];
  const others = unknown.map(({ index }) => index + 1);
  const barred = [...text.matchAll(BAR)].map(({ index, 0: match }) => index + match.length);
  const dashed = [...text.matchAll(DASH)]
    .filter(([, label = ""]) => isLabel(label.trim(), vocabulary))
    .map(({ index, 0: match }) => index + match.length);
  return [...new Set([0, ...within, ...others, ...barred, ...dashed])].toSorted((a, b) => a - b);
}

/** A sentence that is a label with its value, behind another sentence. */
const LABEL_SENTENCE = /[.!?]\s+(?=(\p{Lu}[\p{L} ]{1,38}):\s+\S)/gu;

/** Where a sentence begins that states a fact: "Nobody could book. Severity: SEV-2." */
function sentenceStarts(text: string, vocabulary: Vocabulary): readonly number[] {
  if (text.length > LONGEST_LINE || !text.includes(":")) return [];
  return [...text.matchAll(LABEL_SENTENCE)].flatMap(({ index, 0: before, 1: label = "" }) =>
    isLabel(label, vocabulary) ? [index + before.length] : [],
  );
}

/** Facts as programs print them: "severity=critical service=gateway". */
const ASSIGNED = /(?<!\S)([a-z][\w.-]{1,30})=("[^"]{1,80}"|[^\s"]\S{0,79})/gi;

/** Names that only the logs of programs have: "level=error msg=…", "span.kind=server". */
const LOGGED = /^(?:.*\..*|lvl|level|msg|caller|logger)$/i;

/** The names and values of a line that is made of them alone, and is none of a log. */
function assignedIn({ text, range }: Text): readonly Labelled[] {
  if (!text.includes("=") || text.length > LONGEST_LINE) return [];
  if (text.replace(ASSIGNED, "").trim() !== "") return [];
  const found = [...text.matchAll(ASSIGNED)].map(([, label = "", value = ""]) => {
    return { label, value: { text: value.replaceAll('"', ""), range } };
  });
  return found.some(({ label }) => LOGGED.test(label)) ? [] : found;
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
function boldLabel(
  { text, bold, range }: Text,
  isOfLabels: boolean,
  vocabulary: Vocabulary,
): Labelled | null {
  if (bold === undefined || /[:：.!?]$/.test(bold)) return null;
  if (!isOfLabels && !isLabel(bold, vocabulary)) return null;
  const rest = text.slice(text.indexOf(bold) + bold.length);
  const value = rest.replace(/^\s*[-–—=|→]+\s+/, "").trim();
  const isSetApart = value !== rest.trim();
  if (value === "" || /^[:：]/.test(value)) return null;
  const isShort = !/^\p{Ll}+ \p{Ll}/u.test(value) && value.split(/\s+/).length <= MOST_WORDS;
  return isSetApart || isShort ? { label: bold, value: { text: value, range } } : null;
}

/** What a form states under a label: of a choice, what is ticked. */
export function withTicked(labelled: readonly Labelled[]): readonly Labelled[] {
  return labelled.flatMap(({ label, value }) => {
    const text = tickedIn(value.text);
    return text === "" ? [] : [{ label, value: text === value.text ? value : { ...value, text } }];
  });
}

/**
 * The labels of a line, each with its value; each value has the place of the whole.
 * @param isOfLabels whether bold words at its beginning are a label, as in the lines around it
 */
export function splitLabels(
  line: Text,
  vocabulary: Vocabulary,
  isOfLabels = false,
): readonly Labelled[] {
  return withTicked(labelsIn(withoutTags(line), isOfLabels, vocabulary)).flatMap((one) =>
    severalFacts(one, vocabulary),
  );
}

/** A field of a page in reStructuredText: ":Severity: SEV-2". */
const FIELD = /^:([^:]{2,40}):\s+(\S.*)$/;

function fieldLabel({ text, range }: Text, vocabulary: Vocabulary): Labelled | null {
  if (!text.startsWith(":")) return null;
  const [, label = "", value = ""] = FIELD.exec(text) ?? [];
  return value === "" || !isLabel(label, vocabulary)
    ? null
    : { label, value: { text: value, range } };
}

/**
 * A question of a form with its answer in the same line, "When did it begin? 10 June 2026, 08:00 UTC"; a
 * remark behind it is of the question: "When did it begin? (UTC) 08:00".
 */
export const QUESTION = /^([^:：?]{6,80}\?(?:\s\([^()]{1,40}\))?)\s+(\S.*)$/;

function askedLabel({ text, range }: Text, vocabulary: Vocabulary): Labelled | null {
  const [, label = "", value = ""] = text.includes("? ") ? (QUESTION.exec(text) ?? []) : [];
  return value === "" || !isLabel(label, vocabulary)
    ? null
    : { label, value: { text: value, range } };
}

/** A longer line is a sentence. */
export const LONGEST_LABEL = 60;

const LABEL = /^([^:：]{2,60})(?:::|[:：])\s*(\S.*)$/;
/** A label that says how its value is written, "Duration (hh:mm): 01:35". */
const LABEL_WITH_FORM = /^([^:：()]{2,40}\(\p{L}{1,8}:\p{L}{1,8}(?::\p{L}{1,8})?\))\s?:\s*(\S.*)$/u;

function labelsIn(line: Text, isOfLabels: boolean, vocabulary: Vocabulary): readonly Labelled[] {
  const { text, range } = line;
  // Most lines are prose.
  if (line.bold === undefined && !/[:：=?]/.test(text)) return [];
  const asked = askedLabel(line, vocabulary);
  if (asked) return [asked];
  if (line.bold === undefined && !/[:：=]/.test(text)) return [];
  const assigned = assignedIn({ text, range });
  if (assigned.length > 0) return assigned;
  const inline = inlineFields(line);
  if (inline.length > 0) return inline;
  const only = fieldLabel(line, vocabulary) ?? boldLabel(line, isOfLabels, vocabulary);
  if (only) return [only];
  const starts = [...startsOf(text, vocabulary), ...sentenceStarts(text, vocabulary)].toSorted(
    (a, b) => a - b,
  );
  return starts.flatMap((start, index): readonly Labelled[] => {
    const part = text
      .slice(start, starts[index + 1])
      .replace(/(?<![\s/|•·–—,;])[\s/|•·–—,;]+$/, "");
    const [, label = "", value = ""] = LABEL_WITH_FORM.exec(part) ?? LABEL.exec(part) ?? [];
    // The colon of a time of day ends no label: "jo @ 06/05/2026 16:12".
    const isTime =
      /\d$/.test(label) && /^\d\d\b/.test(value) && part.charAt(label.length + 1) !== " ";
    return value === "" || isTime ? [] : [{ label, value: { text: value, range } }];
  });
}
