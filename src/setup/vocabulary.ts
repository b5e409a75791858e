import { memo } from "../core/memo.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type LanguageRegistry, languagesSchema } from "../schema/languages.ts";
import { type Vocabulary, vocabularySchema } from "../schema/vocabulary.ts";
import { type VocabularyPart, vocabularyPartSchema } from "../schema/vocabulary-part.ts";
import type { ParsedFile } from "./setup-file.ts";
import { readShippedData } from "./shipped-data.ts";

/**
 * Reads the English vocabulary, which ships with `pm`.
 * @throws {UsageError} with the place of each problem.
 */
export const parseVocabulary = memo((file: SourceFile | ParsedFile): Vocabulary =>
  readShippedData(file, vocabularySchema),
);

/**
 * Reads the words of one more language, or of a team.
 * @throws {UsageError} with the place of each problem.
 */
export const parseVocabularyPart = memo((file: SourceFile | ParsedFile): VocabularyPart =>
  readShippedData(file, vocabularyPartSchema),
);

/**
 * Reads what tells languages apart.
 * @throws {UsageError} with the place of each problem.
 */
export const parseLanguages = memo(
  (file: SourceFile | ParsedFile): LanguageRegistry =>
    readShippedData(file, languagesSchema).languages,
);

type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Group = Readonly<Record<string, Json | undefined>>;

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function isGroup(value: Json | undefined): value is Group {
  return typeof value === "object" && value !== null && !isList(value);
}

function isPhrases(value: Json | undefined): value is readonly string[] {
  return isList(value) && value.every((one) => typeof one === "string");
}

/** The added phrases first, then the others: lists of lists, such as the months, one by one. */
function mergedLists(base: readonly Json[], added: readonly Json[]): readonly Json[] {
  if (!isPhrases(base) || !isPhrases(added)) {
    return base.map((one, index) => merged(one, added[index]));
  }
  return [...new Set([...added, ...base])];
}

/** A group without what another of its lists gets: a phrase then means one thing only. */
function withoutTaken(group: Group, added: Group): Group {
  const taken = new Map<string, string>();
  for (const [key, value] of Object.entries(added)) {
    if (isPhrases(value)) for (const phrase of value) taken.set(phrase, key);
  }
  if (taken.size === 0) return group;
  const kept = Object.entries(group).map(([key, value]): [string, Json | undefined] => {
    if (!isPhrases(value)) return [key, value];
    return [key, value.filter((phrase) => (taken.get(phrase) ?? key) === key)];
  });
  return Object.fromEntries(kept);
}

/** Groups whose lists compete for a phrase. */
const EXCLUSIVE: ReadonlySet<string> = new Set(["headings", "frontmatter_keys", "action_statuses"]);

function merged(base: Json, added: Json | undefined, isExclusive = false): Json {
  if (added === undefined) return base;
  if (isList(base) && isList(added)) return mergedLists(base, added);
  if (!isGroup(base) || !isGroup(added)) return added;
  const own = isExclusive ? withoutTaken(base, added) : base;
  const result: Record<string, Json | undefined> = { ...own };
  for (const [key, value] of Object.entries(added)) {
    result[key] = key in own ? merged(own[key] ?? null, value, EXCLUSIVE.has(key)) : value;
  }
  return result;
}

/** A vocabulary with more words, which win over those that it has. */
export function extendVocabulary(base: Vocabulary, part: VocabularyPart): Vocabulary {
  return joined(base, part);
}

function joined(base: Group, part: VocabularyPart): Vocabulary {
  return vocabularySchema.parse(merged(base, part));
}

function emptied(value: Json | undefined): Json {
  if (!isGroup(value)) return [];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptied(one)]));
}

/** A cue that nothing has. */
const NEVER = "(?!)";

/** A vocabulary without what is recognised in sentences, which a stray word of English would decide. */
function withoutCues(base: Vocabulary): Group {
  const milestones = Object.entries(base.milestones).map(([name, { labels }]): [string, Json] => {
    return [name, { labels, strong: [], weak: [], not: [] }];
  });
  return {
    ...base,
    milestones: Object.fromEntries(milestones),
    heading_cues: emptied(base.heading_cues),
    timeline_rows: emptied(base.timeline_rows),
    unreal: [NEVER],
    post_fillers: [NEVER],
    label_words: { ...base.label_words, of_others: [] },
  };
}

/**
 * The vocabulary of documents in another language: English headings, labels and columns still hold, as
 * forms have them everywhere; what is recognised in sentences is of that language alone.
 */
export function vocabularyIn(english: Vocabulary, part: VocabularyPart): Vocabulary {
  return joined(withoutCues(english), part);
}

/** The vocabulary of documents in a language that nobody knows: nothing of their body is recognised. */
export function vocabularyOfNone(english: Vocabulary): Vocabulary {
  return vocabularySchema.parse({
    ...withoutCues(english),
    headings: emptied(english.headings),
    columns: emptied(english.columns),
    milestones: emptied(english.milestones),
    times_in_body: emptied(english.times_in_body),
    durations: emptied(english.durations),
    spans: [],
  });
}
