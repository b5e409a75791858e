import type { LevelSetting } from "../finding.ts";
import type { DateOrder } from "../time/calendar.ts";
import type { LanguageModel } from "./language-model.ts";

/** Figures on which verdicts and rules turn. Durations are in minutes. */
export interface Thresholds {
  /** Incidents from which a gap can be systemic. */
  readonly systemicIncidents: number;
  /** The share of incidents from which a gap can be systemic. */
  readonly systemicShare: number;
  /** Teams that lacked it, each in an incident of its own, from which a gap can be systemic. */
  readonly systemicContexts: number;
  /** Incidents from which a gap that rises by more than chance is emerging. */
  readonly emergingIncidents: number;
  /** A diagnosis that took longer is an extended one. */
  readonly extendedDiagnosisMinutes: number;
  /** A figure that rests on fewer incidents is said to be small. */
  readonly smallCount: number;
}

/** The thresholds of a team that sets none. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  systemicIncidents: 3,
  systemicShare: 0.1,
  systemicContexts: 2,
  emergingIncidents: 2,
  extendedDiagnosisMinutes: 60,
  smallCount: 5,
};

/** How much each part counts in the score that ranks a plan, relative to the others. */
export interface PlanWeights {
  /** In how many incidents it was missing. */
  readonly frequency: number;
  /** How much longer diagnosis took. */
  readonly cost: number;
  /** How many of the teams lacked it. */
  readonly spread: number;
  /** Whether it is rising. */
  readonly trend: number;
  /** In how many of its incidents no action addresses it. */
  readonly unaddressed: number;
}

/** What ranks a plan where the configuration says nothing. */
export const DEFAULT_PLAN_WEIGHTS: PlanWeights = {
  frequency: 3,
  cost: 3,
  spread: 2,
  trend: 1,
  unaddressed: 1,
};

/** When people are at work. */
export interface WorkingHours {
  /** ISO weekdays: 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight; work ends before the second one. */
  readonly from: number;
  readonly until: number;
}

/** How many people a group needs to be shown on its own. */
export interface PrivacySettings {
  readonly minimumPeople: number;
  /** People in a listed team without a size; null for as many as are needed. */
  readonly assumeTeamSize: number | null;
}

/** A group of fewer people could point to one of them. */
export const DEFAULT_MINIMUM_PEOPLE = 5;

/** What may stand in the public edition of a postmortem. */
export interface PublicSettings {
  /** Words and phrases to withhold; `*` stands for any characters of a word. */
  readonly redact: readonly string[];
  /** Hosts that are public, with those below them: links to them stay. */
  readonly hosts: readonly string[];
}

/** How a team uses `pm`: `pm.yaml` with its defaults filled in. Paths are absolute. */
export interface Config {
  /** The file itself; null where the defaults are used. */
  readonly path: string | null;
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The baseline of `pm lint`, whether or not it is there. */
  readonly baselinePath: string;
  /** Null for the taxonomy that ships with `pm`. */
  readonly taxonomyPath: string | null;
  /** A folder of the team's own templates. */
  readonly templatesPath: string | null;
  /** The team's own keys, headings and names. */
  readonly importMapPath: string | null;
  /** The language of all documents; null for as each is written. */
  readonly language: string | null;
  /** The team's own words; null where it has none. */
  readonly vocabularyPath: string | null;
  /** What was done about gaps; null for `interventions.yaml` beside the configuration, if there is one. */
  readonly interventionsPath: string | null;
  /** Who belongs to which team, for exports; null where there is no such file. */
  readonly membersPath: string | null;
  /** Exports of deployments. */
  readonly deployPaths: readonly string[];
  /** IANA name of the zone of months, and of times written without a zone. */
  readonly timeZone: string;
  /** Null where it is not said. */
  readonly workingHours: WorkingHours | null;
  /** How dates in numbers are read; null for as the folder's clear ones are. */
  readonly dateOrder: DateOrder | null;
  readonly thresholds: Thresholds;
  readonly planWeights: PlanWeights;
  readonly privacy: PrivacySettings;
  readonly publicEdition: PublicSettings;
  /** Null where none is set up. */
  readonly languageModel: LanguageModel | null;
  /** Roles that may own an action beside the teams, folded as names are compared. */
  readonly roles: ReadonlySet<string>;
  readonly ruleLevels: ReadonlyMap<string, LevelSetting>;
  /** Options that are set, by rule and by name. */
  readonly ruleOptions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The template that `pm new` takes for a severity. */
  readonly templateBySeverity: ReadonlyMap<string, string>;
}
