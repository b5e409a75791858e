import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { recogniser } from "../../src/people/recogniser.ts";
import type { Actor } from "../../src/sources/define.ts";
import { namingOf, teamLookup } from "../../src/sources/people.ts";

const person = (...names: readonly string[]): Actor => ({ names, isProgram: false });
const program = (...names: readonly string[]): Actor => ({ names, isProgram: true });

const QUILL = person("U0QUILL01", "Quill Testington", "qtest", "quill.testington@example.com");
const WREN = person("U0WREN002", "Wren Fixturely", "wren");
const GRANT = person("U0GRANT03", "Grant Placeholder");
const WILL = person("U0WILL004", "will");

const hash = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

function naming(
  members: Readonly<Record<string, readonly string[]>> = {},
  actors: readonly Actor[] = [],
) {
  return namingOf({
    people: [QUILL, WREN, GRANT, WILL, program("U0BOT0005", "deploybot")],
    actors,
    teamOf: teamLookup(new Map(Object.entries(members))),
    recogniser: recogniser({
      ...{ notNames: ["oncall", "team"], annotations: [], amounts: null },
      groups: new Set(["payments"]),
    }),
    common: { stop: new Set(["will", "the"]), ordinary: new Set(["grant"]), and: ["and"] },
  });
}

describe("who acted is a team, where the file of members knows", () => {
  test.each<[string, readonly string[]]>([
    ["an address in any case", ["Quill.Testington@Example.com"]],
    ["a handle with its sign", ["@qtest"]],
    ["an id", ["U0QUILL01"]],
    ["a whole name", ["quill testington"]],
    ["a hash", [hash("quill.testington@example.com")]],
    ["the hash of a handle in capitals", [hash("qtest").toUpperCase().replace("SHA", "sha")]],
  ])("by %s", (_name, entries) => {
    const { label } = naming({ payments: entries });
    expect(label(person("U0QUILL01"))).toBe("payments");
    expect(label(WREN)).toBe("an engineer");
  });

  test("what other exports know of the same person counts, by a name that is theirs alone", () => {
    const { label } = naming({ payments: ["quill.testington@example.com"] });
    expect(label(person("PUSER01", "Quill Testington"))).toBe("payments");
    expect(label(person("Quill"))).toBe("an engineer");
  });

  test("a person in two teams is in none", () => {
    const members = { payments: ["qtest"], ledger: ["U0QUILL01"] };
    expect(naming(members).label(QUILL)).toBe("an engineer");
  });

  test("programs keep their name, unless it is a person's", () => {
    expect(naming().label(program("deploybot"))).toBe("deploybot");
    expect(naming().label(program("Quill Testington's bot"))).toBe("[person]'s bot");
  });
});

test.each<[string, string]>([
  [
    "<@U0QUILL01> looks, <@U0WREN002> too, <@U0NOBODY9> as well",
    "payments looks, an engineer too, an engineer as well",
  ],
  ["<@U0BOT0005> deploys", "a program deploys"],
  ["@qtest and @wren and @payments-oncall", "payments and [person] and @payments-oncall"],
  ["thanks Quill, QUILL, quill", "thanks [person], [person], [person]"],
  ["Wren Fixturely fixed it, says wren.", "[person] fixed it, says [person]."],
  ["Fixturely, Wren", "[person]"],
  ["mail quill.testington@example.com", "mail [person]"],
  ["Grant asks to grant access; he will", "[person] asks to grant access; he will"],
  ["Payments team knows", "Payments team knows"],
])("%s", (text, expected) => {
  expect(naming({ payments: ["qtest"] }).withoutPeople(text)).toBe(expected);
});

test("a first name that is a word is withheld in small letters where the person acted", () => {
  expect(naming({}, [person("U0GRANT03")]).withoutPeople("ask grant; he will")).toBe(
    "ask [person]; he will",
  );
});

test("either half of a double name is withheld", () => {
  const { withoutPeople } = namingOf({
    people: [person("Wren Fixturely-Sampleton")],
    actors: [],
    teamOf: () => null,
    recogniser: recogniser({
      ...{ notNames: [], annotations: [], amounts: null, groups: new Set<string>() },
    }),
    common: { stop: new Set(), ordinary: new Set(), and: ["and"] },
  });
  expect(withoutPeople("Fixturely is on call, not Sampleton or Sample")).toBe(
    "[person] is on call, not [person] or Sample",
  );
});

test.each([
  [
    "Zoë Ångström-Özil",
    "Zoe fixed it, see Angstroem and zoe",
    "[person] fixed it, see Angstroem and [person]",
  ],
  [
    "Zoe Muller",
    "Zoë Müller for zoé and ZOË, für Özil",
    "[person] for [person] and [person], für Özil",
  ],
  ["Anna Mueller", "Müller or MÜLLER, not Muller", "[person] or [person], not Muller"],
  ["Zoë Ångström", "Aangstroem and Angstrom", "[person] and [person]"],
  ["Jürgen Müßig", "Juergen, Jurgen Muessig and Mussig", "[person], [person] and [person]"],
  ["Łukasz Żak", "Lukasz Zak", "[person]"],
  ["Quill O'Testing", "O’Testing, O'Testing and OTesting", "[person], [person] and [person]"],
  ["Quill O’Testing", "Quill O'Testing", "[person]"],
  ["Quill 🚀", "quill and Quill", "[person] and [person]"],
  ["QUILLON", "Quillon and QUILLON", "[person] and [person]"],
  ["U0QUILL01", "U0QUILL01", "U0QUILL01"],
])("%s is withheld as keyboards and people write it", (name, text, withheld) => {
  const { withoutPeople } = namingOf({
    people: [person(name)],
    ...{ actors: [], teamOf: () => null },
    recogniser: recogniser({ notNames: [], annotations: [], amounts: null, groups: new Set() }),
    common: { stop: new Set(["and"]), ordinary: new Set(), and: ["and"] },
  });
  expect(withoutPeople(text)).toBe(withheld);
});
