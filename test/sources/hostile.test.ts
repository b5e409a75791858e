import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ranked } from "../../src/jobs/new/draft-facts.ts";
import { fillTemplate, type TemplateValues } from "../../src/jobs/new/template.ts";
import { runRules } from "../../src/lint/run.ts";
import { recogniser } from "../../src/people/recogniser.ts";
import { actorsOf } from "../../src/sources/fields.ts";
import { SOURCES } from "../../src/sources/index.ts";
import { mergeEvents } from "../../src/sources/merge.ts";
import { namingOf, teamLookup } from "../../src/sources/people.ts";
import { proposeEscalations, proposeMilestones } from "../../src/sources/proposals.ts";
import { lineWithoutPeople, oneLine, rowsOf } from "../../src/sources/rows.ts";
import { buildLintRun } from "../support/lint-document.ts";
import { ROOT } from "../support/root.ts";
import { collected, eventLine } from "./collected.ts";
import { VENDOR_ENTRIES } from "./vendor-entries.ts";

const VENDORS = Object.entries(VENDOR_ENTRIES);

test("there are entries of every tool that exports JSON", () => {
  const names = SOURCES.map(({ name }) => name).filter((name) => name !== "csv");
  expect(VENDORS.map(([name]) => name).toSorted()).toEqual(names.toSorted());
});

/** What stands around entries: pages, answers of an API, log files. */
const AROUND: readonly (readonly [string, (entries: readonly unknown[]) => string])[] = [
  ["a line each", (entries) => entries.map((one) => JSON.stringify(one)).join("\r\n")],
  ["a page each", (entries) => entries.map((one) => JSON.stringify([one])).join("")],
  ["pages in a list", (entries) => JSON.stringify(entries.map((one) => [one]))],
  ["a list under a usual key", (entries) => JSON.stringify({ incidents: entries, more: false })],
  ["a list under any key", (entries) => JSON.stringify({ count: 9, found: entries, next: null })],
  ["a list of an answer", (entries) => JSON.stringify({ ok: true, data: { items: entries } })],
  ["white space", (entries) => ` \n${JSON.stringify(entries, null, 4)}\n\n`],
];

describe.each(VENDORS)("entries of %s", (vendor, entries) => {
  test("are found whatever stands around them", async () => {
    const plain = await collected(JSON.stringify(entries));
    const expected = plain.events.map(eventLine).toSorted();
    expect(plain.files[0]).toMatchObject({ reader: { name: vendor }, broken: [], cut: null });
    for (const [name, write] of AROUND) {
      const { events, files } = await collected(write(entries));
      // An incident that stands alone yields its updates one by one.
      const found = events.map(eventLine).filter((line) => !line.includes("Status page: created"));
      if (vendor !== "statuspage") expect(found.toSorted(), name).toEqual(expected);
      expect(files[0], name).toMatchObject({ reader: { name: vendor }, broken: [], useless: null });
    }
  });

  test("are found alone, and in an answer of their own", async () => {
    const [first] = entries;
    for (const content of [
      first,
      [first],
      { data: first },
      { ok: true, result: { value: first } },
    ]) {
      const { files } = await collected(JSON.stringify(content));
      expect(files[0]).toMatchObject({ reader: { name: vendor }, broken: [] });
      expect(files[0]?.events).toBeGreaterThan(0);
    }
  });

  test("stay readable among what is none, which is counted and named", async () => {
    const { files } = await collected(JSON.stringify([null, ...entries, 7, "x", [], {}, true]));
    expect(files[0]?.broken.map(({ index }) => index)).toEqual([
      ...[1, ...[2, 3, 4, 5, 6].map((at) => entries.length + at)],
    ]);
  });
});

test.each([
  ["[]", "it holds no entry"],
  ["{}", null],
  ['{"incidents":[]}', "it holds no entry"],
  ['{"incidents":[],"limit":25,"more":false}', "it holds no entry"],
  ["time,text\n", "it holds no entry"],
])("an export without entries says so: %s", async (text, useless) => {
  const { files } = await collected(text);
  expect(files).toMatchObject([{ reader: null, broken: [], cut: null, useless }]);
});

test.each([
  ["seconds", 1773454860],
  ["seconds as text", "1773454860"],
  ["milliseconds", 1773454860000],
  ["microseconds", 1773454860000000],
  ["nanoseconds as text", "1773454860000000000"],
  ["ISO 8601", "2026-03-14T02:21:00Z"],
  ["with a fraction", "2026-03-14T02:21:00.000000Z"],
  ["with an offset", "2026-03-14T03:21:00+01:00"],
  ["with an offset without a colon", "2026-03-14 03:21:00 +0100"],
])("a time in %s", async (_form, ts) => {
  const { events } = await collected(
    JSON.stringify([{ type: "message", user: "U1", text: "x", ts }]),
  );
  expect(events.map(({ at }) => at)).toEqual([Date.UTC(2026, 2, 14, 2, 21)]);
});

test.each([
  ["a&nbsp;b &lt;5 %&#39;s &amp; more", "a b <5 %'s & more"],
  ["&#x1F525; &unheard; &amp;lt;", "🔥 &unheard; &lt;"],
  ["x&#0;&#27;[31m&#99999999;", "x[31m&#99999999;"],
])("what HTML writes by name is read: %s", (text, plain) => {
  expect(oneLine(text)).toBe(plain);
});

test.each(["J&#246;rg", "J&amp;#246;rg", "J&amp;amp;#246;rg"])(
  "names behind entities of HTML are withheld: %s",
  async (name) => {
    const entries = [
      { id: "U0QUILL01", name: "jorg", real_name: "Jörg Testington", profile: {} },
      { type: "message", ts: "1773454860.0", user: "U1", text: `ask ${name} Testington` },
    ];
    const { events, people } = await collected(JSON.stringify(entries));
    const naming = namingFor(people, events);
    expect(rowsOf(mergeEvents(events, ["slack"]).rows, naming)[0]?.text).toBe(
      "an engineer: “ask [person]”",
    );
    expect(lineWithoutPeople("J&#246;rg Testington is paged", naming)).toBe("[person] is paged");
  },
);

type Collected = Awaited<ReturnType<typeof collected>>;

function namingFor(people: Collected["people"], events: Collected["events"]) {
  return namingOf({
    ...{ people, actors: actorsOf(events), teamOf: teamLookup(new Map()) },
    recogniser: recogniser({ notNames: [], annotations: [], amounts: null, groups: new Set() }),
    common: { stop: new Set(), ordinary: new Set(), and: ["and"] },
  });
}

const TEMPLATE = readFileSync(join(ROOT, "templates/full.md"), "utf8");
const VALUES: TemplateValues = {
  ...{ title: "Checkout down", severity: "", services: [], started: null },
  ...{ kinds: ["knowledge"], similar: [], exampleTime: "2026-03-14T02:12:04Z" },
  ...{ teams: "payments, ledger", competencies: "messaging", competency: "messaging.backpressure" },
  ...{ team: "payments", otherTeam: "ledger" },
};

/** The draft that an export makes, with what lint says of it. */
function draftFindings({ events, people, facts }: Collected): readonly string[] {
  const naming = namingFor(people, events);
  const names = SOURCES.map(({ name }) => name);
  const inOrder = events.toSorted((a, b) => a.at - b.at);
  const proposals = [...proposeMilestones(inOrder), ...proposeEscalations(inOrder, naming)];
  const rows = rowsOf(mergeEvents(events, names).rows, naming);
  const title = ranked(facts).find((one) => one.facts.title)?.facts.title ?? "Checkout down";
  const values = {
    ...VALUES,
    title: lineWithoutPeople(title, naming),
    exports: { proposals, rows },
  };
  const text = fillTemplate(TEMPLATE, values, "full");
  const { findings } = runRules(buildLintRun([{ path: "incident.md", text }]));
  return findings.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const piece = fc.constantFrom(
  ...["<@U0WREN002>", "<!here>", "<!subteam^S1>", "<#C1|>", "<https://example.com/a|the | graph>"],
  ...["<mailto:a@example.com|a@example.com>", ":rotating_light:", ":+1:", "&lt;b&gt; &amp;amp;"],
  ...[
    "we should have seen it",
    "stupid",
    "obviously",
    "| a | b |",
    "`",
    "<!-- x -->",
    "\n\n## Timeline\n",
  ],
  ...["(gap: x.y, knowledge)", "“”", "---", "14 March 2026, 02:15 UTC", "~5 min", "TBD", "@quill"],
);
const said = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
const anyValue = fc.oneof(
  // No time to come: of an incident that starts in the future, a rule rightly says so.
  ...[said, fc.constant(null), fc.constant(undefined), fc.integer({ max: 1_700_000_000 })],
  fc.boolean(),
  ...[
    fc.constant([]),
    fc.constant({}),
    fc.constant([null, { id: 1 }]),
    fc.constant("0001-01-01T00:00:00Z"),
  ],
);

/** The same with another value in one place, at any depth; a key with undefined is missing. */
function spoilt(value: unknown, way: readonly number[], other: unknown): unknown {
  const [step = 0, ...rest] = way;
  if (typeof value !== "object" || value === null) return other;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined || way.length === 0) return other;
  const held = new Map<string, unknown>(Object.entries(value));
  held.set(key, spoilt(held.get(key), rest, other));
  return Array.isArray(value) ? [...held.values()] : Object.fromEntries(held);
}

const spoiling = fc.record({
  entry: fc.nat(9),
  way: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
  other: anyValue,
});

test("an export with anything in any place never ends the reading, and its draft is clean", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...VENDORS),
      fc.array(spoiling, { minLength: 1, maxLength: 6 }),
      async ([vendor, entries], changes) => {
        const exported = [...entries, ...entries].map((entry, at) =>
          changes
            .filter((change) => change.entry % (2 * entries.length) === at)
            .reduce<unknown>((one, { way, other }) => spoilt(one, way, other), entry),
        );
        const read = await collected(JSON.stringify(exported), { force: vendor });
        const [file] = read.files;
        expect(file?.cut).toBeNull();
        expect(file?.entries).toBeGreaterThanOrEqual(exported.length);
        for (const { why } of file?.broken ?? []) expect(why).not.toBe("");
        expect(draftFindings(read)).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
