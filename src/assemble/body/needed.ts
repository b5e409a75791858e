import { type FactName, MILESTONES } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import type { FrontmatterFacts } from "../frontmatter/facts.ts";
import { labelStart } from "../labels/labels.ts";
import { listingStart } from "../people/listing-texts.ts";
import { mayHaveEscalations } from "../sections/cells.ts";
import { mayHaveGapTable } from "./gap-tables.ts";
import { TAG_START } from "./gap-tags.ts";

/** Whether the body may state under a label what the frontmatter leaves open. */
function mayHaveLabels(facts: FrontmatterFacts, body: string, context: AssembleContext): boolean {
  const { status, severity, services, teams, detectedBy, trigger, causes } = facts;
  const isOpen =
    [status, severity, detectedBy, trigger].includes(null) ||
    [services, teams, causes].some((list) => list.length === 0);
  return isOpen && labelStart(context.vocabulary).test(body);
}

/** Whether the frontmatter leaves a milestone open. */
function lacksMilestone(facts: FrontmatterFacts): boolean {
  return MILESTONES.some(
    (name) =>
      name !== "acknowledged" &&
      facts.milestones[name] === null &&
      !facts.unknownMilestones.includes(name),
  );
}

/** What of a body takes long to read, and need not be read for every question. */
export interface BodyParts {
  /** The day of the incident, its timeline and its milestones. */
  readonly times: boolean;
  /** The day alone, from which it is counted what is due. */
  readonly day: boolean;
  readonly actions: boolean;
  /** Whom the document lists. */
  readonly people: boolean;
  readonly prose: boolean;
  /** What a writer may have got wrong: only `pm lint` and `pm show` tell of it. */
  readonly slips: boolean;
}

/** Whether the frontmatter has a milestone with its time, by which alone it tells of an incident. */
function hasExactMilestone({ milestones }: FrontmatterFacts): boolean {
  return Object.values(milestones).some((fact) => fact && fact.source.precision !== "day");
}

/** What of a body has to be read to answer what is asked. */
export function neededParts(facts: FrontmatterFacts, needs: readonly FactName[]): BodyParts {
  const whole = needs.includes("everything") || needs.includes("prose");
  const people = whole || needs.includes("texts");
  const isOpen = lacksMilestone(facts) || !hasExactMilestone(facts);
  const tasks = needs.includes("actions") && facts.actions === null;
  return {
    times: whole || (needs.includes("milestones") && isOpen),
    day: tasks,
    // Owners are people whom the document lists.
    actions: people || tasks,
    people,
    prose: needs.includes("prose"),
    slips: needs.includes("everything"),
  };
}

/** Whether the frontmatter leaves open what is asked, so that the body must be parsed. */
export function bodyIsNeeded(
  facts: FrontmatterFacts,
  body: string,
  needs: readonly FactName[],
  context: AssembleContext,
): boolean {
  if (needs.length > 0 && mayHaveLabels(facts, body, context)) return true;
  return needs.some((need) => {
    switch (need) {
      case "title":
        return facts.title === null;
      case "milestones":
        return lacksMilestone(facts);
      case "gaps":
        return TAG_START.test(body) || mayHaveGapTable(body, context);
      case "escalations":
        return mayHaveEscalations(body, context);
      case "actions":
        return facts.actions === null;
      case "sections":
        return true;
      case "texts":
        // Whom the body lists is withheld wherever else the document names them.
        return listingStart(context.vocabulary).test(body);
      case "everything":
      case "prose":
        return true;
    }
  });
}
