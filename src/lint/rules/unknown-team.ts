import { searchListed } from "../define.ts";
import { defineUnknownTermRule } from "../unknown-term.ts";

export const unknownTeam = defineUnknownTermRule({
  id: "unknown-team",
  noun: "team",
  summary: `Every team is in the taxonomy.`,
  why: `Teams tell a systemic gap from a local one, and they are the ends of every escalation. Names that the taxonomy lacks are merged into one unlisted team.`,
  helps: `\`pm gaps\` counts the teams of a gap before it calls it systemic; \`pm escalations\` shows which team asks which.`,
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
  values: ({ teams, gaps, escalations, listedNames }, { people }) => {
    const listed = searchListed({ listedNames }, people);
    const sides = escalations.flatMap(({ from, to }) => [from, to]);
    const named = [...teams, ...gaps.map(({ team }) => team), ...sides];
    // A person is not an unknown team: `team-is-person` reports that.
    return named.filter(
      (fact) => fact === null || !people.names(fact.written ?? fact.value, listed),
    );
  },
});
