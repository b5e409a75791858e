import { z } from "zod";
import {
  ACTION_STATUSES,
  ENTRY_SOURCES,
  MILESTONES,
  PHASES,
  REASONS,
  STATUSES,
} from "../core/postmortem.ts";
import {
  field,
  itemList,
  oneOf,
  record,
  type Strictness,
  termOf,
  termsOf,
  text,
} from "./fields.ts";

const LEVELS = ["low", "moderate", "high"] as const;

function timesSchema(strictness: Strictness) {
  const form =
    "An instant with an offset (2026-03-14T02:15:00Z), `unknown`, or `n/a` if it did not happen.";
  const instant = (what: string) => field(z.string().describe(`${what} ${form}`), strictness);
  return record(
    {
      started: instant("When it began."),
      detected: instant("When an alert or somebody noticed."),
      acknowledged: instant("When somebody took charge."),
      diagnosed: instant("When people knew what was wrong."),
      mitigated: instant("When the impact ended."),
      resolved: instant("When everything was back to normal."),
      inferred: field(
        z
          .array(z.enum(MILESTONES))
          .describe(
            "Those that pm import read from wording: they count as such. Remove a name once you have checked its time.",
          ),
        strictness,
      ),
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
      phase: field(
        oneOf(PHASES, strictness).describe("The phase that the gap slowed."),
        strictness,
      ),
      evidence: field(text.describe("A sentence that shows the gap."), strictness),
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
        oneOf(REASONS, strictness).describe(
          "Why the team was asked; only expertise shows a skill gap.",
        ),
        strictness,
      ),
      competency: field(
        termOf("competencies").describe("The competency that was sought."),
        strictness,
      ),
      evidence: field(text.describe("A sentence that describes the escalation."), strictness),
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
      due: field(z.string().describe("A date, such as 2026-04-15."), strictness),
      status: field(oneOf(ACTION_STATUSES, strictness).describe("Its state."), strictness),
      done: field(z.string().describe("The date on which it was done, 2026-04-20."), strictness),
      competency: field(
        termOf("competencies").describe("The competency that the action builds."),
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
        z.number().int().min(0).describe("How many people responded, never who."),
        strictness,
      ),
      familiarity: field(
        oneOf(["low", "mixed", "high"], strictness).describe(
          "How familiar the responders were with what failed.",
        ),
        strictness,
      ),
      staffing: field(
        oneOf(["thin", "normal", "full"], strictness).describe("How the team was staffed."),
        strictness,
      ),
      fatigue: field(
        oneOf(LEVELS, strictness).describe("How tired people were, as a group."),
        strictness,
      ),
    },
    strictness,
  );
}

function reviewSchema(strictness: Strictness) {
  return record(
    {
      due: field(z.string().describe("A date, such as 2026-06-01."), strictness),
      done: field(z.string().describe("The date on which the review was held."), strictness),
      criteria: field(text.describe("How you will judge whether the learning worked."), strictness),
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
      status: field(
        oneOf(STATUSES, strictness).describe("Fewer rules apply to drafts."),
        strictness,
      ),
      published: field(
        z.string().describe("When the postmortem was published: a date, or an instant."),
        strictness,
      ),
      severity: field(termOf("severities").describe("Severity, from the taxonomy."), strictness),
      services: field(termsOf("services").describe("The services that failed."), strictness),
      teams: field(termsOf("teams").describe("The teams that responded."), strictness),
      detected_by: field(
        termOf("detectionSources").describe("Who or what noticed the incident first."),
        strictness,
      ),
      trigger: field(termOf("triggers").describe("What set the incident off."), strictness),
      causes: field(termsOf("causes").describe("Why the incident could happen."), strictness),
      times: field(timesSchema(strictness).describe("The milestones, in order."), strictness),
      gaps: field(
        itemList(gapSchema(strictness), strictness).describe(
          "Competencies that were missing when they were needed; you can tag bullets in the body instead.",
        ),
        strictness,
      ),
      escalations: field(
        itemList(escalationSchema(strictness), strictness).describe(
          "Escalations from one team to another; a table with From and To in the body also counts.",
        ),
        strictness,
      ),
      actions: field(
        itemList(actionSchema(strictness), strictness).describe(
          "What will change; you can use a table in the body instead.",
        ),
        strictness,
      ),
      conditions: field(
        conditionsSchema(strictness).describe("The conditions under which people worked."),
        strictness,
      ),
      review: field(
        reviewSchema(strictness).describe(
          "The follow-up review of whether the learning took hold.",
        ),
        strictness,
      ),
    },
    strictness,
  );
}

/** Frontmatter as far as it fits its schema. */
export type Frontmatter = z.infer<ReturnType<typeof frontmatterSchema>>;
