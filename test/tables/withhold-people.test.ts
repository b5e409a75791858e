import fc from "fast-check";
import { expect, test } from "vitest";
import { confirmedOnly } from "../../src/core/document/confirmed.ts";
import type { Postmortem } from "../../src/core/postmortem.ts";
import type { Intervention } from "../../src/core/settings/intervention.ts";
import { tableFiles } from "../../src/tables/files.ts";
import { incidentKeys } from "../../src/tables/incident-keys.ts";
import { TABLES } from "../../src/tables/index.ts";
import { withholdPeople } from "../../src/tables/withhold-people.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { TAXONOMY } from "../support/build-query.ts";

/** Handles of nobody, and how they are withheld. */
const redact = (text: string) => text.replaceAll(/who\d/g, "[person]");
const parts = { source: "s", pathOf: ({ path }: Postmortem) => path, redact };

function documentOf(id: string, path: string): Postmortem {
  return buildPostmortem({
    ...{ id, path, times: { started: `2026-03-0${String((path.length % 9) + 1)}T10:00:00Z` } },
    gaps: [{ competency: "queues", evidence: `who1 did not know, nor ${id}.` }],
    actions: [{ title: `Teach ${id}` }, { title: "Teach who2" }],
    factors: [`Only ${id} knew.`],
  });
}

function exported(postmortems: readonly Postmortem[], interventionIds: readonly string[]) {
  const keys = incidentKeys(postmortems, parts);
  const trained = (id: string): Intervention => ({
    ...{ id, date: "2026-01-01", kind: "course", competency: "queues", teams: ["payments"] },
    ...{ hours: null, note: null },
  });
  const context = {
    ...{ source: "s", taxonomy: TAXONOMY, timeZone: "UTC", withSentences: true },
    interventions: interventionIds.map(trained),
    incidents: postmortems.map((incident, at) => ({
      ...{ key: keys[at] ?? "", incident, confirmed: confirmedOnly(incident), isCounted: true },
    })),
  };
  const files = withholdPeople(tableFiles(context, false), TABLES, redact);
  return new Map(
    files.map(({ table, fields, rows }) => [
      table,
      rows.map((row) => new Map(fields.map(({ name }, at) => [name, row[at]]))),
    ]),
  );
}

const ID = fc.constantFrom("a", "b", "[person]", "who1", "who2", "who1-outage", "who2-outage");
const PATH = fc.stringMatching(/^(?:x|who[123]){1,3}\.md$/);

test("keys name nobody, stay unique, and join", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(ID, PATH), { selector: ([, path]) => path, maxLength: 8 }),
      fc.uniqueArray(ID, { maxLength: 4 }),
      (written, interventionIds) => {
        const postmortems = written.map(([id, path]) => documentOf(id, path));
        const tables = exported(postmortems, interventionIds);
        const of = (table: string, column: string) =>
          (tables.get(table) ?? []).map((row) => row.get(column));
        for (const { name, key } of TABLES) {
          const keys = (tables.get(name) ?? []).map((row) =>
            JSON.stringify(key.map((column) => row.get(column))),
          );
          expect(new Set(keys).size, name).toBe(keys.length);
        }
        const cells = [...tables.values()].flatMap((rows) =>
          rows.flatMap((row) => [...row.values()]),
        );
        expect(cells.filter((cell) => /who\d/.test(String(cell)))).toEqual([]);
        for (const table of ["gaps", "gap_teams", "actions", "factors"]) {
          expect(of("incidents", "incident_key")).toEqual(
            expect.arrayContaining(of(table, "incident_key")),
          );
        }
        expect(of("gaps", "gap_key")).toEqual(expect.arrayContaining(of("gap_teams", "gap_key")));
        expect(of("intervention_teams", "intervention_id")).toEqual(
          of("interventions", "intervention_id"),
        );
      },
    ),
  );
});

test.each([
  ["an id without people", "a", "x.md", "s:a"],
  ["a person in the id", "who1-outage", "x.md", "s:[person]-outage~398842b6"],
  ["a person withheld before", "[person]-outage", "x.md", "s:[person]-outage~398842b6"],
  ["a person in id and path, who is in no hash", "who1", "who1.md", "s:[person]~66cd770a"],
])("the key of %s stays when others come", (_what, id, path, key) => {
  const one = documentOf(id, path);
  expect(incidentKeys([one], parts)).toEqual([key]);
  expect(incidentKeys([documentOf("who3-outage", "who3-long.md"), one], parts)[1]).toBe(key);
});

test("what nothing tells apart is numbered in the order of the folder", () => {
  const both = [documentOf("who1", "who1.md"), documentOf("who2", "who2.md")];
  expect(incidentKeys(both, parts)).toEqual(["s:[person]~66cd770a", "s:[person]~66cd770a-2"]);
});
