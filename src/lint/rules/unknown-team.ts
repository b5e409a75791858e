import { namesPerson } from "../../core/people.ts";
import { defineUnknownTermRule } from "../unknown-term.ts";

/** A team is one that the taxonomy has. */
export const unknownTeam = defineUnknownTermRule({
  id: "unknown-team",
  noun: "team",
  summary: "A team is one that the taxonomy has.",
  why: `Teams tell a systemic gap from a local one and are the ends of every escalation. A name that the taxonomy lacks is merged into one unlisted team.`,
  helps: `\`pm gaps\` counts the teams of a gap before it calls it systemic; \`pm escalations\` draws the edges between them.`,
  bad: `---
title: Checkout stalled
status: draft
teams: [paymets]
---
`,
  good: `---
title: Checkout stalled
status: draft
teams: [payments]
---
`,
  terms: (taxonomy) => taxonomy.teams,
  values: ({ teams, gaps, escalations }) => {
    const sides = escalations.flatMap(({ from, to }) => [from, to]);
    const named = [...teams, ...gaps.map(({ team }) => team), ...sides];
    // A person is no unknown team: `team-is-person` speaks of it.
    return named.filter((fact) => fact === null || !namesPerson(fact.value));
  },
});
