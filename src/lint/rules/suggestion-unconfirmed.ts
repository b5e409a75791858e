import type { Escalation, Gap } from "../../core/postmortem.ts";
import { defineRule, type Report } from "../define.ts";

const HINT =
  "Is it so? Then remove `source: suggested`, or write `source: confirmed`; else remove the whole entry.";

function unconfirmedGap({ competency, source }: Gap): Report {
  const message = `Missing confirmation of the suggested gap \`${competency.value}\``;
  return { range: source.range, message, hint: HINT };
}

function unconfirmedEscalation({ from, to, source }: Escalation): Report {
  const ends = [from && `from \`${from.value}\``, to && `to \`${to.value}\``];
  const named = ["the suggested escalation", ...ends.filter((end) => end !== null)].join(" ");
  return { range: source.range, message: `Missing confirmation of ${named}`, hint: HINT };
}

/** Nothing that `pm suggest` wrote waits to be confirmed. */
export const suggestionUnconfirmed = defineRule({
  id: "suggestion-unconfirmed",
  defaultLevel: "warning",
  drafts: "same",
  summary: `A gap or an escalation that \`pm suggest\` wrote is confirmed, or taken out.`,
  why: `A suggestion rests on wording alone, and may be wrong. Only somebody who knows the incident can say, so \`--fix\` never does. Until then no report counts it.`,
  helps: `\`pm gaps\` and \`pm escalations\` leave out what nobody has confirmed; confirmed, it counts, and \`pm suggest\` learns from it.`,
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
  *check({ gaps, escalations }): Iterable<Report> {
    for (const gap of gaps) if (!gap.confirmed) yield unconfirmedGap(gap);
    for (const one of escalations) if (!one.confirmed) yield unconfirmedEscalation(one);
  },
});
