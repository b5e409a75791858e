import type { Action, Escalation, Fact } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";

/** A competency that is written under another name than its id; the edit is there where nothing else stands in its place. */
function aliasOf({ value: id, written, source }: Fact<string>): readonly Problem[] {
  if (written === undefined) return [];
  const { range } = source;
  const isExact = range.end.offset - range.start.offset === written.length;
  return [
    { kind: "alias", written, id, range, ...(isExact ? { fix: [{ range, text: id }] } : {}) },
  ];
}

/** The competencies of actions and escalations in a body that are not written as their ids. */
export function bodyAliases(
  actions: readonly Action[],
  escalations: readonly Escalation[],
): readonly Problem[] {
  return [...actions, ...escalations].flatMap(({ competency }) =>
    competency === null ? [] : aliasOf(competency),
  );
}
