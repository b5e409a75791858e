import type { Thresholds } from "../core/config.ts";
import { confirmedOnly } from "../core/confirmed.ts";
import type { FactName, Postmortem } from "../core/postmortem.ts";
import type { Report } from "../core/table.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { Window } from "../core/window.ts";
import { INCLUDE_SUGGESTED, suggestedListsOf, unconfirmedNotes } from "./shared/confirmed.ts";

export type { Window };

/** Canonical ids; an empty list lets everything through. */
export interface Filters {
  readonly services: readonly string[];
  readonly teams: readonly string[];
  readonly severities: readonly string[];
  /** Competencies, or domains for all of theirs. */
  readonly competencies: readonly string[];
}

/** All that a report may know. */
export interface Query {
  readonly postmortems: readonly Postmortem[];
  readonly window: Window;
  readonly filters: Filters;
  readonly taxonomy: Taxonomy;
  readonly thresholds: Thresholds;
  /** IANA name of the zone in which months and dates are cut. */
  readonly timeZone: string;
}

export interface ChoiceOption<C extends string> {
  readonly kind: "choice";
  readonly description: string;
  readonly choices: readonly C[];
  readonly default: C;
}

export interface FlagOption {
  readonly kind: "flag";
  readonly description: string;
}

export type OptionSpec = ChoiceOption<string> | FlagOption;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of a report's own options, as its option table declares them. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends ChoiceOption<infer C> ? C : boolean;
};

export interface ReportDefinition<O extends OptionSpecs> {
  /** The command's name. */
  readonly name: string;
  /** One line for `pm --help`. */
  readonly summary: string;
  /** What its columns mean, for `pm NAME --help`. */
  readonly details: string;
  readonly needs: readonly FactName[];
  readonly options: O;
  readonly build: (query: Query, options: OptionValues<O>) => Report;
}

/** A report as the registry holds it. */
export type AnyReport = Omit<ReportDefinition<OptionSpecs>, "build"> & {
  /** @param options by option name, as checked against `options`. */
  readonly build: (query: Query, options: Readonly<Record<string, string | boolean>>) => Report;
};

/**
 * Declares a report; its file is listed in `index.ts`, and the command derives from it. No report
 * counts gaps and escalations that nobody has confirmed, but where its own option asks for them.
 */
export function defineReport<const O extends OptionSpecs>(report: ReportDefinition<O>): AnyReport {
  return {
    ...report,
    build: (query, options) => {
      const values = options as OptionValues<O>;
      if (options[INCLUDE_SUGGESTED] === true) return report.build(query, values);
      const { postmortems } = query;
      const confirmed = { ...query, postmortems: postmortems.map(confirmedOnly) };
      const built = report.build(confirmed, values);
      const left = unconfirmedNotes(postmortems, suggestedListsOf(report.needs));
      return { ...built, notes: [...built.notes, ...left] };
    },
  };
}
