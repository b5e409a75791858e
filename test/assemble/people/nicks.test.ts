import { expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { COMPLETE_FACTS } from "../../support/complete-facts.ts";
import { CONTEXT, read } from "../../support/context.ts";

function namesIn(chat: string): readonly string[] {
  const { full, single } = read(
    `# The queue stalled\n\n## Summary\n\nIt was full.\n\n${chat}\n`,
  ).listedNames;
  return [...full, ...single].toSorted();
}

const CHAT =
  "[07:32] alert: lag\n[07:35] lena: looking\n[07:40] tomasz: lena is right\n[07:44] update: the lag falls\n[07:50] payments: we see errors\n[08:01] lena: restarted\n[08:05] tomasz: thanks lena";

test.each([
  ["behind times", CHAT],
  ["in a block of code", "```\n" + CHAT + "\n```"],
  ["in items", CHAT.replaceAll(/^\[(.*?)\]/gm, "- **$1**")],
  [
    "with a sign",
    "07:32 lena: lag\n07:35 tomasz: looking\n07:40 lena: ask @tomasz\n07:50 tomasz: @lena resolved",
  ],
  [
    "of themselves",
    "07:32 lena: I see lag\n07:35 tomasz: I'm in\n07:40 lena: restarted\n07:50 tomasz: resolved",
  ],
  [
    "above what they say",
    "lena 07:32\nlag\n\ntomasz 07:35\nthanks lena\n\nlena 07:40\ntomasz, restart it",
  ],
  [
    "by what is said of them",
    "07:32 **lena**: lag\n07:35 **tomasz**: looking\n07:40 **lena**: tomasz joins",
  ],
  ["in brackets", "07:32 <lena> lag\n07:35 <tomasz> looking\n07:40 <lena> resolved"],
  [
    "in brackets before the time",
    "```\n<lena> 07:32 lag\n<tomasz> 07:35 looking\n<lena> 07:40 resolved\n```",
  ],
])("who speaks in a chat in small letters is named: %s", (_form, chat) => {
  expect(namesIn(chat)).toEqual(["lena", "tomasz"]);
});

test("who speaks under a nick of a channel is named with its marks, however the brackets are written", () => {
  const chat = "07:32 < @Jo_> lag\n07:35 <quill|away> looking\n07:40 <Mira> resolved";
  const escaped = chat.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  for (const one of ["```\n" + chat + "\n```", escaped, escaped.replaceAll("&lt;", "\\<")]) {
    expect(namesIn(one)).toEqual(["Jo_", "Mira", "quill"]);
  }
});

test.each([
  [
    "labels",
    "07:32 alert: lag\n07:35 deploy: v42\n07:40 fix: rollback\n07:50 fix: looking good, thanks alert",
  ],
  [
    "tools",
    "07:32 kafka: lag\n07:35 grafana: lag\n07:40 kafka: lost the broker\n07:50 grafana: resolved",
  ],
  [
    "a team",
    "07:32 ledger: I see lag\n07:35 ledger: looking\n07:40 ledger: resolved by the ledger team",
  ],
  ["a service", "07:32 ledger: i see lag\n07:35 ledger: ok\n07:40 ledger: `ledger-api` restarted"],
  ["a bot", "07:32 pagebot: I page\n07:35 pagebot: I page\n07:40 pagebot: resolved"],
  ["two lines", "07:32 lena: I see lag\n07:35 lena: resolved"],
])("nobody: %s", (_kind, chat) => {
  expect(namesIn(chat)).toEqual([]);
});

test("such a name is withheld in a title, however little was read", () => {
  const text = `---\ntitle: lena drained the queue\n${COMPLETE_FACTS}\n---\n\n${CHAT}\n`;
  const shown = (needs?: readonly ("title" | "names")[]) =>
    withoutPeople(read(text, needs), peopleOf(CONTEXT)).title?.value;
  expect(shown()).toBe("[person] drained the queue");
  expect(shown(["title", "names"])).toBe("[person] drained the queue");
});
