import { namesPerson } from "../../people/people.ts";
import { defineRule, type RuleFinding } from "../define.ts";

export const teamIsPerson = defineRule({
  id: "team-is-person",
  defaultLevel: "error",
  drafts: "same",
  summary: `Every team is a team, not a person.`,
  why: `Postmortems are about systems, teams and skills. A person listed as a team would become a row in a report.`,
  helps: `\`pm gaps\` and \`pm escalations\` group by team; with a person listed as one, the table would be about that person.`,
  bad: `---
title: Checkout stalled
status: draft
teams: ["@alex"]
---
`,
  good: `---
title: Checkout stalled
status: draft
teams: [payments]
---
`,
  *check({ teams, gaps, escalations }): Iterable<RuleFinding> {
    const sides = escalations.flatMap(({ from, to }) => [from, to]);
    for (const fact of [...teams, ...gaps.map(({ team }) => team), ...sides]) {
      if (fact === null || !namesPerson(fact.value)) continue;
      yield {
        range: fact.source.range,
        message: "Unexpected person, expected a team",
        hint: "Name the team or the role.",
      };
    }
  },
});
