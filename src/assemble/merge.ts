import type { Action, Fact, Gap } from "../core/postmortem.ts";
import type { Problem, SharedFact, StatedValue } from "../core/problem.ts";
import { foldName } from "../core/taxonomy.ts";

/** A fact as a problem records it. */
export function statedValue<Value>({ value, written, source }: Fact<Value>): StatedValue<Value> {
  return { value, ...(written === undefined ? {} : { written }), range: source.range };
}

/** A problem where both state a fact and do not agree. */
export function differing(
  fact: SharedFact,
  frontmatter: Fact<string> | null,
  body: Fact<string> | null,
): readonly Problem[] {
  if (!frontmatter || !body || frontmatter.value === body.value) return [];
  const both = { frontmatter: statedValue(frontmatter), body: statedValue(body) };
  return [{ kind: "two-values", fact, ...both, range: body.source.range }];
}

/**
 * Whether a gap of the body is what one of the frontmatter states: one that `pm suggest` wrote only by
 * its own sentence, or it would take the place of what the body states of the competency.
 */
function isSameGap(gap: Gap, { competency, evidence }: Gap): boolean {
  if (competency.value !== gap.competency.value) return false;
  if (gap.confirmed || !gap.evidence || !evidence) return true;
  return foldName(gap.evidence.value) === foldName(evidence.value);
}

/** Gaps of both; where both state a competency the frontmatter wins, and takes what it lacks from the body. */
export function mergeGaps(
  frontmatter: readonly Gap[],
  body: readonly Gap[],
): { readonly gaps: readonly Gap[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rest = [...body];
  const merged = frontmatter.map((gap): Gap => {
    const index = rest.findIndex((other) => isSameGap(gap, other));
    const [same] = index === -1 ? [] : rest.splice(index, 1);
    if (!same) return gap;
    problems.push(...differing("gap kind", gap.kind, same.kind));
    problems.push(...differing("gap team", gap.team, same.team));
    return {
      ...gap,
      kind: gap.kind ?? same.kind,
      team: gap.team ?? same.team,
      phase: gap.phase ?? same.phase,
      evidence: gap.evidence ?? same.evidence,
      confirmed: gap.confirmed || same.confirmed,
    };
  });
  return { gaps: [...merged, ...rest], problems };
}

/** Where the body's actions differ from the frontmatter's, which win. */
export function actionContradictions(
  frontmatter: readonly Action[] | null,
  body: readonly Action[],
): readonly Problem[] {
  return (frontmatter === null ? [] : body).flatMap((action): readonly Problem[] => {
    const title = foldName(action.title.value);
    const same = frontmatter?.find((other) => foldName(other.title.value) === title);
    if (same) {
      return [
        ...differing("action owner", same.owner, action.owner),
        ...differing("action due date", same.due, action.due),
        ...differing("action status", same.status, action.status),
        ...differing("action done date", same.done, action.done),
      ];
    }
    return [{ kind: "unlisted-action", range: action.title.source.range }];
  });
}
