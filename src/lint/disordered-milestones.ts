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

type HasMilestones = Pick<Postmortem, "milestones">;

/** The milestones that are more than a reading of the wording, in their order. */
function certainMilestones({ milestones }: HasMilestones): readonly NamedMilestone[] {
  return MILESTONES.flatMap((name) => {
    const fact = milestones[name];
    return fact && fact.source.how !== "inferred" ? [{ name, fact }] : [];
  });
}

function* disordersOf(certain: readonly NamedMilestone[]): Iterable<Disorder> {
  let before: NamedMilestone | null = null;
  for (const one of certain) {
    if (before && one.fact.value < before.fact.value) yield { early: one, before };
    if (one.name !== "acknowledged") before = one;
  }
}

/** Where the milestones that a document states are out of order. */
export function disorderedMilestones(postmortem: HasMilestones): Iterable<Disorder> {
  return disordersOf(certainMilestones(postmortem));
}

/**
 * The two milestones, apart from each other, that only have to change places for all to be in order; null
 * where no two or several would do.
 */
export function swappedMilestones(postmortem: HasMilestones): Disorder | null {
  const certain = certainMilestones(postmortem);
  if ([...disordersOf(certain)].length < 2) return null;
  const swaps = certain.flatMap((before, at) =>
    certain.slice(at + 1).flatMap((early): readonly Disorder[] => {
      const fact = (one: NamedMilestone) =>
        one === before ? early.fact : one === early ? before.fact : one.fact;
      const exchanged = certain.map((one) => ({ name: one.name, fact: fact(one) }));
      return [...disordersOf(exchanged)].length === 0 ? [{ early, before }] : [];
    }),
  );
  const [only = null] = swaps;
  return swaps.length === 1 ? only : null;
}

/** Whether the frontmatter alone is out of order, whatever the timeline says. */
export function isInFrontmatter({ early, before }: Disorder): boolean {
  return [early, before].every(({ fact }) => fact.source.origin === "frontmatter");
}
