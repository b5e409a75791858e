import { isoInstant } from "../../core/calendar.ts";
import type { SharedFact, StatedValue } from "../../core/problem.ts";
import { defineProblemRule, type Wording } from "../problem-rule.ts";

const NAMES: Readonly<Record<SharedFact, string>> = {
  "gap kind": "kind of gap",
  "gap team": "team of gap",
  "escalation reason": "reason of escalation",
  "escalation competency": "competency of escalation",
  "action owner": "owner",
  "action due date": "due date",
  "action status": "status",
};

function lineOf({ range }: Pick<StatedValue, "range">): string {
  return `line ${range.start.line}`;
}

function wordTimes(frontmatter: StatedValue<number>, body: StatedValue<number>): Wording {
  const written = body.written ?? isoInstant(body.value);
  const other = isoInstant(frontmatter.value);
  return {
    message: `Unexpected time \`${written}\` of an escalation: the frontmatter says \`${other}\` (${lineOf(frontmatter)})`,
    hint: "Both are counted. Give both the same time if they are one, else state them in one place.",
  };
}

/** A document does not state one fact differently in two places. */
export const factContradiction = defineProblemRule({
  id: "fact-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document does not state one fact differently in two places.`,
  why: `The frontmatter wins over the body, and a key of pm over another tool's, so what the other says is not counted, and its reader sees another fact than the reports do.`,
  helps: `\`pm gaps\` and \`pm escalations\` take the frontmatter's side; while the body says otherwise, a reader who follows a figure to its sentence finds another.`,
  bad: `---
title: Checkout stalled
status: draft
gaps:
  - competency: messaging.backpressure
    kind: coverage
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  good: `---
title: Checkout stalled
status: draft
---

## Contributing factors

- Lag was read as a traffic dip. (gap: messaging.backpressure, knowledge)
`,
  word: (problem) => {
    switch (problem.kind) {
      case "two-values": {
        const { fact, frontmatter, body } = problem;
        return {
          message: `Unexpected ${NAMES[fact]} \`${body.value}\`: the frontmatter says \`${frontmatter.value}\` (${lineOf(frontmatter)})`,
          hint: "State each fact once; the frontmatter wins.",
        };
      }
      case "two-times":
        return wordTimes(problem.frontmatter, problem.body);
      case "two-days": {
        const { frontmatter, timeline } = problem;
        return {
          message: `Unexpected \`date\` ${frontmatter.value}: the timeline says ${timeline.value} (${lineOf(timeline)})`,
          hint: "Mend whichever is wrong; the frontmatter's counts.",
        };
      }
      case "two-keys": {
        const { key, stated, otherKey, other } = problem;
        return {
          message: `Unexpected \`${other.value}\` for \`${otherKey}\`: \`${key}\` says \`${stated.value}\` (${lineOf(stated)})`,
          hint: `State each fact once; \`${key}\` counts.`,
        };
      }
      case "unlisted-action":
        return {
          message: "Unexpected action in the body: the frontmatter lists the actions and lacks it",
          hint: "Keep all actions in one place; the frontmatter's win.",
        };
      default:
        return null;
    }
  },
});
