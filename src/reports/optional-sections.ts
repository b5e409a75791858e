import type { Taxonomy } from "../core/taxonomy.ts";
import {
  type AnyReport,
  NO_FILTERS,
  type OptionSpec,
  type OptionValue,
  type Query,
} from "./define.ts";
import { REPORTS } from "./index.ts";

/** Which sections a report has does not depend on what its documents say. */
const NOTHING: Query = {
  postmortems: [],
  window: { since: null, until: 0, prior: null },
  filters: NO_FILTERS,
  taxonomy: {
    ...{ severities: [], teams: [], services: [], kinds: [], triggers: [], causes: [] },
    ...{ detectionSources: [], competencies: [] },
  } satisfies Taxonomy,
  thresholds: {
    ...{ systemicIncidents: 0, systemicShare: 0, systemicContexts: 0, emergingIncidents: 0 },
    ...{ smallCount: 0, extendedDiagnosisMinutes: 0 },
  },
  timeZone: "UTC",
};

interface Way {
  /** As it is typed. */
  readonly typed: string;
  readonly query: Query;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The values of an option that may add a section, as they are typed. */
function valuesOf(name: string, spec: OptionSpec): readonly (readonly [string, OptionValue])[] {
  if (spec.kind === "flag") return [[`--${name}`, true]];
  if (spec.kind !== "choice") return [];
  const pairs = spec.pairs
    ? spec.choices.flatMap((one) =>
        spec.choices.filter((other) => other !== one).map((other) => `${one},${other}`),
      )
    : [];
  return [...spec.choices, ...pairs].map((value) => [`--${name} ${value}`, value]);
}

function waysOf({ options, readsDeploys }: AnyReport): readonly Way[] {
  const own = Object.entries(options).flatMap(([name, spec]) =>
    valuesOf(name, spec).map(([typed, value]) => {
      return { typed, query: NOTHING, options: { [name]: value } };
    }),
  );
  const deploys = { typed: "--deploys FILE", query: { ...NOTHING, deploys: [] }, options: {} };
  return readsDeploys ? [...own, deploys] : own;
}

/** An option, as it is typed, with which a report of that name has a section; null where none adds it. */
export function optionAdding(name: string, key: string): string | null {
  const report = REPORTS.find((one) => one.name === name);
  if (!report) return null;
  const way = waysOf(report).find(({ query, options }) =>
    report.build(query, options).sections.some((section) => section.key === key),
  );
  return way?.typed ?? null;
}
