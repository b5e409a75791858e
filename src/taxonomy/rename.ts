import { UsageError } from "../core/errors.ts";
import { UNKNOWN } from "../core/postmortem.ts";
import type { TaxonomySource } from "../core/settings/taxonomy-source.ts";
import {
  type Competency,
  findTerm,
  foldName,
  type Taxonomy,
  type Term,
  TERM_LIST_NAMES,
  TERM_LISTS,
  type TermList,
} from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";

/** What is asked of `pm taxonomy rename`. */
export interface RenameRequest {
  readonly from: string;
  readonly to: string;
  /** Null for the only list that has the id. */
  readonly list: TermList | null;
  /** Whether the old id becomes an alias of the new one. */
  readonly keepAlias: boolean;
}

/** Which ids become which: the one asked for and, of a domain, those of its competencies. */
export interface RenamePlan {
  readonly list: TermList;
  readonly ids: ReadonlyMap<string, string>;
  readonly keepAlias: boolean;
}

/**
 * What means itself everywhere: in YAML, in a table, on a command line, and in markdown, where a
 * mark at the edge of a word would be markup (`_so_`).
 */
const ID = /^[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*$/u;

function terms(taxonomy: Taxonomy, list: TermList): readonly Term[] {
  return taxonomy[list];
}

function unknownId({ from, list }: RenameRequest, taxonomy: Taxonomy): UsageError {
  const lists = list === null ? TERM_LIST_NAMES : [list];
  const known = lists.flatMap((name) => terms(taxonomy, name));
  const meant = findTerm(known, from)?.id;
  const near =
    meant ??
    didYouMean(
      from,
      known.map(({ id }) => id),
    );
  const noun = list === null ? "id" : TERM_LISTS[list].noun;
  const hint = near === null ? "`pm taxonomy list` shows all." : `Did you mean \`${near}\`?`;
  return new UsageError(`Unknown ${noun} \`${from}\``, hint);
}

function listOf(request: RenameRequest, taxonomy: Taxonomy): TermList {
  const { from, list } = request;
  const lists = TERM_LIST_NAMES.filter(
    (name) => (list ?? name) === name && terms(taxonomy, name).some(({ id }) => id === from),
  );
  const [only, ...others] = lists;
  if (only === undefined) throw unknownId(request, taxonomy);
  if (others.length === 0) return only;
  const nouns = lists.map((name) => TERM_LISTS[name].noun);
  const hint = `Say which: ${nouns.map((noun) => `--kind ${noun}`).join(" or ")}.`;
  throw new UsageError(`\`${from}\` is the id of a ${nouns.join(" and of a ")}`, hint);
}

function checkNewId({ from, to }: RenameRequest, list: TermList, taxonomy: Taxonomy): void {
  if (from === to) throw new UsageError(`\`${from}\` already has that id`);
  if (!ID.test(to)) {
    const hint =
      "An id consists of letters and digits, separated by single dots, hyphens or underscores.";
    throw new UsageError(`Unexpected new id \`${to}\``, hint);
  }
  if ([from, to].includes(UNKNOWN)) {
    const hint = "It stands for a value that nobody knows, and is left out of every share.";
    throw new UsageError(`\`${UNKNOWN}\` cannot be renamed and cannot be a new id`, hint);
  }
  const other = findTerm(terms(taxonomy, list), to);
  if (other === null || other.id === from) return;
  const hint = "To merge two ids, make one an alias of the other in the taxonomy by hand.";
  const message =
    other.id === to
      ? `\`${to}\` is the id of another ${TERM_LISTS[list].noun}`
      : `\`${to}\` is a name of \`${other.id}\``;
  throw new UsageError(message, hint);
}

/** A competency keeps its level: its id begins with a domain, and a domain's id has no dot. */
function checkLevel(competency: Competency, to: string, source: TaxonomySource): void {
  const entry = source.entries.find(({ list, id }) => {
    return list === "competencies" && id === competency.id;
  });
  const isDotted = to.includes(".");
  if (competency.parent === null && isDotted) {
    const hint = "Remove the dot.";
    throw new UsageError(`Unexpected new id \`${to}\` of a domain, expected no dot in it`, hint);
  }
  if (competency.parent !== null && !isDotted && (entry?.textOf("parent") ?? null) === null) {
    const hint = `Write \`${competency.parent}.${to}\`.`;
    throw new UsageError(`Unexpected new id \`${to}\`, expected its domain before a dot`, hint);
  }
}

function checkOwned(
  { from }: RenameRequest,
  list: TermList,
  source: TaxonomySource | null,
  shipped: Taxonomy,
): TaxonomySource {
  const isOwn = source?.entries.some((entry) => entry.list === list && entry.id === from) === true;
  if (source === null || !isOwn) {
    const where = source === null ? "" : ` and is not in ${source.path}`;
    const hint = "List it in your own taxonomy.yaml: `pm init` writes one with all shipped terms.";
    throw new UsageError(`\`${from}\` ships with pm${where}, so it cannot be renamed`, hint);
  }
  // An own list of severities stands alone; all others add to the shipped ones.
  const returns =
    source.extendsShipped &&
    list !== "severities" &&
    terms(shipped, list).some(({ id }) => id === from);
  if (!returns) return source;
  const hint = "Remove `extends: default`, or give the new id to another entry.";
  const message = `\`${from}\` replaces a term that ships with pm, which would come back`;
  throw new UsageError(message, hint);
}

/**
 * What a renaming changes.
 * @param source the team's own taxonomy file; null where there is none.
 * @throws {UsageError} where the old id is unknown or ambiguous, or the new one cannot be.
 */
export function planRename(
  request: RenameRequest,
  taxonomy: Taxonomy,
  source: TaxonomySource | null,
  shipped: Taxonomy,
): RenamePlan {
  const { from, to, keepAlias } = request;
  const list = listOf(request, taxonomy);
  checkNewId(request, list, taxonomy);
  const own = checkOwned(request, list, source, shipped);
  const ids = new Map([[from, to]]);
  const competency =
    list === "competencies" ? taxonomy.competencies.find(({ id }) => id === from) : undefined;
  if (competency) checkLevel(competency, to, own);
  for (const { id, parent } of competency ? taxonomy.competencies : []) {
    if (parent === from && id.startsWith(`${from}.`)) ids.set(id, `${to}${id.slice(from.length)}`);
  }
  return { list, ids, keepAlias };
}

/** The id that a written name becomes; null where it stays: another id, a name or an alias. */
export function renamedName(
  { list, ids }: RenamePlan,
  taxonomy: Taxonomy,
  written: string,
): string | null {
  const id = findTerm(terms(taxonomy, list), written)?.id;
  if (id === undefined || foldName(id) !== foldName(written)) return null;
  return ids.get(id) ?? null;
}
