import type { Problem, SharedFact, StatedValue } from "../../core/problem.ts";
import { isoInstant } from "../../core/time/calendar.ts";
import { defineProblemRule, type Wording } from "../problem-rule.ts";

const NAMES: Readonly<Record<SharedFact, string>> = {
  severity: "severity",
  service: "service",
  team: "team",
  source: "source of detection",
  trigger: "trigger",
  "gap kind": "kind of gap",
  "gap team": "team of gap",
  "escalation reason": "reason of escalation",
  "escalation competency": "competency of escalation",
  "action owner": "owner",
  "action due date": "due date",
  "action done date": "date done",
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
    hint: "Both count. If they are the same escalation, give both the same time or state it only once.",
  };
}

function wordMilestone({
  name,
  frontmatter,
  body,
}: Extract<Problem, { readonly kind: "two-milestones" }>): Wording {
  const says =
    frontmatter === null
      ? `\`${name}: unknown\``
      : `\`${frontmatter.value}\` (${lineOf(frontmatter)})`;
  return {
    message: `Unexpected \`${name}\` at ${body.value}: the frontmatter says ${says}`,
    hint: "Correct whichever is wrong; reports use the frontmatter.",
  };
}

export const factContradiction = defineProblemRule({
  id: "fact-contradiction",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A document does not state the same fact differently in two places.`,
  why: `The frontmatter wins over the body, and a key of \`pm\` wins over another tool's. The other value is not counted, so people who read it see a different fact from the one in the reports.`,
  helps: `\`pm gaps\` and \`pm escalations\` use the frontmatter; while the body disagrees, a reader who follows a figure to its sentence finds something else.`,
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
          hint: "Correct whichever is wrong; reports use the frontmatter.",
        };
      }
      case "two-keys": {
        const { key, stated, otherKey, other } = problem;
        return {
          message: `Unexpected \`${other.value}\` for \`${otherKey}\`: \`${key}\` says \`${stated.value}\` (${lineOf(stated)})`,
          hint: `State each fact once; \`${key}\` counts.`,
        };
      }
      case "two-milestones":
        return wordMilestone(problem);
      case "two-dates":
        return {
          message: `Unexpected date ${problem.body.value}: the frontmatter says \`${problem.frontmatter.value}\` (${lineOf(problem.frontmatter)})`,
          hint: "Correct whichever is wrong; reports use the frontmatter.",
        };
      case "known-duration": {
        const { title, name, length } = problem;
        return {
          message: `Unexpected ${title.toLowerCase()} of ${length}: the frontmatter says \`${name}: unknown\``,
          hint: `The duration counts. Write when it was in \`times.${name}\`, or remove the duration.`,
        };
      }
      case "unlisted-action":
        return {
          message: "Unexpected action in the body: the frontmatter lists the actions and lacks it",
          hint: "Keep all actions in one place; the frontmatter wins.",
        };
      default:
        return null;
    }
  },
});
