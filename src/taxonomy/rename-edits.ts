import type { TermPlace } from "../core/document/term-place.ts";
import type { Edit } from "../core/places/edit.ts";
import type { Range } from "../core/position.ts";
import type { TaxonomySource, WrittenEntry } from "../core/settings/taxonomy-source.ts";
import { foldName, type Taxonomy } from "../core/taxonomy.ts";
import { escapePattern } from "../core/text/escape-pattern.ts";
import { renamedName, type RenamePlan } from "./rename.ts";

/** One place that a renaming changes. */
export interface Change {
  readonly range: Range;
  /** What happens there, for people. */
  readonly what: string;
  /** Null where the place cannot be changed without changing more. */
  readonly edit: Edit | null;
}

function arrow(from: string, to: string): string {
  return `${from} → ${to}`;
}

function aliasChanges(entry: WrittenEntry, from: string, to: string): readonly Change[] {
  const taken = entry.aliases.findIndex((alias) => foldName(alias) === foldName(to));
  if (taken !== -1) {
    const edit = entry.replace("aliases", from, taken);
    const what = `alias ${arrow(entry.aliases[taken] ?? to, from)}`;
    return [{ range: entry.placeOf("aliases", taken), what, edit }];
  }
  const known = [to, entry.textOf("name") ?? to, ...entry.aliases].map(foldName);
  if (known.includes(foldName(from))) return [];
  const edit = entry.addAlias(from);
  return [{ range: edit?.range ?? entry.placeOf("id"), what: `adds the alias ${from}`, edit }];
}

/** Ids of other lists that an entry refers to: its domain, its owner. */
function referenceChanges(entry: WrittenEntry, { list, ids }: RenamePlan): readonly Change[] {
  const references = [
    ["competencies", "parent", "competencies"],
    ["services", "owner", "teams"],
  ] as const;
  return references.flatMap(([within, key, target]) => {
    const written = entry.textOf(key);
    const to = written === null ? undefined : ids.get(written);
    if (entry.list !== within || list !== target || to === undefined) return [];
    const what = arrow(written ?? "", to);
    return [{ range: entry.placeOf(key), what, edit: entry.replace(key, to) }];
  });
}

/** What changes in the taxonomy file. */
export function sourceChanges(source: TaxonomySource, plan: RenamePlan): readonly Change[] {
  return source.entries.flatMap((entry) => {
    const to = entry.list === plan.list ? plan.ids.get(entry.id) : undefined;
    const own =
      to === undefined
        ? []
        : [
            {
              range: entry.placeOf("id"),
              what: arrow(entry.id, to),
              edit: entry.replace("id", to),
            },
            ...(plan.keepAlias ? aliasChanges(entry, entry.id, to) : []),
          ];
    return [...own, ...referenceChanges(entry, plan)];
  });
}

/** What changes in a document. */
export function documentChanges(
  places: readonly TermPlace[],
  plan: RenamePlan,
  taxonomy: Taxonomy,
): readonly Change[] {
  return places.flatMap(({ list, written, range, replace }) => {
    const to = list === plan.list ? renamedName(plan, taxonomy, written) : null;
    return to === null ? [] : [{ range, what: arrow(written, to), edit: replace(to) }];
  });
}

/** Where the old ids stand in a text, as values or as anything else: `file:line:column`. */
export function placesOfOldIds(path: string, text: string, { ids }: RenamePlan): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return [...ids.keys()].flatMap((id) => {
    const escaped = escapePattern(id);
    const whole = new RegExp(
      `(?<![\\p{L}\\p{N}_.-])${escaped}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
      "gu",
    );
    return lines.flatMap((line, index) =>
      [...line.matchAll(whole)].map((found) => `${path}:${index + 1}:${found.index + 1}`),
    );
  });
}
