import type { AssembleContext } from "../assemble/context.ts";
import { foldKey, isOwnKey } from "../assemble/frontmatter/other-tools-meaning.ts";
import { normalizeHeading } from "../assemble/written/phrases.ts";
import { byMilestone } from "../core/document/by-milestone.ts";
import type { TermPlace } from "../core/document/term-place.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import {
  findTerm,
  foldName,
  type Taxonomy,
  type Term,
  TERM_LISTS,
  type TermList,
} from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import {
  IGNORE,
  type ImportMapFile,
  importMapSchema,
  MAPPED_KEYS,
  MAPPED_LISTS,
  type MappedKey,
} from "../schema/import-map.ts";
import type { Vocabulary } from "../schema/vocabulary.ts";
import { readWrittenFile, type SetupIssue } from "./setup-file.ts";
import type { SetupProblem } from "./setup-problem.ts";

/** The words that documents are read by. */
export type Words = Pick<AssembleContext, "vocabulary" | "taxonomy">;

function invalidKeys({ keys = {} }: ImportMapFile): readonly SetupIssue[] {
  return Object.keys(keys)
    .filter(isOwnKey)
    .map((key) => ({
      path: ["keys", key],
      what: "key",
      message: `Unexpected \`${key}\`: that is a key of pm`,
      hint: "Its names are mapped under `values`.",
    }));
}

function invalidHeadings(
  { headings = {} }: ImportMapFile,
  vocabulary: Vocabulary,
): readonly SetupIssue[] {
  const kinds = Object.keys(vocabulary.headings);
  return Object.entries(headings).flatMap(([heading, kind]): readonly SetupIssue[] => {
    const path = ["headings", heading];
    if (normalizeHeading(heading) === "") {
      const message = `Unexpected heading \`${heading}\`, expected one with words`;
      return [{ path, what: "key", message, hint: "Numbers and signs are left out of headings." }];
    }
    if (kinds.includes(kind)) return [];
    const near = didYouMean(kind, kinds);
    const hint = near ? `Did you mean \`${near}\`?` : `Known: ${kinds.join(", ")}.`;
    return [{ path, what: "value", message: `Unknown section \`${kind}\``, hint }];
  });
}

function invalidName(
  name: string,
  id: string,
  list: TermList,
  terms: readonly Term[],
): Omit<SetupIssue, "path"> | null {
  const ids = terms.map((term) => term.id);
  const noun = TERM_LISTS[list].noun;
  if (!ids.includes(id)) {
    const near = findTerm(terms, id)?.id ?? didYouMean(id, ids);
    const hint = near ? `Did you mean \`${near}\`?` : `Add it to \`${TERM_LISTS[list].key}\`.`;
    return { what: "value", message: `Unknown ${noun} \`${id}\``, hint };
  }
  const other = ids.find((one) => one !== id && foldName(one) === foldName(name));
  if (other === undefined) return null;
  const message = `Unexpected name \`${name}\` for \`${id}\`: the taxonomy has a ${noun} \`${other}\``;
  return { what: "key", message, hint: "An id keeps its meaning." };
}

function invalidValues({ values = {} }: ImportMapFile, taxonomy: Taxonomy): readonly SetupIssue[] {
  return MAPPED_KEYS.flatMap((key) => {
    const list = MAPPED_LISTS[key];
    return Object.entries(values[key] ?? {}).flatMap(([name, id]) => {
      const issue = invalidName(name, id, list, taxonomy[list]);
      return issue ? [{ ...issue, path: ["values", key, name] }] : [];
    });
  });
}

function readMapFile(file: SourceFile) {
  return readWrittenFile(file, importMapSchema, {});
}

/** Reads a map of a team's own words; at least one problem where it cannot be used. */
export function parseImportMap(
  file: SourceFile,
  { vocabulary, taxonomy }: Words,
): Result<ImportMapFile, readonly SetupProblem[]> {
  const { data, problems, problemAt } = readMapFile(file);
  if (data === undefined) return no(problems);
  const issues = [
    ...invalidKeys(data),
    ...invalidHeadings(data, vocabulary),
    ...invalidValues(data, taxonomy),
  ];
  return issues.length > 0 ? no(issues.map(problemAt)) : ok(data);
}

/** The places of a map that name something of the taxonomy: what their names mean. */
export function mappedPlaces(file: SourceFile): readonly TermPlace[] {
  const { data, yaml } = readMapFile(file);
  const { values = {} } = data ?? {};
  return MAPPED_KEYS.flatMap((key) =>
    Object.entries(values[key] ?? {}).map(([name, written]): TermPlace => {
      const path = ["values", key, name];
      const replace = (id: string) => yaml.replaceText(path, id);
      return { list: MAPPED_LISTS[key], written, range: yaml.valueRange(path), replace };
    }),
  );
}

/** Phrases by what they mean, with others that mean it too; each then means one thing only. */
function withPhrases<K extends string>(
  phrases: Readonly<Record<K, string[]>>,
  added: readonly (readonly [phrase: string, meaning: string])[],
  fold: (phrase: string) => string,
): Record<K, string[]> {
  const taken = new Set(added.map(([phrase]) => fold(phrase)));
  const joined: Record<K, string[]> = { ...phrases };
  for (const key in phrases) {
    const own = added.filter(([, meaning]) => meaning === key).map(([phrase]) => fold(phrase));
    joined[key] = [...own, ...phrases[key].filter((phrase) => !taken.has(fold(phrase)))];
  }
  return joined;
}

function withAliases<T extends Term>(
  terms: readonly T[],
  added: readonly (readonly [name: string, id: string])[],
): readonly T[] {
  if (added.length === 0) return terms;
  return terms.map((term) => {
    const own = added.filter(([, id]) => id === term.id).map(([name]) => name);
    const others = added.filter(([, id]) => id !== term.id).map(([name]) => foldName(name));
    return {
      ...term,
      name: others.includes(foldName(term.name)) ? term.id : term.name,
      aliases: [...own, ...term.aliases.filter((alias) => !others.includes(foldName(alias)))],
    };
  });
}

function foldState(word: string): string {
  return word.trim().toLowerCase();
}

/** The words of milestones with a team's own, by which a row of a timeline begins. */
function withRows(
  milestones: Vocabulary["milestones"],
  { rows = {} }: ImportMapFile,
): Vocabulary["milestones"] {
  const labels = byMilestone((name) => milestones[name].labels);
  const joined = withPhrases(labels, Object.entries(rows), normalizeHeading);
  return byMilestone((name) => ({ ...milestones[name], labels: joined[name] }));
}

/** The words with those of a team's map, which win over what ships with `pm`. */
export function withImportMap({ vocabulary, taxonomy }: Words, map: ImportMapFile): Words {
  const { keys = {}, headings = {}, columns = {}, states = {}, values = {} } = map;
  const mapped = Object.entries(keys);
  const taken = new Set(mapped.map(([key]) => foldKey(key)));
  const ignored = mapped.filter(([, key]) => key === IGNORE).map(([name]) => name);
  const added = (key: MappedKey) => Object.entries(values[key] ?? {});
  return {
    vocabulary: {
      ...vocabulary,
      headings: withPhrases(vocabulary.headings, Object.entries(headings), normalizeHeading),
      columns: withPhrases(vocabulary.columns, Object.entries(columns), normalizeHeading),
      action_statuses: withPhrases(vocabulary.action_statuses, Object.entries(states), foldState),
      milestones: withRows(vocabulary.milestones, map),
      frontmatter_keys: withPhrases(vocabulary.frontmatter_keys, mapped, foldKey),
      frontmatter_ignored: [
        ...ignored,
        ...vocabulary.frontmatter_ignored.filter((name) => !taken.has(foldKey(name))),
      ],
    },
    taxonomy: {
      severities: withAliases(taxonomy.severities, added("severity")),
      services: withAliases(taxonomy.services, added("services")),
      teams: withAliases(taxonomy.teams, added("teams")),
      detectionSources: withAliases(taxonomy.detectionSources, added("detected_by")),
      triggers: withAliases(taxonomy.triggers, added("trigger")),
      causes: withAliases(taxonomy.causes, added("causes")),
      kinds: withAliases(taxonomy.kinds, added("kinds")),
      competencies: withAliases(taxonomy.competencies, added("competencies")),
    },
  };
}
