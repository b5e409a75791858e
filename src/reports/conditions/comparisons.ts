import { compareBy, compareText } from "../../core/compare.ts";
import { type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import { domainOf } from "../../core/taxonomy.ts";
import type { Share } from "../../statistics/fisher.ts";
import type { Query } from "../define.ts";
import { gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { groupByEach, uniqueTexts } from "../shared/grouping.ts";
import { type ShareChange, shareChanges } from "../shared/share-change.ts";
import type { Grouping } from "../trends/groupings.ts";
import { comparedGroupings, statedGroups } from "./groupings.ts";

/** What incidents are distinguished by: the competency that was missing, or its domain. */
export const CONDITION_DIMENSIONS = ["domain", "competency"] as const;
export type ConditionDimension = (typeof CONDITION_DIMENSIONS)[number];

/** A condition that is stated once says nothing of when it comes. */
const FEWEST_WITH_VALUE = 2;

/** How often a condition held before incidents that lacked a skill, and before others. */
export interface Compared {
  readonly group: string;
  readonly condition: string;
  readonly value: string;
  /** Shares of the incidents that state the condition: `now` of the group, `before` of the others. */
  readonly change: ShareChange;
  /** The files of the group's incidents in which it held. */
  readonly paths: readonly string[];
}

/** All comparisons, and the groups with too few incidents for one. */
export interface Comparisons {
  readonly rows: readonly Compared[];
  readonly tooFew: readonly string[];
}

function namesOf(incident: Postmortem, by: ConditionDimension, query: Query): readonly string[] {
  const competencies = gapCompetencies(incident).filter((one) => passesCompetency(query, one));
  const names =
    by === "domain" ? competencies.map((one) => domainOf(query.taxonomy, one)) : competencies;
  return names.filter((name) => name !== UNKNOWN && name !== UNLISTED);
}

/** What the incidents that state a condition say of it. */
interface Stated {
  readonly grouping: Grouping;
  readonly incidents: readonly {
    readonly incident: Postmortem;
    readonly values: readonly string[];
  }[];
}

function statedIn(base: readonly Postmortem[], grouping: Grouping): Stated {
  const said = base.map((incident) => ({ incident, values: statedGroups(grouping, incident) }));
  return { grouping, incidents: said.filter(({ values }) => values.length > 0) };
}

type Pair = Omit<Compared, "change"> & { readonly now: Share; readonly before: Share };

function pairsOf(
  group: string,
  members: ReadonlySet<Postmortem>,
  { grouping, incidents }: Stated,
): readonly Pair[] {
  const own = incidents.filter(({ incident }) => members.has(incident));
  const other = incidents.filter(({ incident }) => !members.has(incident));
  if (own.length === 0 || other.length === 0) return [];
  const found = uniqueTexts(incidents.flatMap(({ values }) => values));
  const { order } = grouping;
  const place = (value: string) => (Array.isArray(order) ? order.indexOf(value) : 0);
  const sorted = found.toSorted(compareBy((a, b) => place(a) - place(b), compareText));
  return sorted.flatMap((value) => {
    const having = (some: typeof own) => some.filter(({ values }) => values.includes(value));
    const [mine, theirs] = [having(own), having(other)];
    if (mine.length + theirs.length < FEWEST_WITH_VALUE) return [];
    return [
      {
        ...{ group, value, condition: grouping.name },
        now: { count: mine.length, of: own.length },
        before: { count: theirs.length, of: other.length },
        paths: mine.map(({ incident }) => incident.path),
      },
    ];
  });
}

/**
 * Each condition before incidents that lacked a skill, beside all other incidents: Fisher's exact test
 * with mid-p, adjusted over all rows after Benjamini and Hochberg.
 * @param base all incidents of the window, with a gap or without.
 */
export function compareConditions(
  base: readonly Postmortem[],
  by: ConditionDimension,
  query: Query,
): Comparisons {
  const groups = [...groupByEach(base, (incident) => namesOf(incident, by, query))].toSorted(
    compareBy(
      ([, a], [, b]) => b.length - a.length,
      ([a], [b]) => compareText(a, b),
    ),
  );
  const fewest = query.thresholds.systemicIncidents;
  const isEnough = (members: readonly Postmortem[]) =>
    members.length >= fewest && base.length - members.length >= fewest;
  const stated = comparedGroupings(query).map((grouping) => statedIn(base, grouping));
  const pairs = groups
    .filter(([, members]) => isEnough(members))
    .flatMap(([group, members]) => {
      const own = new Set(members);
      return stated.flatMap((one) => pairsOf(group, own, one));
    });
  const changes = shareChanges(pairs);
  return {
    rows: pairs.flatMap(({ group, condition, value, paths }, at) => {
      const change = changes[at];
      return change ? [{ group, condition, value, paths, change }] : [];
    }),
    tooFew: groups.filter(([, members]) => !isEnough(members)).map(([name]) => name),
  };
}
