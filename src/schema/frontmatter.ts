import { z } from "zod";
import { ACTION_STATUSES, PHASES, REASONS, STATUSES } from "../core/postmortem.ts";
import type { Strictness } from "./fields.ts";
import { field, itemList, record, text, textList } from "./fields.ts";

const LEVELS = ["low", "moderate", "high"] as const;

function timesSchema(strictness: Strictness) {
  const instant = z
    .string()
    .describe("An instant with an offset (2026-03-14T02:15:00Z), or `unknown`.");
  return record(
    {
      started: field(instant, strictness),
      detected: field(instant, strictness),
      acknowledged: field(instant, strictness),
      diagnosed: field(instant, strictness),
      mitigated: field(instant, strictness),
      resolved: field(instant, strictness),
    },
    strictness,
  );
}

function gapSchema(strictness: Strictness) {
  return record(
    {
      competency: text.describe("Id of the competency that was missing."),
      kind: field(text.describe("Kind of gap, from the taxonomy."), strictness),
      team: field(text.describe("The team in which it was missing."), strictness),
      phase: field(z.enum(PHASES).describe("The phase that it slowed."), strictness),
      evidence: field(text.describe("A sentence that shows it."), strictness),
    },
    strictness,
  );
}

function escalationSchema(strictness: Strictness) {
  return record(
    {
      at: field(z.string().describe("When, as an instant with an offset."), strictness),
      from: field(text.describe("The team that asked."), strictness),
      to: field(text.describe("The team that was asked."), strictness),
      reason: field(z.enum(REASONS), strictness),
      competency: field(text.describe("The competency that was sought."), strictness),
    },
    strictness,
  );
}

function actionSchema(strictness: Strictness) {
  return record(
    {
      title: text,
      owner: field(text.describe("A team or a role, never a person."), strictness),
      due: field(z.string().describe("A date, 2026-04-15."), strictness),
      status: field(z.enum(ACTION_STATUSES), strictness),
      competency: field(text.describe("The competency that it builds."), strictness),
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
      familiarity: field(z.enum(["low", "mixed", "high"]), strictness),
      staffing: field(z.enum(["thin", "normal", "full"]), strictness),
      fatigue: field(z.enum(LEVELS), strictness),
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
      title: field(text, strictness),
      status: field(z.enum(STATUSES), strictness),
      published: field(
        z.string().describe("When the postmortem was published: a date, or an instant."),
        strictness,
      ),
      severity: field(text, strictness),
      services: field(textList.describe("The services that failed."), strictness),
      teams: field(textList.describe("The teams that responded."), strictness),
      detected_by: field(text, strictness),
      trigger: field(text.describe("What set it off."), strictness),
      causes: field(textList.describe("Why it could happen."), strictness),
      times: field(timesSchema(strictness), strictness),
      gaps: field(itemList(gapSchema(strictness), strictness), strictness),
      escalations: field(itemList(escalationSchema(strictness), strictness), strictness),
      actions: field(itemList(actionSchema(strictness), strictness), strictness),
      conditions: field(conditionsSchema(strictness), strictness),
      review: field(reviewSchema(strictness), strictness),
    },
    strictness,
  );
}

/** Frontmatter as far as it fits its schema. */
export type Frontmatter = z.infer<ReturnType<typeof frontmatterSchema>>;
