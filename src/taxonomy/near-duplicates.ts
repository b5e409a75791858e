import { compareBy, compareText } from "../core/compare.ts";
import { column, tabulate } from "../core/output/tabulate.ts";
import type { Postmortem } from "../core/postmortem.ts";
import type { Section } from "../core/table.ts";
import type { Competency, Taxonomy } from "../core/taxonomy.ts";
import type { Mention } from "./mentions.ts";
import { nearNames } from "./near-names.ts";

/** Fewer incidents in common are chance. */
const FEWEST_SHARED = 3;
/** The share of their incidents that two have in common, from which they are hardly two. */
const NEARLY_ALL = 0.8;

/** Two competencies that could be one. */
interface Pair {
  readonly first: string;
  readonly second: string;
  readonly rule: "names" | "together";
  readonly because: string;
  readonly incidents: number;
  readonly shared: number;
  /** Incidents that name both, of those that name either; null where none does. */
  readonly share: number | null;
}

const NO_INCIDENTS: ReadonlySet<Postmortem> = new Set();

type Incidents = ReadonlyMap<string, ReadonlySet<Postmortem>>;

function incidentsById(mentions: readonly Mention[]): Incidents {
  const found = new Map<string, Set<Postmortem>>();
  for (const { id, incident } of mentions) {
    const incidents = found.get(id) ?? new Set();
    found.set(id, incidents.add(incident));
  }
  return found;
}

function pairsOf(one: Competency, other: Competency, byId: Incidents): readonly Pair[] {
  if (one.parent === other.id || other.parent === one.id) return [];
  const [first, second] = [one.id, other.id].toSorted(compareText);
  const left = byId.get(one.id) ?? NO_INCIDENTS;
  const right = byId.get(other.id) ?? NO_INCIDENTS;
  const incidents = new Set([...left, ...right]).size;
  const shared = [...left].filter((incident) => right.has(incident)).length;
  const share = incidents === 0 ? null : shared / incidents;
  const base = { first: first ?? one.id, second: second ?? other.id, incidents, shared, share };
  const near = nearNames(one, other);
  return [
    ...(near
      ? [{ ...base, rule: "names" as const, because: `${near.first} / ${near.second}` }]
      : []),
    ...(shared >= FEWEST_SHARED && share !== null && share >= NEARLY_ALL
      ? [{ ...base, rule: "together" as const, because: `${shared} of ${incidents} incidents` }]
      : []),
  ];
}

const mostShared = compareBy<Pair>(
  (a, b) => b.shared - a.shared,
  (a, b) => compareText(a.first, b.first),
  (a, b) => compareText(a.second, b.second),
  (a, b) => compareText(a.rule, b.rule),
);

/** Pairs of competencies that could be one, by their names or by their incidents. */
export function nearDuplicatesSection(
  { competencies }: Taxonomy,
  mentions: readonly Mention[],
): Section {
  const byId = incidentsById(mentions);
  const pairs = competencies.flatMap((one, index) =>
    competencies.slice(index + 1).flatMap((other) => pairsOf(one, other, byId)),
  );
  return tabulate<Pair>({
    key: "near_duplicates",
    title: "Competencies that may be the same",
    columns: [
      column("first", "First", "text", 1, ({ first }) => first),
      column("second", "Second", "text", 1, ({ second }) => second),
      column("rule", "Rule", "text", 1, ({ rule }) => rule),
      column("because", "Because", "text", 2, ({ because }) => because),
      column("incidents", "Incidents", "count", 3, ({ incidents }) => incidents),
      column("shared_incidents", "With both", "count", 2, ({ shared }) => shared),
      column("shared_share", "Share", "share", 3, ({ share }) => share),
    ],
    items: pairs.toSorted(mostShared),
    whenEmpty: "No two competencies look the same.",
    notes:
      pairs.length === 0
        ? []
        : [
            "names: an id, a name or an alias of the two differs only by a typo.",
            `together: at least ${FEWEST_SHARED} incidents name both, and they are at least ${NEARLY_ALL * 100} % of those that name either.`,
          ],
  });
}
