import { compareBy, compareText } from "../core/compare.ts";
import type { Range } from "../core/position.ts";
import type { TaxonomySource, WrittenEntry } from "../core/settings/taxonomy-source.ts";
import { foldName, type Taxonomy, type Team, type Term, TERM_LISTS } from "../core/taxonomy.ts";
import { capitalised } from "../core/text/capitalised.ts";
import { isNearName } from "./near-names.ts";

/** Something in the taxonomy file that is allowed, and probably not meant. */
export interface Doubt {
  /** Stable name for machines. */
  readonly about: string;
  readonly range: Range;
  readonly message: string;
  readonly hint: string;
}

/** An entry of the file with what it became. */
interface CheckedEntry {
  readonly entry: WrittenEntry;
  readonly term: Term;
  readonly taxonomy: Taxonomy;
  /** Whether the configuration says how large a team without a size is. */
  readonly teamSizeAssumed: boolean;
}

type Check = (checked: CheckedEntry) => readonly Doubt[];

function named({ entry }: CheckedEntry): string {
  return `${TERM_LISTS[entry.list].noun} \`${entry.id}\``;
}

function competencyOf({ entry, taxonomy }: CheckedEntry) {
  if (entry.list !== "competencies") return null;
  return taxonomy.competencies.find(({ id }) => id === entry.id) ?? null;
}

const noDescription: Check = (checked) => {
  if (competencyOf(checked) === null || checked.term.description !== "") return [];
  return [
    {
      about: "no-description",
      range: checked.entry.placeOf("id"),
      message: `${capitalised(named(checked))} has no description`,
      hint: "Say in one sentence what someone who has it can do.",
    },
  ];
};

const emptyDomain: Check = (checked) => {
  const { entry, taxonomy } = checked;
  if (competencyOf(checked)?.parent !== null) return [];
  if (taxonomy.competencies.some(({ parent }) => parent === entry.id)) return [];
  return [
    {
      about: "domain-empty",
      range: entry.placeOf("id"),
      message: `Domain \`${entry.id}\` has no competencies`,
      hint: `Add one as \`${entry.id}.…\`, or give this one a domain.`,
    },
  ];
};

const otherPrefix: Check = ({ entry }) => {
  const parent = entry.textOf("parent");
  const prefix = entry.id.slice(0, Math.max(entry.id.lastIndexOf("."), 0));
  if (parent === null || prefix === "" || prefix === parent) return [];
  const own = entry.id.slice(prefix.length + 1);
  return [
    {
      about: "domain-prefix",
      range: entry.placeOf("parent"),
      message: `Competency \`${entry.id}\` looks like one of \`${prefix}\` but belongs to \`${parent}\``,
      hint: `Remove \`parent\`, or rename the competency to \`${parent}.${own}\`.`,
    },
  ];
};

const idleTeam: Check = (checked) => {
  const { entry, taxonomy } = checked;
  if (entry.list !== "teams" || taxonomy.services.length === 0) return [];
  if (taxonomy.services.some(({ owner }) => owner === entry.id)) return [];
  return [
    {
      about: "team-without-service",
      range: entry.placeOf("id"),
      message: `Team \`${entry.id}\` owns no service`,
      hint: "From the owner, reports know when a team works on another team's service.",
    },
  ];
};

const noSize: Check = ({ entry, term, teamSizeAssumed }) => {
  if (entry.list !== "teams" || teamSizeAssumed || !("size" in term) || term.size !== null)
    return [];
  return [
    {
      about: "team-without-size",
      range: entry.placeOf("id"),
      message: `Team \`${entry.id}\` has no size, so reports take it for large enough to be shown`,
      hint: "Add `size`, its number of people, or set `privacy.assume_team_size` in pm.yaml.",
    },
  ];
};

const ownedByOne: Check = ({ entry, taxonomy }) => {
  const owner = entry.textOf("owner");
  const isOne = ({ id, size }: Team) => id === owner && size === 1;
  if (entry.list !== "services" || !taxonomy.teams.some(isOne)) return [];
  return [
    {
      about: "owner-of-one",
      range: entry.placeOf("owner"),
      message: `Service \`${entry.id}\` is owned by a team of one, which reports never show`,
      hint: "Name the team that this person belongs to.",
    },
  ];
};

const resourceTime: Check = (checked) => {
  const resources = competencyOf(checked)?.resources ?? [];
  return resources.flatMap(({ title, hours }, index) => {
    if (hours !== null) return [];
    return [
      {
        about: "resource-without-hours",
        range: checked.entry.placeOf("resources", index),
        message: `Resource \`${title}\` of \`${checked.entry.id}\` has no hours`,
        hint: "Training plans add up the hours.",
      },
    ];
  });
};

const repeatedAlias: Check = (checked) => {
  const { entry, term } = checked;
  const seen = new Set([entry.id, term.name].map(foldName));
  return entry.aliases.flatMap((alias, index) => {
    const isRepeated = seen.has(foldName(alias));
    seen.add(foldName(alias));
    if (!isRepeated) return [];
    return [
      {
        about: "alias-repeated",
        range: entry.placeOf("aliases", index),
        message: `Alias \`${alias}\` of ${named(checked)} is a name that it already has`,
        hint: "Case, spaces, hyphens and underscores make no difference. Remove the alias.",
      },
    ];
  });
};

/** The names that an entry writes, with their places. */
function writtenNames({ entry }: CheckedEntry): readonly (readonly [string, string, Range])[] {
  const name = entry.textOf("name");
  return [
    ...(name === null ? [] : [["Name", name, entry.placeOf("name")] as const]),
    ...entry.aliases.map((alias, index) => {
      return ["Alias", alias, entry.placeOf("aliases", index)] as const;
    }),
  ];
}

/** Compares with what stands above alone, so that a pair is named once. */
const nearName: Check = (checked) => {
  const { entry, taxonomy } = checked;
  const terms: readonly Term[] = taxonomy[entry.list];
  const above = terms.slice(0, Math.max(terms.indexOf(checked.term), 0));
  return writtenNames(checked).flatMap(([what, written, range]) => {
    const near = above.flatMap(({ id, name, aliases }) => {
      const like = [...new Set([name, ...aliases])].find((other) => isNearName(written, other));
      return like === undefined ? [] : [`\`${like}\` of \`${id}\``];
    });
    if (near.length === 0) return [];
    return [
      {
        about: "name-near",
        range,
        message: `${what} \`${written}\` of ${named(checked)} is almost the same as ${near.join(" and ")}`,
        hint: "A single typo would count for the other. Make the two more different, or merge them.",
      },
    ];
  });
};

const CHECKS: readonly Check[] = [
  noDescription,
  emptyDomain,
  otherPrefix,
  idleTeam,
  noSize,
  ownedByOne,
  resourceTime,
  repeatedAlias,
  nearName,
];

const inOrder = compareBy<Doubt>(
  (a, b) => a.range.start.offset - b.range.start.offset,
  (a, b) => compareText(a.about, b.about),
);

/**
 * What is doubtful in the team's own taxonomy file, in the order of the file.
 * @param teamSizeAssumed whether the configuration says how large a team without a size is.
 */
export function checkTaxonomy(
  source: TaxonomySource,
  taxonomy: Taxonomy,
  teamSizeAssumed: boolean,
): readonly Doubt[] {
  return source.entries
    .flatMap((entry) => {
      const terms: readonly Term[] = taxonomy[entry.list];
      const term = terms.find(({ id }) => id === entry.id);
      return term
        ? CHECKS.flatMap((check) => check({ entry, term, taxonomy, teamSizeAssumed }))
        : [];
    })
    .toSorted(inOrder);
}
