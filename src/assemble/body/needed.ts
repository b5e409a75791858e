import { type FactName, MILESTONES } from "../../core/postmortem.ts";
import type { AssembleContext } from "../context.ts";
import type { FrontmatterFacts } from "../frontmatter/facts.ts";
import { labelStart } from "../labels/labels.ts";
import { listingStart } from "../people/listing-texts.ts";
import { mayHaveEscalations } from "../sections/cells.ts";
import { TAG_START } from "./gap-tags.ts";

/** Whether the body may state under a label what the frontmatter leaves open. */
function mayHaveLabels(facts: FrontmatterFacts, body: string, context: AssembleContext): boolean {
  const { status, severity, services, teams, detectedBy, trigger, causes } = facts;
  const isOpen =
    [status, severity, detectedBy, trigger].includes(null) ||
    [services, teams, causes].some((list) => list.length === 0);
  return isOpen && labelStart(context.vocabulary).test(body);
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
        return MILESTONES.some(
          (name) =>
            name !== "acknowledged" &&
            facts.milestones[name] === null &&
            !facts.unknownMilestones.includes(name),
        );
      case "gaps":
        return TAG_START.test(body);
      case "escalations":
        return facts.escalations === null || mayHaveEscalations(body, context);
      case "actions":
        return facts.actions === null;
      case "texts":
        // Whom the body lists is withheld wherever else the document names them.
        return listingStart(context.vocabulary).test(body);
      case "everything":
      case "prose":
        return true;
    }
  });
}
