import { z } from "zod";
import {
  DEFAULT_MINIMUM_PEOPLE,
  DEFAULT_PLAN_WEIGHTS,
  DEFAULT_THRESHOLDS,
  type PlanWeights,
} from "../core/settings/config.ts";
import { text, textList } from "./fields.ts";

const level = z.enum(["error", "warning", "off"]);
const count = z.number().int().min(1);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** A weight of the plan's score, with its default. */
function weight(name: keyof PlanWeights, what: string) {
  return z.number().min(0).optional().describe(`${what}; default: ${DEFAULT_PLAN_WEIGHTS[name]}.`);
}

/** The days of a week, Monday first, as `working_hours` names them. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The schema of `pm.yaml`. Paths are relative to the file. */
export const configSchema = z.strictObject({
  folder: text.optional().describe("Where the postmortems are; default: the folder of this file."),
  include: textList.optional().describe("Patterns of files that are postmortems."),
  exclude: textList.optional().describe("Patterns of files that are not postmortems."),
  taxonomy: text
    .optional()
    .describe("The taxonomy file; default: the taxonomy that ships with pm."),
  templates: text.optional().describe("Folder of your own templates for pm new."),
  import_map: text
    .optional()
    .describe("File with your own keys, headings and names, as for pm import --map."),
  language: text
    .optional()
    .describe(
      "Language of all documents, such as de; default: each document's own, recognised by its words.",
    ),
  vocabulary: text
    .optional()
    .describe("File with your own words, laid out as pm's vocabulary; they win over pm's."),
  interventions: text
    .optional()
    .describe("File of what was done about gaps, for pm impact; default: interventions.yaml."),
  members: text
    .optional()
    .describe(
      "File of who belongs to which team, for pm new --from; keep it out of the repository.",
    ),
  deploys: textList
    .optional()
    .describe("Exports of deployments, from GitHub, GitLab, Datadog or as CSV, for pm conditions."),
  time_zone: text
    .optional()
    .describe("Time zone of months and of times without a zone, as an IANA name; default: UTC."),
  working_hours: z
    .strictObject({
      days: z.array(z.enum(WEEKDAYS)).min(1).optional().describe("Default: mon to fri."),
      from: clock.describe("When work begins: 09:00."),
      until: clock.describe("When it ends: 17:30."),
    })
    .optional()
    .describe("When people are at work, in time_zone; pm trends groups incidents by it."),
  date_order: z
    .enum(["day-first", "month-first"])
    .optional()
    .describe(
      "How to read dates such as 03/04/2026; default: like the unambiguous dates in the folder.",
    ),
  thresholds: z
    .strictObject({
      systemic_incidents: count
        .optional()
        .describe(
          `A gap is systemic with at least this many incidents (default: ${DEFAULT_THRESHOLDS.systemicIncidents}) …`,
        ),
      systemic_share: z
        .number()
        .gt(0)
        .max(1)
        .optional()
        .describe(
          `… in at least this share of the incidents (default: ${DEFAULT_THRESHOLDS.systemicShare}) …`,
        ),
      systemic_contexts: count
        .optional()
        .describe(
          `… and in at least this many teams (default: ${DEFAULT_THRESHOLDS.systemicContexts}).`,
        ),
      emerging_incidents: count
        .optional()
        .describe(
          `A gap that rises is emerging with at least this many incidents; default: ${DEFAULT_THRESHOLDS.emergingIncidents}.`,
        ),
      extended_diagnosis: text
        .optional()
        .describe(
          `Longer diagnoses are extended: a duration such as 1h 30m; default: ${DEFAULT_THRESHOLDS.extendedDiagnosisMinutes} minutes.`,
        ),
      small_count: count
        .optional()
        .describe(
          `Reports say so if figures rest on fewer incidents; default: ${DEFAULT_THRESHOLDS.smallCount}.`,
        ),
    })
    .optional()
    .describe("The thresholds of verdicts and rules."),
  plan: z
    .strictObject({
      weights: z
        .strictObject({
          frequency: weight("frequency", "In how many incidents it was missing"),
          cost: weight("cost", "How much longer diagnosis took"),
          spread: weight("spread", "How many of the teams lacked it"),
          trend: weight("trend", "Whether it is rising"),
          unaddressed: weight("unaddressed", "Its incidents without an action for it"),
        })
        .optional()
        .describe("How much each part counts in the score, relative to the others."),
    })
    .optional()
    .describe("How pm plan ranks gaps."),
  privacy: z
    .strictObject({
      minimum_people: count
        .optional()
        .describe(
          `Reports show a team only if it has at least this many people; default: ${DEFAULT_MINIMUM_PEOPLE}.`,
        ),
      assume_team_size: count
        .optional()
        .describe("People in a team without a size; default: as many as are needed."),
    })
    .optional()
    .describe("Which teams reports show on their own."),
  public: z
    .strictObject({
      redact: textList
        .optional()
        .describe("Words and phrases to withhold; * stands for any characters of a word."),
      hosts: textList
        .optional()
        .describe("Public hosts, such as status.example.com: links to them stay; default: none."),
    })
    .optional()
    .describe("What pm share --as public withholds and pm share --check looks for."),
  llm: z
    .strictObject({
      endpoint: text
        .optional()
        .describe("Address of a service that speaks OpenAI's chat completions, with https."),
      model: text.optional().describe("The model that the endpoint is to use."),
      key_env: text
        .optional()
        .describe("Name of the environment variable that holds the key, such as PM_LLM_KEY."),
      command: textList
        .optional()
        .describe("A program with its arguments, in place of an endpoint: it reads the prompt."),
    })
    .optional()
    .describe("A language model for pm suggest --judge and pm new --draft; nothing else asks it."),
  lint: z
    .strictObject({
      rules: z
        .record(z.string(), level)
        .optional()
        .describe("Level of each rule: error, warning or off."),
      options: z
        .record(z.string(), z.record(z.string(), z.number().min(0)))
        .optional()
        .describe("Options of rules: see `pm explain RULE`."),
      roles: textList
        .optional()
        .describe("Roles that may own an action, besides the teams of the taxonomy."),
      baseline: text.optional().describe("File of known problems; default: pm-baseline.yaml."),
    })
    .optional()
    .describe("Settings of pm lint."),
  new: z
    .strictObject({
      template_by_severity: z
        .record(z.string(), text)
        .optional()
        .describe("Name of the template for each severity."),
    })
    .optional()
    .describe("Settings of pm new."),
});

/** A configuration file as written. */
export type ConfigFile = z.infer<typeof configSchema>;
