import { agreement, marksOf } from "../core/document/same-escalation.ts";
import { type Escalation, type Fact, REASONS } from "../core/postmortem.ts";
import type { Problem } from "../core/problem.ts";
import { foldName } from "../core/taxonomy.ts";
import { differing, statedValue } from "./merge.ts";

/** The escalations of both, each once. */
interface MergedEscalations {
  readonly escalations: readonly Escalation[];
  readonly problems: readonly Problem[];
}

/** For each escalation of the frontmatter that of the body which states it again: those that agree on most first. */
function pair(
  frontmatter: readonly Escalation[],
  body: readonly Escalation[],
): ReadonlyMap<Escalation, Escalation> {
  const candidates = frontmatter.flatMap((one) =>
    body.map((other) => ({ one, other, shared: agreement(marksOf(one), marksOf(other)) })),
  );
  const pairs = new Map<Escalation, Escalation>();
  const taken = new Set<Escalation>();
  const likeliest = candidates.toSorted((a, b) => b.shared - a.shared);
  for (const { one, other, shared } of likeliest) {
    if (shared === 0 || pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

/** The reason as the frontmatter would write it; null where the body tells it in a sentence. */
function knownReason(reason: Fact<string> | null): Fact<string> | null {
  const id = REASONS.find((known) => reason && foldName(known) === foldName(reason.value));
  return reason && id ? { ...reason, value: id } : null;
}

function contradictions(one: Escalation, same: Escalation): readonly Problem[] {
  return [
    ...differing("escalation reason", one.reason, knownReason(same.reason)),
    ...differing("escalation competency", one.competency, same.competency),
  ];
}

/** What the frontmatter states, with what only the body has; a suggestion says nothing that the body does not. */
function merge(one: Escalation, same: Escalation): Escalation {
  if (!one.confirmed) return same;
  return {
    ...one,
    at: one.at ?? same.at,
    from: one.from ?? same.from,
    to: one.to ?? same.to,
    reason: one.reason ?? same.reason,
    competency: one.competency ?? same.competency,
  };
}

/** Where the two teams of an escalation meet in frontmatter and body, and at no common time. */
function doubtfulTimes(
  frontmatter: readonly Escalation[],
  body: readonly Escalation[],
): readonly Problem[] {
  return body.flatMap(({ at, from, to }): readonly Problem[] => {
    const near = frontmatter.find((one) => {
      const ends = { at: null, from: from?.value ?? null, to: to?.value ?? null };
      return one.at && agreement({ ...marksOf(one), at: null }, ends) === 2;
    });
    if (!at || !near?.at) return [];
    const both = { frontmatter: statedValue(near.at), body: statedValue(at) };
    return [{ kind: "two-times", ...both, range: at.source.range }];
  });
}

/**
 * The escalations of both: those of the frontmatter, which win and take what they lack from the
 * body's, then those that only the body states.
 */
export function mergeEscalations(
  frontmatter: readonly Escalation[],
  body: readonly Escalation[],
): MergedEscalations {
  const pairs = pair(frontmatter, body);
  const stated = new Set(pairs.values());
  const rest = body.filter((one) => !stated.has(one));
  const merged = frontmatter.map((one) => {
    const same = pairs.get(one);
    return same ? merge(one, same) : one;
  });
  const confirmed = frontmatter.filter((one) => one.confirmed);
  const alone = confirmed.filter((one) => !pairs.has(one));
  return {
    escalations: [...merged, ...rest],
    problems: [
      ...confirmed.flatMap((one) => {
        const same = pairs.get(one);
        return same ? contradictions(one, same) : [];
      }),
      ...doubtfulTimes(alone, rest),
    ],
  };
}
