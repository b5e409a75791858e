import { expect, test } from "vitest";
import { read } from "../support/context.ts";

/** The actions of a list as "title | status". */
function actionsOf(...lines: readonly string[]): readonly string[] {
  const { actions } = read(`## Actions\n\n${lines.join("\n")}\n`);
  return actions.map(({ title, status }) => `${title.value} | ${status?.value ?? "-"}`);
}

test.each<[name: string, lines: readonly string[], expected: readonly string[]]>([
  ["bullets", ["- Write a runbook", "- Add an alert"], ["Write a runbook | -", "Add an alert | -"]],
  ["numbers", ["1. Write a runbook"], ["Write a runbook | -"]],
  [
    "tasks",
    ["- [x] Write a runbook", "- [ ] Add an alert"],
    ["Write a runbook | done", "Add an alert | open"],
  ],
  ["a malformed box", ["- [] Write a runbook"], ["Write a runbook | open"]],
  [
    "a mark before",
    ["- DONE: Write a runbook", "- ✅ Add an alert"],
    ["Write a runbook | done", "Add an alert | done"],
  ],
  ["a mark in brackets", ["- [in progress] Write a runbook"], ["Write a runbook | in-progress"]],
  [
    "a mark behind",
    ["- Write a runbook (done)", "- Add an alert ✅", "- Split it – open"],
    ["Write a runbook | done", "Add an alert | done", "Split it | open"],
  ],
  ["a field", ["- Write a runbook (status: done, due: 2026-04-15)"], ["Write a runbook | done"]],
  [
    "words that are no marks",
    ["- Open the firewall", "- Closed-loop test", "- New alert"],
    ["Open the firewall | -", "Closed-loop test | -", "New alert | -"],
  ],
  [
    "nested below an area",
    [
      "- Monitoring:",
      "  - Add an alert",
      "  - Add a dashboard",
      "- Write a runbook",
      "  - for restores",
    ],
    ["Add an alert | -", "Add a dashboard | -", "Write a runbook | -"],
  ],
  ["a link alone", ["- [#2127](https://example.org/2127)"], ["#2127 | -"]],
])("%s", (_name, lines, expected) => {
  expect(actionsOf(...lines)).toEqual(expected);
});
