import type { Escalation, Gap } from "../../core/postmortem.ts";
import { defineRule, type RuleFinding } from "../define.ts";

const HINT =
  "If it is right, write `source: confirmed` or run pm suggest --confirm --write; otherwise remove the entry.";

function unconfirmedGap({ competency, source }: Gap): RuleFinding {
  const message = `Missing confirmation of the suggested gap \`${competency.value}\``;
  return { range: source.range, message, hint: HINT };
}

function unconfirmedEscalation({ from, to, source }: Escalation): RuleFinding {
  const ends = [from && `from \`${from.value}\``, to && `to \`${to.value}\``];
  const named = ["the suggested escalation", ...ends.filter((end) => end !== null)].join(" ");
  return { range: source.range, message: `Missing confirmation of ${named}`, hint: HINT };
}

export const suggestionUnconfirmed = defineRule({
  id: "suggestion-unconfirmed",
  defaultLevel: "warning",
  drafts: "same",
  summary: `Every gap or escalation that \`pm suggest\` wrote is confirmed or removed.`,
  why: `A suggestion rests on wording alone and may be wrong. Only someone who knows the incident can tell, so \`--fix\` never decides. Until then, no report counts it.`,
  helps: `\`pm gaps\` and \`pm escalations\` leave out unconfirmed entries; once confirmed, they count, and \`pm suggest\` learns from them.`,
  bad: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
gaps:
  - competency: messaging.backpressure
    kind: knowledge
    evidence: Lag was read as a traffic dip.
    source: suggested
---
`,
  good: `---
title: Checkout stalled
status: review
severity: P1
services: [checkout]
times:
  started: 2026-03-14T02:15:00Z
gaps:
  - competency: messaging.backpressure
    kind: knowledge
    evidence: Lag was read as a traffic dip.
---
`,
  *check({ gaps, escalations }): Iterable<RuleFinding> {
    // A tag of the same competency in the body answers the question.
    const tagged = new Set(
      gaps.flatMap(({ source, competency }) => (source.origin === "body" ? competency.value : [])),
    );
    for (const gap of gaps) {
      if (!gap.confirmed && !tagged.has(gap.competency.value)) yield unconfirmedGap(gap);
    }
    for (const one of escalations) if (!one.confirmed) yield unconfirmedEscalation(one);
  },
});
