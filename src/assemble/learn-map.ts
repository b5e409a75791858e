import { distance } from "fastest-levenshtein";
import { compareBy, compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import { namesPerson } from "../core/people.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { READABLE_KEYS } from "../core/readable-keys.ts";
import type { ReadableKey } from "../core/readable-keys.ts";
import { suggest } from "../core/suggest.ts";
import type { Term } from "../core/taxonomy.ts";
import { findTerm, foldName } from "../core/taxonomy.ts";
import { flowYaml } from "../parse/yaml-text.ts";
import { MAPPED_LISTS } from "../schema/import-map.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import type { AssembleContext } from "./context.ts";
import { readWrittenDate } from "./date-text.ts";
import type { ForeignKey } from "./foreign-keys.ts";
import { foldKey } from "./foreign-meaning.ts";
import { itemsOf } from "./foreign-values.ts";
import { kindOfHeading, normalizeHeading } from "./phrases.ts";
import { splitTimeHead } from "./time-head.ts";

/** Entries of one kind in a draft: the most frequent; a longer list nobody reads to its end. */
const MOST = 40;
/** A heading of one document is that document's own, not the team's. */
const LEAST_HEADINGS = 2;

/** More slips of the pen than these, and it is rather another word. */
const MOST_SLIPS = 2;
const LEAST_LETTERS = 5;

/** A document with the keys of its frontmatter that are not ours. */
export interface LearnedDocument {
  readonly document: Postmortem;
  readonly keys: readonly ForeignKey[];
}

/** A name that nobody knows, in how many documents, and what it may mean. */
interface Learned {
  readonly name: string;
  readonly count: number;
  readonly near: Near | null;
}

/** What a name may mean, and whether it can only be a misspelling of that. */
interface Near {
  readonly meaning: string;
  readonly isSure: boolean;
}

const byCount = compareBy<Learned>(
  (a, b) => b.count - a.count,
  (a, b) => compareText(a.name, b.name),
);

/** Counts each name once a document; names that fold alike are one, in its most frequent spelling. */
function count(
  names: readonly (readonly string[])[],
  fold: (name: string) => string,
  near: (name: string) => Near | null,
): readonly Learned[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const ofDocument of names) {
    const seen = new Map(ofDocument.map((name) => [fold(name), name]));
    for (const [folded, name] of seen) {
      const counts = spellings.get(folded) ?? new Map<string, number>();
      spellings.set(folded, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
  }
  return [...spellings.values()]
    .map((counts): Learned => {
      const spelt = [...counts].map(([name, times]) => ({ name, count: times, near: null }));
      const [{ name } = { name: "" }] = spelt.toSorted(byCount);
      return { name, count: spelt.reduce((sum, one) => sum + one.count, 0), near: near(name) };
    })
    .filter(({ name }) => !namesPerson(name))
    .toSorted(byCount);
}

/** The meaning of the phrase that is spelt almost like a name. */
function nearPhrase(
  name: string,
  meanings: readonly (readonly [meaning: string, phrases: readonly string[]])[],
): Near | null {
  const meaningOf = new Map(
    meanings.flatMap(([meaning, own]) => own.map((phrase) => [phrase, meaning] as const)),
  );
  const phrase = suggest(name, [...meaningOf.keys()]);
  const meaning = phrase === null ? undefined : meaningOf.get(phrase);
  if (phrase === null || meaning === undefined) return null;
  const slips = distance(foldName(name), foldName(phrase));
  return { meaning, isSure: slips <= MOST_SLIPS && name.length >= LEAST_LETTERS };
}

function learnKeys(documents: readonly LearnedDocument[], { frontmatter_keys }: Vocabulary) {
  const names = documents.map(({ keys }) =>
    keys.filter(({ meaning }) => meaning === null).map(({ name }) => name),
  );
  const known = READABLE_KEYS.map((key) => [key, [key, ...frontmatter_keys[key]]] as const);
  return count(names, foldKey, (name) => nearPhrase(foldKey(name), known));
}

function learnHeadings(documents: readonly LearnedDocument[], vocabulary: Vocabulary) {
  const isUnknown = (heading: string) =>
    normalizeHeading(heading) !== "" &&
    kindOfHeading(heading, vocabulary.headings) === null &&
    splitTimeHead(heading, vocabulary) === null &&
    readWrittenDate(heading, vocabulary.months, null) === null;
  const names = documents.map(({ document }) =>
    document.sections
      .filter(({ level, kind, heading }) => level > 1 && kind === null && isUnknown(heading))
      .map(({ heading }) => heading),
  );
  const known = Object.entries(vocabulary.headings);
  const near = (name: string) => nearPhrase(normalizeHeading(name), known);
  return count(names, normalizeHeading, near).filter((one) => one.count >= LEAST_HEADINGS);
}

type MappedKey = keyof typeof MAPPED_LISTS;

const MAPPED_KEYS = Object.keys(MAPPED_LISTS) as readonly MappedKey[];

/** The names that a document gives for a key, known or not. */
function namesFor(key: MappedKey, { document }: LearnedDocument): readonly string[] {
  const { severity, services, teams, detectedBy, trigger, causes, gaps, escalations, actions } =
    document;
  const facts = {
    severity: [severity],
    services,
    teams,
    detected_by: [detectedBy],
    trigger: [trigger],
    causes,
    kinds: gaps.map(({ kind }) => kind),
    competencies: [...gaps, ...escalations, ...actions].map(({ competency }) => competency),
  } satisfies Record<MappedKey, unknown>;
  return facts[key].flatMap((fact) => fact?.value ?? []);
}

/** The values under keys of others that do not fit, for they are no names of the taxonomy. */
function unfitFor(key: MappedKey, { keys }: LearnedDocument): readonly string[] {
  const own: ReadableKey | undefined = READABLE_KEYS.find((one) => one === key);
  return keys
    .filter(({ meaning, misfit }) => own !== undefined && meaning === own && misfit !== null)
    .flatMap(({ value, path }) => itemsOf(value, path).map((item) => item.value))
    .flatMap((value) => (typeof value === "string" && value.trim() ? [value.trim()] : []));
}

function learnValues(
  key: MappedKey,
  documents: readonly LearnedDocument[],
  { taxonomy }: AssembleContext,
): readonly Learned[] {
  const terms: readonly Term[] = taxonomy[MAPPED_LISTS[key]];
  if (terms.length === 0) return [];
  const names = documents.map((one) =>
    [...namesFor(key, one), ...unfitFor(key, one)].filter((name) => findTerm(terms, name) === null),
  );
  const known = terms.map(({ id, name, aliases }) => [id, [id, name, ...aliases]] as const);
  return count(names, foldName, (name) => nearPhrase(name, known));
}

function entryLine({ name, count: documents, near }: Learned, indent: string): string {
  const entry = flowYaml({ [name]: near?.meaning ?? "" }).slice(1, -1);
  const written = near === null ? entry.replace(/ *""$/, "") : entry;
  return `${indent}${near?.isSure ? "" : "# "}${written} # ${counted(documents, "document")}\n`;
}

function block(head: string, learned: readonly Learned[], indent: string): string {
  const more = learned.length - MOST;
  const rest = more > 0 ? `${indent}# and ${more} more\n` : "";
  const lines = learned.slice(0, MOST).map((one) => entryLine(one, indent));
  return `${head}${lines.join("")}${rest}`;
}

/**
 * Drafts a map from what nobody knows in a folder, the most frequent first. What can only be a
 * misspelling is filled in; the rest is commented out, for a person to say.
 */
export function learnMap(documents: readonly LearnedDocument[], context: AssembleContext): string {
  const { vocabulary } = context;
  const kinds = Object.keys(vocabulary.headings).join(", ");
  const values = MAPPED_KEYS.flatMap((key) => {
    const learned = learnValues(key, documents, context);
    return learned.length > 0 ? [block(`  ${key}:\n`, learned, "    ")] : [];
  });
  return [
    `# Keys, headings and names of ${counted(documents.length, "document")} that pm does not know, the most\n`,
    "# frequent first. Check each line, complete those after `#` that matter, and then use the file with\n",
    "# `pm import --map FILE`, or for every command with `import_map: FILE` in pm.yaml.\n",
    "version: 1\n\n",
    `# Their frontmatter key: ${READABLE_KEYS.join(", ")},\n# or ignore.\n`,
    block("keys:\n", learnKeys(documents, vocabulary), "  "),
    `\n# Their heading: ${kinds}.\n`,
    block("headings:\n", learnHeadings(documents, vocabulary), "  "),
    "\n# Their name: the id of the taxonomy.\n",
    `values:\n${values.join("")}`,
  ].join("");
}
