import { type Fact, type Milestone, MILESTONES, type Postmortem } from "../core/postmortem.ts";

interface NamedMilestone {
  readonly name: Milestone;
  readonly fact: Fact<number>;
}

/** A milestone that is earlier than the one that comes before it. */
export interface Disorder {
  readonly early: NamedMilestone;
  readonly before: NamedMilestone;
}

/** Where the milestones that a document states are out of order. */
export function* disorderedMilestones({
  milestones,
}: Pick<Postmortem, "milestones">): Iterable<Disorder> {
  let before: NamedMilestone | null = null;
  for (const name of MILESTONES) {
    const fact = milestones[name];
    if (!fact || fact.source.how === "inferred") continue;
    const one = { name, fact };
    if (before && fact.value < before.fact.value) yield { early: one, before };
    if (name !== "acknowledged") before = one;
  }
}

/** Whether the frontmatter alone is out of order, whatever the timeline says. */
export function isInFrontmatter({ early, before }: Disorder): boolean {
  return [early, before].every(({ fact }) => fact.source.origin === "frontmatter");
}
