import type { Problem } from "../../core/problem.ts";
import { defineProblemRule } from "../problem-rule.ts";

type LocalTime = Extract<Problem, { kind: "local-time" }>;

function hintFor(problem: LocalTime): string {
  const { zone, expected, isSure, isAmbiguous, isRefuted, readIn } = problem;
  if (isRefuted) {
    return `The document states ${zone ?? ""}, but its timeline tells another time: write the offset you mean.`;
  }
  if (expected === null) {
    return `Add one: \`Z\` or \`+02:00\`. It is read as ${readIn}; if that is right, pm lint --fix --unsafe-fixes writes it.`;
  }
  if (isSure) {
    const until = zone === readIn ? "" : ` Until then it is read as ${readIn}.`;
    return `The document states ${zone ?? ""}; pm lint --fix writes it.${until}`;
  }
  if (isAmbiguous) return `Several zones are called ${zone ?? ""}: write the offset you mean.`;
  return `${zone ?? ""} is not in force on that day; it is read as local time. Write the offset you mean.`;
}

export const milestoneOffset = defineProblemRule({
  id: "milestone-offset",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every milestone states its UTC offset.`,
  why: `Without an offset a time could be in any zone, and incidents in two places could not be compared. Times to detect and to diagnose rest on it.`,
  helps: `\`pm ttd\` subtracts instants and \`--since\` compares them: an hour of doubt in the document is an hour of error in the figure.`,
  bad: `---
title: Checkout stalled
status: draft
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00
---
`,
  good: `---
title: Checkout stalled
status: draft
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
---
`,
  word: (problem) => {
    if (problem.kind !== "local-time") return null;
    const { written, hasZoneName, expected, clockChange } = problem;
    if (clockChange !== null) {
      const zone = problem.zone ?? problem.readIn;
      const how = clockChange === "twice" ? "comes twice that night" : "does not exist on that day";
      const message = `Unexpected time: \`${written}\` ${how} in ${zone}`;
      return { message, hint: "Clocks change then: write the offset you mean." };
    }
    const what = hasZoneName ? "with a zone's name for its offset" : "without an offset";
    const known = expected === null ? " could be any zone's" : `, expected ${expected}`;
    return { message: `Unexpected time ${what}: \`${written}\`${known}`, hint: hintFor(problem) };
  },
});
