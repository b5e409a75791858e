import fc from "fast-check";
import { expect, test } from "vitest";
import { timelineRows } from "../../src/jobs/new/draft-texts.ts";
import { peopleOf } from "../../src/people/people-of.ts";
import { mergeEvents } from "../../src/sources/merge.ts";
import { namingOf, teamLookup } from "../../src/sources/people.ts";
import { rowsOf } from "../../src/sources/rows.ts";
import { CONTEXT } from "../support/context.ts";
import { collected } from "./collected.ts";

/** A person as exports list them: each word of the name is unlike any other word. */
interface Planted {
  readonly first: string;
  readonly last: string;
}

const PEOPLE: readonly Planted[] = [
  { first: "Quillon", last: "Testington" },
  { first: "Wrenna", last: "Fixturely" },
  { first: "Žofja", last: "Zkušebníková" },
  { first: "Ιφιγέν", last: "Δοκιμάκη" },
  { first: "Xylo", last: "van der Proefman" },
];

const login = ({ first, last }: Planted) =>
  `${first[0] ?? ""}${last.replaceAll(" ", "")}`
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");

/** How people are written in channels, notes and titles. */
const SPELLINGS: readonly ((person: Planted) => string)[] = [
  ({ first, last }) => `${first} ${last}`,
  ({ first, last }) => `${last}, ${first}`,
  ({ first, last }) => `${first} ${last}`.toUpperCase(),
  ({ first, last }) => `${first} ${last}`.toLowerCase(),
  ({ first }) => first,
  ({ first }) => first.toLowerCase(),
  ({ first }) => first.toUpperCase(),
  ({ first }) => `${first}'s`,
  ({ first }) => `**${first}**`,
  ({ first }) => `(${first.toLowerCase()})`,
  ({ last }) => last.split(" ").at(-1) ?? last,
  (person) => login(person),
  (person) => `@${login(person)}`,
  (person) => `${login(person)}@example.com`,
  (person) => `<mailto:${login(person)}@example.com|${login(person)}@example.com>`,
  (person) => `<@U0${PEOPLE.indexOf(person)}000001>`,
  (person) => `https://example.com/~${login(person)}`,
];

const USERS = PEOPLE.map((person, index) => ({
  ...{ id: `U0${index}000001`, name: login(person), real_name: `${person.first} ${person.last}` },
  profile: { email: `${login(person)}@example.com`, display_name: person.first },
}));

async function draftRows(said: readonly string[]): Promise<string> {
  const messages = said.map((text, index) => ({
    ...{ type: "message", ts: `${1773454860 + index * 300}.0`, user: USERS[index % 5]?.id, text },
  }));
  const bot = {
    type: "message",
    subtype: "bot_message",
    username: said[0],
    ts: "1773454000.0",
    text: "x",
  };
  const entries = [...USERS, ...messages, bot];
  const pages = {
    log_entries: said.map((summary, index) => ({
      ...{ type: "annotate_log_entry", created_at: "2026-03-14T02:30:00Z", channel: { summary } },
      ...{ agent: { type: "user_reference", summary: USERS[index % 5]?.real_name } },
      html_url: `https://example.pagerduty.com/users/${login(PEOPLE[index % 5] ?? PEOPLE[0] ?? { first: "", last: "" })}`,
    })),
  };
  const slack = await collected(JSON.stringify(entries));
  const pagerduty = await collected(JSON.stringify(pages));
  const events = [...slack.events, ...pagerduty.events];
  const naming = namingOf({
    people: [...slack.people, ...pagerduty.people],
    actors: events.flatMap(({ actor }) => actor ?? []),
    teamOf: teamLookup(new Map([["payments", [USERS[0]?.id ?? ""]]])),
    recogniser: peopleOf(CONTEXT),
    common: {
      stop: new Set(CONTEXT.vocabulary.stop_words),
      ordinary: new Set(CONTEXT.vocabulary.people.ordinary),
      and: ["and"],
    },
  });
  return timelineRows(rowsOf(mergeEvents(events, ["pagerduty", "slack"]).rows, naming));
}

const WORDS = PEOPLE.flatMap((person) => [
  ...person.first.split(" "),
  ...person.last.split(" ").filter((word) => word.length > 3),
  login(person),
]).map((word) => word.toLowerCase().normalize("NFC"));

test("no word of a name that an export lists is in the timeline, however it is written", async () => {
  const named = fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...SPELLINGS))
    .map(([person, spell]) => spell(person));
  const said = fc
    .tuple(
      fc.constantFrom("ask ", "", "thanks, ", "rolled back with "),
      named,
      fc.constantFrom("", " is on it", "? queue is full", ", "),
    )
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (texts) => {
      const rows = (await draftRows(texts)).toLowerCase().normalize("NFC");
      for (const word of WORDS) expect(rows).not.toContain(word);
      expect(rows).not.toMatch(/u0\d0{5}1/);
    }),
    { numRuns: 150 },
  );
});
