import { distance } from "fastest-levenshtein";
import type { AssembleContext } from "../assemble/context.ts";
import { foldKey } from "../assemble/frontmatter/other-tools-meaning.ts";
import { readWrittenDate } from "../assemble/written/dates.ts";
import { kindOfHeading, normalizeHeading } from "../assemble/written/phrases.ts";
import { splitTimeHead } from "../assemble/written/time-head.ts";
import { compareBy, compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import { READABLE_KEYS } from "../core/document/readable-keys.ts";
import { findTerm, foldName, type Term } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { flowYaml } from "../parse/frontmatter/yaml-text.ts";
import { isFullName } from "../people/listing.ts";
import { peopleOf } from "../people/people-of.ts";
import { WITHHELD } from "../people/recogniser.ts";
import { MAPPED_KEYS, MAPPED_LISTS, type MappedKey } from "../schema/import-map.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { invalidFor, type LearnedDocument, namesFor } from "./learned-values.ts";

/** Entries of one kind in a draft: the most frequent; a longer list nobody reads to its end. */
const MOST = 40;
/** A heading or a label of one document is that document's own, not the team's. */
const LEAST_REPEATED = 2;

/** More slips of the pen than these, and it is rather another word. */
const MOST_SLIPS = 2;
const LEAST_LETTERS = 5;

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
    .filter(({ name }) => !name.includes(WITHHELD))
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
  // The map is used as it is drafted, so short names must be nearer than in a question.
  const phrase = didYouMean(name, [...meaningOf.keys()], 1);
  const meaning = phrase === null ? undefined : meaningOf.get(phrase);
  if (phrase === null || meaning === undefined) return null;
  const slips = distance(foldName(name), foldName(phrase));
  return { meaning, isSure: slips <= MOST_SLIPS && name.length >= LEAST_LETTERS };
}

/** Keys of the frontmatter, and labels of the body, which the map names in the same place. */
function learnKeys(documents: readonly LearnedDocument[], { frontmatter_keys }: Vocabulary) {
  const known = READABLE_KEYS.map((key) => [key, [key, ...frontmatter_keys[key]]] as const);
  const near = (name: string) => nearPhrase(foldKey(name), known);
  const keys = documents.map((one) => one.keys.filter(({ meaning }) => meaning === null));
  const inFrontmatter = count(
    keys.map((own) => own.map(({ name }) => name)),
    foldKey,
    near,
  );
  const taken = new Set(inFrontmatter.map(({ name }) => foldKey(name)));
  const labels = documents.map((one) => one.labels.filter(({ meaning }) => meaning === null));
  const inBody = count(
    labels.map((own) => own.map(({ label }) => label)),
    foldKey,
    near,
  ).filter(({ name }) => !taken.has(foldKey(name)));
  return { inFrontmatter, inBody };
}

function isRepeated(one: Learned): boolean {
  return one.count >= LEAST_REPEATED;
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
  return count(names, normalizeHeading, near);
}

function learnValues(
  key: MappedKey,
  documents: readonly LearnedDocument[],
  context: AssembleContext,
): readonly Learned[] {
  const { taxonomy } = context;
  const terms: readonly Term[] = taxonomy[MAPPED_LISTS[key]];
  if (terms.length === 0) return [];
  const names = documents.map((one) =>
    [...namesFor(key, one), ...invalidFor(key, one, context)].filter(
      (name) => findTerm(terms, name) === null,
    ),
  );
  const known = terms.map(({ id, name, aliases }) => [id, [id, name, ...aliases]] as const);
  const { isGroup } = peopleOf(context);
  const learned = count(names, foldName, (name) => nearPhrase(name, known));
  // Of two capitalised words nobody can say that they are no person's name.
  return learned.filter(({ name, near }) => near !== null || !isFullName(name, isGroup));
}

function entryLine({ name, count: documents, near }: Learned, indent: string): string {
  const entry = flowYaml({ [name]: near?.meaning ?? "" }).slice(1, -1);
  const written = near === null ? entry.replace(/(?:(?<! ) +)?""$/, "") : entry;
  return `${indent}${near?.isSure ? "" : "# "}${written} # ${counted(documents, "document")}\n`;
}

function block(head: string, learned: readonly Learned[], indent: string): string {
  const more = learned.length - MOST;
  const rest = more > 0 ? `${indent}# and ${more} more\n` : "";
  const lines = learned.slice(0, MOST).map((one) => entryLine(one, indent));
  return `${head}${lines.join("")}${rest}`;
}

/** A draft, and what it leaves out because one document alone has it. */
export interface DraftMap {
  readonly text: string;
  readonly headingsOnce: number;
  readonly labelsOnce: number;
}

/**
 * Drafts a map from everything that pm does not recognise in a folder, the most frequent first. Clear
 * misspellings are filled in; the rest is commented out, for a person to decide.
 */
export function learnMap(
  documents: readonly LearnedDocument[],
  context: AssembleContext,
): DraftMap {
  const { vocabulary } = context;
  const kinds = Object.keys(vocabulary.headings).join(", ");
  const values = MAPPED_KEYS.flatMap((key) => {
    const learned = learnValues(key, documents, context);
    return learned.length > 0 ? [block(`  ${key}:\n`, learned, "    ")] : [];
  });
  const { inFrontmatter, inBody } = learnKeys(documents, vocabulary);
  const headings = learnHeadings(documents, vocabulary);
  const labels = inBody.filter(isRepeated);
  const text = [
    `# Keys, headings and names in ${counted(documents.length, "document")} that pm does not recognise, the most\n`,
    "# frequent first. Check each line, complete the commented ones that matter, and then use the file with\n",
    "# `pm import --map FILE`, or for every command with `import_map: FILE` in pm.yaml.\n",
    "version: 1\n\n",
    `# The frontmatter key each stands for: ${READABLE_KEYS.join(", ")},\n# or ignore.\n`,
    block("keys:\n", inFrontmatter, "  "),
    labels.length > 0 ? block("  # Labels in the body:\n", labels, "  ") : "",
    `\n# The section each stands for: ${kinds}.\n`,
    block("headings:\n", headings.filter(isRepeated), "  "),
    "\n# The taxonomy id each stands for.\n",
    `values:\n${values.join("")}`,
  ].join("");
  return {
    text,
    headingsOnce: headings.length - headings.filter(isRepeated).length,
    labelsOnce: inBody.length - labels.length,
  };
}
