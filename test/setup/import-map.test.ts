import { expect, test } from "vitest";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import { parseImportMap, withImportMap } from "../../src/setup/import-map.ts";
import { CONTEXT } from "../support/context.ts";

function mapOf(text: string) {
  const read = parseImportMap({ path: "map.yaml", text }, CONTEXT);
  if (!read.ok) throw new Error(JSON.stringify(read.why));
  return { ...CONTEXT, ...withImportMap(CONTEXT, read.value) };
}

const MAP = `columns: { Schritt: action, Crew: owner, Until: due, Light: status }
states: { amber: in-progress, blau: dropped }
rows: { sirens: detected, smoke: started }
`;

test("a team's own columns, states and rows are read", () => {
  const text = `# Q

Date: 2026-03-14

## Timeline (UTC)

- 09:00 Smoke: the queue grows
- 09:10 Sirens: somebody comes

## Actions

| Schritt | Crew | Until | Light |
|---|---|---|---|
| Cap the heap | platform | 2026-04-01 | amber |
`;
  const { milestones, actions } = parsePostmortem({ path: "a.md", text }, mapOf(MAP));
  expect(new Date(milestones.started?.value ?? 0).toISOString()).toBe("2026-03-14T09:00:00.000Z");
  expect(milestones.detected?.source.how).toBe("stated");
  expect(
    actions.map(({ title, owner, due, status }) =>
      [title, owner, due, status].map((fact) => fact?.value),
    ),
  ).toEqual([["Cap the heap", "platform", "2026-04-01", "in-progress"]]);
});

test.each([
  ["columns: { Crew: ownr }", "ownr"],
  ["states: { amber: doing }", "doing"],
  ["rows: { smoke: begun }", "begun"],
])("%s is a problem with its place", (text, value) => {
  const read = parseImportMap({ path: "map.yaml", text: `${text}\n` }, CONTEXT);
  expect(read.ok ? [] : read.why.map(({ message }) => message).join()).toContain(value);
});
