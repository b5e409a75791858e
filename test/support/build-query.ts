import type { Thresholds } from "../../src/core/settings/config.ts";
import type { Cell, Report, Section } from "../../src/core/table.ts";
import type { Competency, Taxonomy, Term } from "../../src/core/taxonomy.ts";
import { type Filters, NO_FILTERS, type Query, type Window } from "../../src/reports/define.ts";

const THRESHOLDS: Thresholds = {
  systemicIncidents: 3,
  systemicShare: 0.1,
  systemicContexts: 2,
  emergingIncidents: 2,
  extendedDiagnosisMinutes: 60,
  smallCount: 5,
};

/** The first half of 2026, with the half year before as its prior window. */
export const HALF_YEAR: Window = {
  since: Date.parse("2026-01-01T00:00Z"),
  until: Date.parse("2026-07-01T00:00Z"),
  prior: { since: Date.parse("2025-07-01T00:00Z"), until: Date.parse("2026-01-01T00:00Z") },
};

function term(id: string): Term {
  return { id, name: id, description: "", aliases: [] };
}

function competency(id: string, parent: string | null): Competency {
  return { ...term(id), parent, signals: [], resources: [] };
}

/** A small company: `solo` is a team of one; the domain `queues` is not the first part of its ids. */
export const TAXONOMY: Taxonomy = {
  severities: ["P1", "P2", "P3"].map(term),
  teams: [
    { ...term("payments"), size: 8 },
    { ...term("ledger"), size: null },
    { ...term("platform"), size: 9 },
    { ...term("solo"), size: 1 },
  ],
  services: [
    { ...term("checkout"), owner: "payments" },
    { ...term("payouts"), owner: "ledger" },
    { ...term("kafka"), owner: "platform" },
  ],
  kinds: [
    { ...term("knowledge"), remedy: "teach it" },
    { ...term("coverage"), remedy: "spread it" },
    { ...term("instrumentation"), remedy: "build the tool" },
  ],
  triggers: ["deploy", "config"].map(term),
  causes: [],
  detectionSources: ["alert", "customer"].map(term),
  competencies: [
    competency("queues", null),
    competency("messaging.backpressure", "queues"),
    competency("messaging.ordering", "queues"),
    competency("observability", null),
    competency("observability.tracing", "observability"),
  ],
};

/** A taxonomy without teams: a company that has not listed any. */
export const NO_TEAMS: Taxonomy = { ...TAXONOMY, teams: [] };

/** A query over the first half of 2026, without filters unless told. */
export function buildQuery(
  partial: Partial<Omit<Query, "filters">> & { readonly filters?: Partial<Filters> },
): Query {
  return {
    postmortems: [],
    window: HALF_YEAR,
    taxonomy: TAXONOMY,
    thresholds: THRESHOLDS,
    timeZone: "UTC",
    ...partial,
    filters: {
      ...NO_FILTERS,
      ...partial.filters,
    },
  };
}

/** A section of a report by key. */
export function sectionOf(report: Report, key: string): Section {
  const section = report.sections.find((candidate) => candidate.key === key);
  if (!section) throw new Error(`No section ${key}`);
  return section;
}

/** The cells of some columns, row by row. */
export function cells(section: Section, keys: readonly string[]): readonly (readonly Cell[])[] {
  const indexes = keys.map((key) => {
    const index = section.columns.findIndex((column) => column.key === key);
    if (index < 0) throw new Error(`No column ${key}`);
    return index;
  });
  return section.rows.map((row) => indexes.map((index) => row[index] ?? null));
}
