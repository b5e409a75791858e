import { memo } from "../core/memo.ts";
import { no, ok, type Result } from "../core/result.ts";
import type { SourceFile } from "../core/source-file.ts";
import {
  type Competency,
  foldName,
  type Kind,
  type Service,
  type Taxonomy,
  type Team,
  type Term,
  TERM_LIST_NAMES,
  TERM_LISTS,
  type TermList,
} from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import type { DataPath, LocatedData } from "../parse/frontmatter/located-data.ts";
import { decode, withoutEmpty } from "../schema/check.ts";
import { type TaxonomyFile, taxonomySchema } from "../schema/taxonomy.ts";
import { type ParsedFile, readSetupFile } from "./setup-file.ts";
import { inFileOrder, type SetupProblem } from "./setup-problem.ts";

/** Under which key the file has a list. */
type ListKey = (typeof TERM_LISTS)[TermList]["key"];
type WrittenTerm = NonNullable<TaxonomyFile[ListKey]>[number];

/** One file's entries, with a way to say where each stands. */
interface Source {
  readonly path: string;
  readonly yaml: LocatedData;
  readonly file: TaxonomyFile;
}

type ReportProblem = (path: DataPath, message: string, hint: string | null) => void;

function parentOf(id: string, explicit: string | undefined): string | null {
  return explicit ?? (id.includes(".") ? id.slice(0, id.lastIndexOf(".")) : null);
}

/** Two entries of one list that a written name could mean. */
function checkNames(list: ListKey, entries: readonly WrittenTerm[], report: ReportProblem): void {
  const owners = new Map<string, string>();
  const claim = (name: string, id: string, path: DataPath, what: string) => {
    const owner = owners.get(foldName(name));
    if (owner === undefined) owners.set(foldName(name), id);
    else if (owner !== id || what === "id") {
      const message = `Unexpected ${what} \`${name}\` of \`${id}\`: \`${owner}\` already has it`;
      report(path, message, "Give it to one of the two.");
    }
  };
  entries.forEach((entry, index) => {
    claim(entry.id, entry.id, [list, index, "id"], "id");
  });
  entries.forEach((entry, index) => {
    if (entry.name) claim(entry.name, entry.id, [list, index, "name"], "name");
    entry.aliases?.forEach((alias, at) => {
      claim(alias, entry.id, [list, index, "aliases", at], "alias");
    });
  });
}

/** Owners that are no team, in the lists of one file and those it extends. */
function checkOwners(file: TaxonomyFile, teams: readonly Team[], report: ReportProblem): void {
  const known = teams.map(({ id }) => id);
  file.services?.forEach(({ id, owner }, index) => {
    if (known.includes(owner)) return;
    const near = didYouMean(owner, known);
    const hint = near ? `Did you mean \`${near}\`?` : `Add \`${owner}\` to \`teams\`.`;
    report(["services", index, "owner"], `Unknown owner \`${owner}\` of service \`${id}\``, hint);
  });
}

/** Parents that do not exist, go round in a circle, or make a third level. */
function checkTree(
  file: TaxonomyFile,
  competencies: readonly Competency[],
  report: ReportProblem,
): void {
  const parents = new Map(competencies.map(({ id, parent }) => [id, parent]));
  file.competencies?.forEach(({ id, parent: explicit }, index) => {
    const parent = parentOf(id, explicit);
    if (parent === null) return;
    const path = ["competencies", index, explicit === undefined ? "id" : "parent"];
    const above = [parent];
    for (let next = parents.get(parent); next && !above.includes(next); next = parents.get(next)) {
      above.push(next);
    }
    if (above.includes(id)) {
      const circle = [id, ...above.slice(0, above.indexOf(id) + 1)].join(" → ");
      report(
        path,
        `Unexpected cycle of parents: ${circle}`,
        "Let one of them be a domain, without parent.",
      );
    } else if (!parents.has(parent)) {
      const near = didYouMean(parent, [...parents.keys()]);
      const hint = near ? `Did you mean \`${near}\`?` : `Add a domain with \`id: ${parent}\`.`;
      report(path, `Unknown parent \`${parent}\` of competency \`${id}\``, hint);
    } else if (parents.get(parent)) {
      const hint = "A taxonomy has two levels: a domain and its competencies.";
      report(path, `Unexpected third level: \`${id}\` under \`${parent}\``, hint);
    }
  });
}

function term({ id, name, description, aliases }: WrittenTerm): Term {
  return { id, name: name ?? id, description: description ?? "", aliases: aliases ?? [] };
}

/** The entries of both lists; an own entry replaces the one of the same id that it extends. */
function joinLists<T extends { readonly id: string }>(
  base: readonly T[] | undefined,
  own: readonly T[] | undefined,
): readonly T[] {
  const kept = (base ?? []).filter(({ id }) => !own?.some((entry) => entry.id === id));
  return [...kept, ...(own ?? [])];
}

function buildTaxonomy(own: TaxonomyFile, base: TaxonomyFile | null): Taxonomy {
  const terms = (
    name: Exclude<ListKey, "teams" | "services" | "kinds" | "competencies">,
  ): readonly Term[] => joinLists<WrittenTerm>(base?.[name], own[name]).map(term);
  return {
    severities: own.severities ? own.severities.map(term) : terms("severities"),
    teams: joinLists(base?.teams, own.teams).map((team): Team => ({
      ...term(team),
      size: team.size ?? null,
    })),
    services: joinLists(base?.services, own.services).map((service): Service => ({
      ...term(service),
      owner: service.owner,
      ...(service.repository === undefined ? {} : { repository: service.repository }),
    })),
    kinds: joinLists(base?.kinds, own.kinds).map((kind): Kind => ({
      ...term(kind),
      remedy: kind.remedy ?? null,
      ...(kind.training === undefined ? {} : { training: kind.training }),
    })),
    triggers: terms("triggers"),
    causes: terms("causes"),
    detectionSources: terms("detection_sources"),
    competencies: joinLists(base?.competencies, own.competencies).map((entry): Competency => ({
      ...term(entry),
      parent: parentOf(entry.id, entry.parent),
      signals: entry.signals ?? [],
      resources: (entry.resources ?? []).map(({ title, url, type, hours }) => ({
        title,
        url,
        type: type ?? "",
        hours: hours ?? null,
      })),
      ...(entry.codes === undefined ? {} : { codes: entry.codes }),
    })),
  };
}

/** A taxonomy file as far as its shape. The one that ships with `pm` is read for each that extends it. */
const shapeOf = memo((file: SourceFile | ParsedFile) =>
  readSetupFile(file, withoutEmpty, (written) => decode(taxonomySchema, written)),
);

/** Parses a taxonomy file as far as its shape, without what does not fit; null where nothing is left. */
function readSource(file: SourceFile | ParsedFile, problems: SetupProblem[]): Source | null {
  const { rest, yaml, ...read } = shapeOf(file);
  problems.push(...read.problems);
  return rest === undefined ? null : { path: file.path, yaml, file: rest };
}

function readTaxonomy(
  file: SourceFile | ParsedFile,
  shipped: SourceFile | ParsedFile,
): Result<Taxonomy, readonly SetupProblem[]> {
  const problems: SetupProblem[] = [];
  const own = readSource(file, problems);
  const base = own?.file.extends ? readSource(shipped, problems) : null;
  if (!own) return no(problems);
  const report: ReportProblem = (path, message, hint) => {
    problems.push({ path: file.path, range: own.yaml.valueRange(path), message, hint });
  };
  const taxonomy = buildTaxonomy(own.file, base?.file ?? null);
  for (const name of TERM_LIST_NAMES) {
    const list = TERM_LISTS[name].key;
    const inherited = list === "severities" ? [] : (base?.file[list] ?? []);
    const added: readonly WrittenTerm[] = own.file[list] ?? [];
    const kept = inherited.filter(({ id }) => !added.some((entry) => entry.id === id));
    checkNames(list, [...added, ...kept], report);
  }
  checkOwners(own.file, taxonomy.teams, report);
  checkTree(own.file, taxonomy.competencies, report);
  return problems.length > 0 ? no(inFileOrder(problems)) : ok(taxonomy);
}

const taxonomyWith = memo((shipped: SourceFile | ParsedFile) =>
  memo((file: SourceFile | ParsedFile) => readTaxonomy(file, shipped)),
);

/**
 * Reads a taxonomy file and checks that its names are unambiguous, its owners teams, and its
 * competencies a tree of two levels.
 * @param shipped the taxonomy that ships with `pm`, which the file may extend.
 * @returns at least one problem where the taxonomy cannot be used.
 */
export function parseTaxonomy(
  file: SourceFile | ParsedFile,
  shipped: SourceFile | ParsedFile,
): Result<Taxonomy, readonly SetupProblem[]> {
  return taxonomyWith(shipped)(file);
}
