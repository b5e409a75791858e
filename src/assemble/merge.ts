import type { Action, Fact, Gap, Problem } from "../core/postmortem.ts";
import { foldName } from "../core/taxonomy.ts";

function contradiction(name: string, first: Fact<string>, second: Fact<string>): Problem {
  const at = `line ${first.source.range.start.line}`;
  return {
    ruleId: "fact-contradiction",
    message: `Unexpected ${name} \`${second.value}\`: the frontmatter says \`${first.value}\` (${at})`,
    hint: "State each fact once; the frontmatter wins.",
    range: second.source.range,
  };
}

/** A problem where both state a fact and do not agree. */
export function differing(
  name: string,
  first: Fact<string> | null,
  second: Fact<string> | null,
): readonly Problem[] {
  if (!first || !second || first.value === second.value) return [];
  return [contradiction(name, first, second)];
}

/** Gaps of both; where both state a competency the frontmatter wins, and takes what it lacks from the body. */
export function mergeGaps(
  frontmatter: readonly Gap[],
  body: readonly Gap[],
): { readonly gaps: readonly Gap[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const rest = [...body];
  const merged = frontmatter.map((gap): Gap => {
    const index = rest.findIndex(({ competency }) => competency.value === gap.competency.value);
    const [same] = index === -1 ? [] : rest.splice(index, 1);
    if (!same) return gap;
    problems.push(...differing("kind of gap", gap.kind, same.kind));
    problems.push(...differing("team of gap", gap.team, same.team));
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
        ...differing("owner", same.owner, action.owner),
        ...differing("due date", same.due, action.due),
        ...differing("status", same.status, action.status),
      ];
    }
    return [
      {
        ruleId: "fact-contradiction",
        message: "Unexpected action in the body: the frontmatter lists the actions and lacks it",
        hint: "Keep all actions in one place; the frontmatter wins.",
        range: action.title.source.range,
      },
    ];
  });
}
