import { expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import { CONTEXT } from "../../support/context.ts";

const TAXONOMY = { ...CONTEXT.taxonomy, services: [] };

function servicesIn(body: string) {
  const text = `---\ntitle: A lag\nstatus: draft\n---\n\n${body}\n`;
  const { services } = parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
  return services.map(({ value }) => value);
}

test.each([
  [
    "sentences behind a colon",
    "- **Ledger** (`https://ledger.example`): Down. Stuck in `Creating`, no web page, no API.\n- **Mail relay**: Slow, but up.",
    ["Ledger", "Mail relay"],
  ],
  ["sentences behind a dash", "- Ledger — all writes failed, no reads", ["Ledger"]],
  ["several with what happened", "- ledger: down, mailer: slow", ["ledger", "mailer"]],
  ["several in one item", "- ledger, mailer (eu, us) and search", ["ledger", "mailer", "search"]],
  [
    "names in the first cell",
    "| Service | Impact |\n|---|---|\n| ledger (node1, node2) | Down, no writes |\n| Affected PVCs | Slow |\n| Import job 1859 | Failed |\n| DNS resolution (node1) | Failed |",
    ["ledger"],
  ],
  [
    "a host, a version, a number of a machine",
    "- a.int.example.net\n- mail v3.3.0\n- vol-05e03b60",
    [],
  ],
  ["a state", "- Synced\n- unavailable", []],
])("services below their heading: %s", (_name, list, expected) => {
  expect(servicesIn(`## Affected services\n\n${list}`)).toEqual(expected);
});

test("a state behind a label of services names none", () => {
  expect(servicesIn("Applications: Synced + Healthy (ledger: Progressing, slow)")).toEqual([]);
});

test.each([
  ["names of the program", "span.kind=server system=grpc"],
  ["a level", "level=error service=ledger"],
  ["a message", 'msg="unary call failed" service=ledger'],
])("a line of a log with %s names no service", (_name, line) => {
  expect(servicesIn(`## Cause\n\nThe error was:\n\n${line}`)).toEqual([]);
});

test("a line of an alert names its service", () => {
  expect(servicesIn("severity=critical service=ledger")).toEqual(["ledger"]);
});
