import { type Taxonomy, type Term, TERM_LIST_NAMES } from "../../../core/taxonomy.ts";
import { RULES } from "../../../lint/rules/index.ts";
import type { Project } from "../../../project/project.ts";
import { NO_FILTERS, type OptionValue } from "../../../reports/define.ts";
import { VERDICTS } from "../../../reports/gaps/verdict.ts";
import { REPORTS } from "../../../reports/index.ts";
import { readWindow } from "../../options.ts";
import { templatesOf } from "../new/new.ts";
import type { Cursor } from "./line.ts";

/** A possible completion at the cursor. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** Opens the project that the command line names. */
export type Open = () => Promise<Project>;

function candidatesOf(terms: readonly Term[]): readonly Candidate[] {
  return terms.map(({ id, name }) => ({ value: id, description: name === id ? "" : name }));
}

/** Where values come from: the project, and the command that asks. */
export type Source = (open: Open, cursor: Cursor, now: number) => Promise<readonly Candidate[]>;

/** Periods that people look back over. */
const PERIODS: readonly Candidate[] = [
  ["3mo", "3 months"],
  ["6mo", "6 months"],
  ["1y", "1 year"],
  ["2q", "2 quarters"],
  ["90d", "90 days"],
].map(([value = "", description = ""]) => ({ value, description }));

/** The keys of a report's sections: those that it has with its options as typed so far. */
async function sectionsOf(
  open: Open,
  { command, flags }: Cursor,
  now: number,
): Promise<readonly Candidate[]> {
  const report = REPORTS.find(({ name }) => name === command.name());
  if (!report) return [];
  const { taxonomy, config } = await open();
  const { thresholds, planWeights, timeZone } = config;
  const window = readWindow({}, timeZone, now);
  const own = Object.entries(report.options).map(([name, spec]): [string, OptionValue] => {
    if (spec.kind === "flag") return [name, flags.has(name)];
    return [name, spec.kind === "teams" ? [] : spec.default];
  });
  const settings = { taxonomy, thresholds, planWeights, timeZone };
  const query = { postmortems: [], window, filters: NO_FILTERS, ...settings };
  const { sections } = report.build(query, Object.fromEntries(own));
  return sections.map(({ key, title }) => ({ value: key, description: title }));
}

function fromTaxonomy(termsOf: (taxonomy: Taxonomy) => readonly Term[]) {
  return async (open: Open) => candidatesOf(termsOf((await open()).taxonomy));
}

/** Where values come from, by the name of the option or argument or of its value, where it has no choices. */
export const SOURCES: ReadonlyMap<string, Source> = new Map<string, Source>([
  ["section", sectionsOf],
  ["since", () => Promise.resolve(PERIODS)],
  // The id that `pm taxonomy rename` changes.
  [
    "old",
    async (open) => {
      const { taxonomy } = await open();
      return candidatesOf(TERM_LIST_NAMES.flatMap((list): readonly Term[] => taxonomy[list]));
    },
  ],
  ["competency", fromTaxonomy(({ competencies }) => competencies)],
  ["service", fromTaxonomy(({ services }) => services)],
  // No report is about a team of one, so none is offered.
  ["team", fromTaxonomy(({ teams }) => teams.filter(({ size }) => size !== 1))],
  ["responder", fromTaxonomy(({ teams }) => teams.filter(({ size }) => size !== 1))],
  ["kind", fromTaxonomy(({ kinds }) => kinds)],
  ["severity", fromTaxonomy(({ severities }) => severities)],
  [
    "template",
    async (open) => {
      const names = [...(await templatesOf(await open())).keys()];
      return names.map((value) => ({ value, description: "" }));
    },
  ],
  // What `pm explain` explains: rules, verdicts and competencies.
  [
    "subject",
    async (open) => {
      const rules = RULES.map(({ id, summary }) => ({ value: id, description: summary }));
      const verdicts = VERDICTS.map((value) => ({ value, description: "verdict" }));
      const { taxonomy } = await open();
      return [...rules, ...verdicts, ...candidatesOf(taxonomy.competencies)];
    },
  ],
]);
