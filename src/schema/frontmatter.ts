import { z } from "zod";
import { ACTION_STATUSES, ENTRY_SOURCES, PHASES, REASONS, STATUSES } from "../core/postmortem.ts";
import { field, itemList, record, type Strictness, termOf, termsOf, text } from "./fields.ts";

const LEVELS = ["low", "moderate", "high"] as const;

function timesSchema(strictness: Strictness) {
  const form = "An instant with an offset (2026-03-14T02:15:00Z), or `unknown`.";
  const instant = (what: string) => field(z.string().describe(`${what} ${form}`), strictness);
  return record(
    {
      started: instant("When it began."),
      detected: instant("When somebody, or an alert, noticed."),
      acknowledged: instant("When somebody took it on."),
      diagnosed: instant("When it was known what was wrong."),
      mitigated: instant("When its effects ended."),
      resolved: instant("When all was well again."),
    },
    strictness,
  );
}

function sourceField(strictness: Strictness) {
  const form = "`suggested`: by pm suggest, and in no report until confirmed.";
  return field(z.enum(ENTRY_SOURCES).describe(form), strictness);
}

function gapSchema(strictness: Strictness) {
  return record(
    {
      competency: termOf("competencies").describe("Id of the competency that was missing."),
      kind: field(termOf("kinds").describe("Kind of gap, from the taxonomy."), strictness),
      team: field(termOf("teams").describe("The team in which it was missing."), strictness),
      phase: field(z.enum(PHASES).describe("The phase that it slowed."), strictness),
      evidence: field(text.describe("A sentence that shows it."), strictness),
      source: sourceField(strictness),
    },
    strictness,
  );
}

function escalationSchema(strictness: Strictness) {
  return record(
    {
      at: field(z.string().describe("When, as an instant with an offset."), strictness),
      from: field(termOf("teams").describe("The team that asked."), strictness),
      to: field(termOf("teams").describe("The team that was asked."), strictness),
      reason: field(
        z.enum(REASONS).describe("What was sought; only expertise is a skill."),
        strictness,
      ),
      competency: field(
        termOf("competencies").describe("The competency that was sought."),
        strictness,
      ),
      evidence: field(text.describe("A sentence that tells of it."), strictness),
      source: sourceField(strictness),
    },
    strictness,
  );
}

function actionSchema(strictness: Strictness) {
  return record(
    {
      title: text.describe("What will change."),
      owner: field(text.describe("A team or a role, never a person."), strictness),
      due: field(z.string().describe("A date, 2026-04-15."), strictness),
      status: field(z.enum(ACTION_STATUSES).describe("Where it stands."), strictness),
      done: field(z.string().describe("The date on which it was done, 2026-04-20."), strictness),
      competency: field(
        termOf("competencies").describe("The competency that it builds."),
        strictness,
      ),
    },
    strictness,
  );
}

function conditionsSchema(strictness: Strictness) {
  return record(
    {
      responders: field(
        z.number().int().min(0).describe("How many people, never who."),
        strictness,
      ),
      familiarity: field(
        z.enum(["low", "mixed", "high"]).describe("How well the responders knew what failed."),
        strictness,
      ),
      staffing: field(
        z.enum(["thin", "normal", "full"]).describe("How the team was staffed."),
        strictness,
      ),
      fatigue: field(z.enum(LEVELS).describe("How tired people were, as a group."), strictness),
    },
    strictness,
  );
}

function reviewSchema(strictness: Strictness) {
  return record(
    {
      due: field(z.string().describe("A date, 2026-06-01."), strictness),
      done: field(z.string().describe("The date on which it was held."), strictness),
      criteria: field(text.describe("By what the learning is judged."), strictness),
    },
    strictness,
  );
}

/** The schema of a postmortem's frontmatter; every key may be left out where the body has it. */
export function frontmatterSchema(strictness: Strictness) {
  return record(
    {
      id: field(text.describe("Default: the file name."), strictness),
      title: field(text.describe("What broke, for whom."), strictness),
      status: field(z.enum(STATUSES).describe("A draft is judged by fewer rules."), strictness),
      published: field(
        z.string().describe("When the postmortem was published: a date, or an instant."),
        strictness,
      ),
      severity: field(
        termOf("severities").describe("How bad it was, from the taxonomy."),
        strictness,
      ),
      services: field(termsOf("services").describe("The services that failed."), strictness),
      teams: field(termsOf("teams").describe("The teams that responded."), strictness),
      detected_by: field(
        termOf("detectionSources").describe("Who or what noticed first."),
        strictness,
      ),
      trigger: field(termOf("triggers").describe("What set it off."), strictness),
      causes: field(termsOf("causes").describe("Why it could happen."), strictness),
      times: field(timesSchema(strictness).describe("The milestones, in their order."), strictness),
      gaps: field(
        itemList(gapSchema(strictness), strictness).describe(
          "Competencies that were missing when they were needed; or tag bullets in the body.",
        ),
        strictness,
      ),
      escalations: field(
        itemList(escalationSchema(strictness), strictness).describe(
          "Hand-overs from one team to another; or a table with From and To in the body.",
        ),
        strictness,
      ),
      actions: field(
        itemList(actionSchema(strictness), strictness).describe(
          "What will change; or a table in the body.",
        ),
        strictness,
      ),
      conditions: field(
        conditionsSchema(strictness).describe("Under what conditions people worked."),
        strictness,
      ),
      review: field(
        reviewSchema(strictness).describe("The look back at whether the learning took hold."),
        strictness,
      ),
    },
    strictness,
  );
}

/** Frontmatter as far as it fits its schema. */
export type Frontmatter = z.infer<ReturnType<typeof frontmatterSchema>>;
