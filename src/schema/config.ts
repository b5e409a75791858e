import { z } from "zod";
import { text, textList } from "./fields.ts";

const level = z.enum(["error", "warning", "off"]);
const count = z.number().int().min(1);

/** The schema of `pm.yaml`. Paths are relative to the file. */
export const configSchema = z.strictObject({
  folder: text.optional().describe("Where the postmortems are."),
  include: textList.optional().describe("Patterns of files that are postmortems."),
  exclude: textList.optional().describe("Patterns of files that are none."),
  taxonomy: text.optional().describe("The taxonomy file; default: the one that ships with pm."),
  templates: text.optional().describe("A folder of your own templates for pm new."),
  import_map: text
    .optional()
    .describe("Your own keys, headings and names, as pm import --map takes them."),
  time_zone: text.optional().describe("IANA name, for months and for times without a zone."),
  date_order: z
    .enum(["day-first", "month-first"])
    .optional()
    .describe("How dates such as 03/04/2026 are read; default: as the folder's clear ones are."),
  thresholds: z
    .strictObject({
      systemic_incidents: count.optional().describe("A gap is systemic from so many incidents …"),
      systemic_share: z
        .number()
        .gt(0)
        .max(1)
        .optional()
        .describe("… in at least this share of the incidents, 0.1 by default …"),
      systemic_contexts: count.optional().describe("… and in at least so many teams."),
      emerging_incidents: count
        .optional()
        .describe("A gap that rises is emerging from so many incidents."),
      extended_diagnosis: text.optional().describe("A duration: 60 minutes, 1h 30m."),
      small_count: count
        .optional()
        .describe("Figures that rest on fewer incidents are said to be small."),
    })
    .optional()
    .describe("On which figures verdicts and rules turn."),
  lint: z
    .strictObject({
      rules: z.record(z.string(), level).optional().describe("Levels: error, warning, off."),
      options: z
        .record(z.string(), z.record(z.string(), z.number().min(0)))
        .optional()
        .describe("Figures of rules: see `pm explain RULE`."),
      baseline: text.optional().describe("The file of known problems; default: pm-baseline.yaml."),
    })
    .optional()
    .describe("How pm lint judges."),
  new: z
    .strictObject({
      template_by_severity: z
        .record(z.string(), text)
        .optional()
        .describe("Severity: name of a template."),
    })
    .optional()
    .describe("How pm new starts a postmortem."),
});

/** A configuration file as written. */
export type ConfigFile = z.infer<typeof configSchema>;
