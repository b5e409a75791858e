import { confirmedOnly } from "../core/document/confirmed.ts";
import type { ForeseenGap } from "../core/document/foreseen.ts";
import type { Proposal } from "../core/document/proposal.ts";
import type { FactName, Postmortem } from "../core/postmortem.ts";
import { competencyNames } from "../core/settings/competency-names.ts";
import type { PlanWeights, Thresholds, WorkingHours } from "../core/settings/config.ts";
import type { Deploy } from "../core/settings/deploy.ts";
import type { Intervention } from "../core/settings/intervention.ts";
import type { ReviewDecision } from "../core/settings/review-decision.ts";
import type { Column, Report } from "../core/table.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { Window } from "../core/time/window.ts";
import { meaningOf } from "./explain/meaning-of.ts";
import { INCLUDE_SUGGESTED, suggestedListsOf, unconfirmedNotes } from "./shared/confirmed.ts";
import { type Copy, countable, countableNotes, INCLUDE_DRAFTS } from "./shared/counted-once.ts";
import { withheldTimesNotes } from "./shared/withheld-times-notes.ts";

export type { Window };

/** Canonical ids; an empty list filters nothing. */
export interface Filters {
  readonly services: readonly string[];
  /** In the gaps report, the teams that lacked a skill; elsewhere those that responded. */
  readonly teams: readonly string[];
  /** The teams that responded. */
  readonly responders: readonly string[];
  readonly severities: readonly string[];
  /** Competencies, or domains for all of their competencies. */
  readonly competencies: readonly string[];
  /** Kinds of gap. */
  readonly kinds: readonly string[];
}

/** Filters that leave nothing out. */
export const NO_FILTERS: Filters = {
  services: [],
  teams: [],
  responders: [],
  severities: [],
  competencies: [],
  kinds: [],
};

/** Everything a report may know. */
export interface Query {
  readonly postmortems: readonly Postmortem[];
  readonly window: Window;
  readonly filters: Filters;
  readonly taxonomy: Taxonomy;
  readonly thresholds: Thresholds;
  /** IANA name of the time zone that months and dates are in. */
  readonly timeZone: string;
  /** When people are at work, in that zone; absent where the configuration does not say. */
  readonly workingHours?: WorkingHours;
  /** How a plan is ranked. */
  readonly planWeights?: PlanWeights;
  /** When something was deployed; absent where nobody says. */
  readonly deploys?: readonly Deploy[];
  /** Drafts that are not among the postmortems, as nobody asked for them. */
  readonly drafts?: number;
  /** The copies in the folder, where they were found before. */
  readonly copies?: readonly Copy[];
  /** What was done about gaps; absent where the report does not read it. */
  readonly interventions?: readonly Intervention[];
  /** Gaps that were foreseen; absent where the report does not read them. */
  readonly foreseen?: readonly ForeseenGap[];
  /** What monthly reviews decided; absent where the report does not read it. */
  readonly decisions?: readonly ReviewDecision[];
  /** What `pm suggest` proposes for them; absent where nobody looked. */
  readonly proposals?: readonly Proposal[];
  /** False where nobody asks where what rows count is written, and in which files. */
  readonly isTraced?: boolean;
  /** Postmortems with entries that nobody has confirmed, which the others are without. */
  readonly unconfirmed?: readonly Postmortem[];
}

export interface ChoiceOption<C extends string> {
  readonly kind: "choice";
  /** Whether two different choices, with a comma between, are a value too. */
  readonly pairs?: true;
  readonly description: string;
  readonly choices: readonly C[];
  readonly default: C;
}

export interface FlagOption {
  readonly kind: "flag";
  readonly description: string;
}

/** A whole number, at least 1. */
export interface CountOption {
  readonly kind: "count";
  readonly description: string;
  readonly unit: string;
  readonly default: number;
}

/** Teams of the taxonomy; none of them for all. */
export interface TeamsOption {
  readonly kind: "teams";
  readonly description: string;
}

/** A calendar date, as in 2026-09-30; null where none is asked for. */
export interface DateOption {
  readonly kind: "date";
  readonly description: string;
  readonly default: null;
}

export type OptionSpec = ChoiceOption<string> | FlagOption | CountOption | TeamsOption | DateOption;
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** What an option can be: a choice, a flag, a number, canonical ids, or a date or none. */
export type OptionValue = string | boolean | number | readonly string[] | null;

type ValueOf<S extends OptionSpec> =
  S extends ChoiceOption<infer C>
    ? C
    : S extends CountOption
      ? number
      : S extends TeamsOption
        ? readonly string[]
        : S extends DateOption
          ? string | null
          : boolean;

/** The values of a report's own options, as declared in its option table. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K] extends { readonly pairs: true } & ChoiceOption<infer C>
    ? C | `${C},${C}`
    : ValueOf<O[K]>;
};

export interface ReportDefinition<O extends OptionSpecs> {
  /** The command's name. */
  readonly name: string;
  /** One line for `pm --help`. */
  readonly summary: string;
  /** What its columns mean, for `pm NAME --help`. */
  readonly details: string;
  readonly needs: readonly FactName[];
  /** The option with which it prints sentences of documents. */
  readonly quotes?: string;
  /** What `--team` selects; "responded" where it is left out. */
  readonly teamFilter?: "lacked" | "responded";
  /** Whether it compares windows, so that its command takes `--compare`. */
  readonly compares?: true;
  /** Whether it needs what was done about gaps. */
  readonly readsInterventions?: true;
  /** What it says the number of proposals of, where documents record next to none; "all" always says it. */
  readonly countsProposals?: Proposal["type"] | "all";
  /** Whether something in it is due on a day, so that it can be a calendar. */
  readonly hasCalendar?: true;
  /** Whether it shows gaps that were foreseen. */
  readonly readsForeseen?: true;
  /** Whether it knows deploys, so that its command takes `--deploys`. */
  readonly readsDeploys?: true;
  /** Whether it needs what monthly reviews decided. */
  readonly readsDecisions?: true;
  /** Whether its figures rest on the time of day at which a window ends, and not on the day alone. */
  readonly restsOnMoment?: true;
  /**
   * Whether it says the same of a folder without the documents that started in none of its windows, in whatever
   * order they come, prints no place but the lines of gaps and counts no time but that to diagnose, where no
   * filter is set.
   */
  readonly restsOnWindow?: true;
  /** What it is about where no window is asked for; everything where left out. */
  readonly defaultWindow?: "last month";
  readonly options: O;
  readonly build: (query: Query, options: OptionValues<O>) => Report;
}

/** A report as the registry holds it. */
export type AnyReport = Omit<ReportDefinition<OptionSpecs>, "build"> & {
  /** @param options by option name, as checked against `options`; those left out have their default. */
  readonly build: (query: Query, options: Readonly<Record<string, OptionValue>>) => Report;
};

/** The value of an option that nobody gives. */
function defaultOf(spec: OptionSpec): OptionValue {
  if ("default" in spec) return spec.default;
  return spec.kind === "teams" ? [] : false;
}

/** Values of all of a report's options: as given, otherwise the default. */
function withDefaults(
  specs: OptionSpecs,
  given: Readonly<Record<string, OptionValue>>,
): Readonly<Record<string, OptionValue>> {
  const defaults = Object.entries(specs).map(([name, spec]) => [name, defaultOf(spec)] as const);
  return { ...Object.fromEntries(defaults), ...given };
}

/** A column with how it is computed, where somebody explains it. */
function withMeaning(column: Column): Column {
  const meaning = meaningOf(column);
  return meaning === null ? column : { ...column, meaning };
}

/** A report with more notes, and with the names of the competencies that its columns hold. */
function completed(
  report: Report,
  { taxonomy, postmortems, window }: Query,
  notes: readonly string[],
): Report {
  return {
    ...report,
    sections: report.sections.map((section) => {
      return { ...section, columns: section.columns.map(withMeaning) };
    }),
    names: competencyNames(taxonomy),
    notes: [...report.notes, ...withheldTimesNotes(report, postmortems, window), ...notes],
  };
}

/** The query of a report that knows drafts: each incident once, drafts only where they are asked for. */
function withoutRepeats(
  specs: OptionSpecs,
  query: Query,
  options: Readonly<Record<string, OptionValue>>,
): { readonly query: Query; readonly notes: readonly string[] } {
  if (!(INCLUDE_DRAFTS in specs)) return { query, notes: [] };
  const found = countable(query.postmortems, options[INCLUDE_DRAFTS] === true, query.copies);
  const { postmortems, drafts } = found;
  return {
    // A report within another one is asked of incidents without drafts.
    query: { ...query, postmortems, drafts: drafts.length + (query.drafts ?? 0) },
    notes: countableNotes(found, query.window),
  };
}

/**
 * Declares a report; its file is listed in `index.ts`, and the command derives from it. No report
 * counts unconfirmed gaps and escalations unless its own option asks for them.
 */
export function defineReport<const O extends OptionSpecs>(report: ReportDefinition<O>): AnyReport {
  return {
    ...report,
    build: (query, given) => {
      const options = withDefaults(report.options, given);
      const values = options as OptionValues<O>;
      const { query: single, notes } = withoutRepeats(report.options, query, options);
      if (options[INCLUDE_SUGGESTED] === true)
        return completed(report.build(single, values), query, notes);
      const { postmortems } = single;
      const counted = postmortems.map(confirmedOnly);
      const unconfirmed = postmortems.filter((one, at) => counted[at] !== one);
      const confirmed = { ...single, postmortems: counted, unconfirmed };
      const left = unconfirmedNotes(unconfirmed, suggestedListsOf(report.needs));
      return completed(report.build(confirmed, values), query, [...notes, ...left]);
    },
  };
}
