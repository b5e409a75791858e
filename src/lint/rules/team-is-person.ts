import { namesPerson } from "../../core/people.ts";
import { defineRule, type Report } from "../define.ts";

/** A team is a team, not a person. */
export const teamIsPerson = defineRule({
  id: "team-is-person",
  defaultLevel: "error",
  drafts: "same",
  summary: `A team is a team, not a person.`,
  why: `Postmortems are about systems, teams and skills. A person among the teams would become a row of a report.`,
  helps: `\`pm gaps\` and \`pm escalations\` group by team: a team that is a person would make them a table about that person.`,
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
  *check({ teams, gaps, escalations }): Iterable<Report> {
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
