import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceEvent } from "../../src/sources/define.ts";
import { mergeEvents } from "../../src/sources/merge.ts";
import { proposeEscalations, proposeMilestones } from "../../src/sources/proposals.ts";
import { incidentTime, isOtherDay, isWithin } from "../../src/sources/window.ts";

const SOURCES = ["pagerduty", "github", "slack"];
const START = Date.UTC(2026, 2, 14, 2, 21);

/** An event some seconds after the start. */
function event(seconds: number, source: string, more: Partial<SourceEvent> = {}): SourceEvent {
  const at = START + seconds * 1000;
  return { at, source, kind: "message", what: "", said: null, actor: null, link: null, ...more };
}

const rowsOf = (events: readonly SourceEvent[]) =>
  mergeEvents(events, SOURCES).rows.map(({ event: { at, source, said }, others }) => [
    (at - START) / 1000,
    [source, ...others.map((other) => other.source)].join("+"),
    said,
  ]);

describe("what two sources tell is one row", () => {
  const alert = {
    kind: "alert",
    what: "Alert triggered",
    said: "Checkout error rate above 5 %",
  } as const;

  test("where their words are alike, with the earlier time and the words of the first tool", () => {
    const talk = event(-3, "slack", { said: "Triggered #812: Checkout error rate above 5 %" });
    expect(rowsOf([talk, event(0, "pagerduty", alert)])).toEqual([
      [-3, "pagerduty+slack", "Checkout error rate above 5 %"],
    ]);
  });

  test.each<[string, SourceEvent]>([
    ["they are more than two minutes apart", event(121, "slack", { said: alert.said })],
    ["too few words are alike", event(0, "slack", { said: "Checkout is slow today for somebody" })],
    ["fewer than three words are said", event(0, "slack", { said: "rate 5" })],
    ["they are of one source", event(30, "pagerduty", { ...alert, link: "https://example.com/2" })],
  ])("but not where %s", (_name, other) => {
    expect(rowsOf([event(0, "pagerduty", alert), other])).toHaveLength(2);
  });

  test("where both tell the same milestone at the same time, and one of them only that", () => {
    const ack = { kind: "acknowledge", what: "Acknowledged" } as const;
    expect(rowsOf([event(0, "pagerduty", ack), event(40, "github", ack)])).toEqual([
      [0, "pagerduty+github", null],
    ]);
    const alerts = [
      event(0, "pagerduty", { kind: "alert" }),
      event(40, "github", { kind: "alert" }),
    ];
    expect(rowsOf(alerts)).toHaveLength(2);
  });
});

describe("acknowledgements in one second", () => {
  const ack = (source: string, ...names: readonly string[]) =>
    event(0, source, {
      ...{ kind: "acknowledge", what: "Acknowledged" },
      actor: names.length === 0 ? null : { names, isProgram: false },
    });

  test.each<[string, readonly SourceEvent[], readonly string[], number]>([
    [
      "of one source by two",
      [ack("pagerduty", "P1"), ack("pagerduty", "P2")],
      ["pagerduty:P1", "pagerduty:P2"],
      0,
    ],
    [
      "of one source by one, told twice",
      [ack("pagerduty", "P1", "a@x.org"), ack("pagerduty", "A@x.org")],
      ["pagerduty:P1"],
      1,
    ],
    [
      "of one source, once without a name",
      [ack("pagerduty"), ack("pagerduty", "P1"), ack("pagerduty", "P2")],
      ["pagerduty:P1", "pagerduty:P2"],
      1,
    ],
    [
      "of two sources by one",
      [ack("pagerduty", "P1", "a@x.org"), ack("github", "a@x.org")],
      ["pagerduty:P1+github:a@x.org"],
      0,
    ],
    [
      "of two sources that name people in other ways",
      [ack("pagerduty", "P1"), ack("github", "a@x.org")],
      ["pagerduty:P1+github:a@x.org"],
      0,
    ],
    [
      "of two sources by two",
      [ack("pagerduty", "a@x.org"), ack("github", "b@x.org")],
      ["pagerduty:a@x.org", "github:b@x.org"],
      0,
    ],
    [
      "of two sources by two with whole names",
      [ack("pagerduty", "One Doe"), ack("github", "Two Doe")],
      ["pagerduty:One Doe", "github:Two Doe"],
      0,
    ],
    [
      "of two sources by the same two",
      [
        ack("pagerduty", "a@x.org"),
        ack("pagerduty", "b@x.org"),
        ack("github", "b@x.org"),
        ack("github", "a@x.org"),
      ],
      ["pagerduty:a@x.org+github:a@x.org", "pagerduty:b@x.org+github:b@x.org"],
      0,
    ],
    [
      "of two in one source, and of one in another that cannot be told",
      [ack("pagerduty", "P1"), ack("pagerduty", "P2"), ack("github", "g")],
      ["pagerduty:P1+github:g", "pagerduty:P2"],
      0,
    ],
  ])("%s", (_name, events, expected, expectedRepeats) => {
    const { rows, repeats } = mergeEvents(events, SOURCES);
    const shown = ({ source, actor }: SourceEvent) => `${source}:${actor?.names[0] ?? ""}`;
    expect(rows.map((row) => [row.event, ...row.others].map(shown).join("+"))).toEqual(expected);
    expect(repeats).toBe(expectedRepeats);
    expect(mergeEvents(events.toReversed(), SOURCES)).toEqual({ rows, repeats });
  });
});

test("what a summary tells gives way to the entry that tells it, and repeats are counted", () => {
  const ack = { kind: "acknowledge", what: "Acknowledged" } as const;
  const entry = event(0, "pagerduty", { ...ack, link: "https://example.com/1" });
  const events = [event(5, "pagerduty", { ...ack, isSummary: true }), entry, entry];
  const { rows, repeats } = mergeEvents(events, SOURCES);
  expect(rows.map((row) => row.event.link)).toEqual(["https://example.com/1"]);
  expect(repeats).toBe(2);
  expect(rowsOf([event(90, "pagerduty", { ...ack, isSummary: true }), entry])).toHaveLength(2);
});

const anyEvent = fc
  .record({
    seconds: fc.integer({ min: 0, max: 900 }),
    source: fc.constantFrom(...SOURCES),
    who: fc.constantFrom(null, "a@x.org", "b@x.org"),
    kind: fc.constantFrom("alert", "acknowledge", "resolve", "message", "note"),
    said: fc.constantFrom(
      null,
      "queue is full again",
      "the queue is full again now",
      "rolled back",
    ),
  })
  .map(({ seconds, source, kind, said, who }) => {
    const actor = who === null ? null : { names: [who], isProgram: false };
    return event(seconds, source, { kind, said, actor });
  });

test("merging loses no event, keeps the order of time, and does not depend on the order of files", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 25 }), fc.integer(), (events, turn) => {
      const { rows, repeats } = mergeEvents(events, SOURCES);
      const told = rows.reduce((sum, { others }) => sum + 1 + others.length, 0);
      expect(told + repeats).toBe(events.length);
      const times = rows.map((row) => row.event.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const row of rows) {
        const sources = [row.event, ...row.others].map(({ source }) => source);
        expect(new Set(sources).size).toBe(sources.length);
      }
      const at = events.length === 0 ? 0 : Math.abs(turn) % events.length;
      const turned = [...events.slice(at), ...events.slice(0, at)].toReversed();
      expect(mergeEvents(turned, SOURCES)).toEqual({ rows, repeats });
    }),
    { numRuns: 200 },
  );
});

test("an incident lasts from its first alert or milestone to the last; talk around it belongs", () => {
  const hour = 3600;
  const events = [
    event(-30 * hour, "github", { kind: "change" }),
    event(-20 * hour, "github", { kind: "change" }),
    event(-3 * hour, "slack"),
    event(-1 * hour, "slack"),
    event(0, "pagerduty", { kind: "alert" }),
    event(2 * hour, "pagerduty", { kind: "resolve" }),
    event(3 * hour, "slack"),
    event(5 * hour, "slack"),
    event(90 * hour, "pagerduty", { kind: "close" }),
  ];
  const time = incidentTime(events, { start: null, end: null });
  expect(time).toEqual({ start: START, end: START + 2 * hour * 1000 });
  const kept = events
    .filter((one) => isWithin(one, time))
    .map(({ at }) => (at - START) / hour / 1000);
  expect(kept).toEqual([-20, -1, 0, 2, 3]);
  const given = { start: START - 4 * hour * 1000, end: START };
  expect(incidentTime(events, given)).toEqual(given);
  expect(incidentTime(events.slice(2, 4), { start: null, end: null })).toEqual({
    start: null,
    end: null,
  });
});

function fires(alert: string, seconds: number, kind: "alert" | "resolve", isFiring = false) {
  return event(seconds, "alertmanager", { kind, alert, isFiring });
}

describe("milestones that events suggest", () => {
  const proposed = (events: readonly SourceEvent[]) =>
    proposeMilestones(events).map(({ key, value, how }) => `${key} ${value}: ${how}`);

  test("from alerts and changes", () => {
    expect(
      proposed([
        event(-7200, "github", { kind: "change" }),
        event(-536, "github", { kind: "change" }),
        event(0, "pagerduty", { kind: "alert" }),
        event(60, "pagerduty", { kind: "alert" }),
        event(90, "github", { kind: "change" }),
        event(180, "pagerduty", { kind: "acknowledge" }),
        event(600, "pagerduty", { kind: "resolve" }),
        event(7200, "pagerduty", { kind: "resolve" }),
      ]),
    ).toEqual([
      "started 2026-03-14T02:12:04Z: last change, 9 min before the first alert: candidate trigger, [github]",
      "detected 2026-03-14T02:21:00Z: first alert, [pagerduty]",
      "acknowledged 2026-03-14T02:24:00Z: first acknowledgement, [pagerduty]",
      "resolved 2026-03-14T04:21:00Z: last resolution, [pagerduty]",
      "trigger the change at 2026-03-14T02:12:04Z: the last before the first alert, [github]",
      "detected_by alert: nothing before the alert at 2026-03-14T02:21:00Z, [pagerduty]",
    ]);
  });

  test("from what a tool states, which goes first", () => {
    expect(
      proposed([
        event(-300, "pagerduty", { kind: "start" }),
        event(0, "pagerduty", { kind: "alert" }),
        event(10, "pagerduty", { kind: "detect" }),
        event(900, "pagerduty", { kind: "diagnose" }),
        event(1200, "pagerduty", { kind: "mitigate" }),
      ]),
    ).toEqual([
      "started 2026-03-14T02:16:00Z: stated start, [pagerduty]",
      "detected 2026-03-14T02:21:10Z: stated, [pagerduty]",
      "diagnosed 2026-03-14T02:36:00Z: stated as identified, [pagerduty]",
      "mitigated 2026-03-14T02:41:00Z: stated as mitigated, [pagerduty]",
    ]);
  });

  test("no start from a change in the second of the alert", () => {
    const events = [
      event(0, "grafana", { kind: "change" }),
      event(0, "grafana", { kind: "alert" }),
    ];
    expect(proposed(events).map((line) => line.split(" ")[0])).toEqual(["detected", "detected_by"]);
  });

  test.each<[string, readonly SourceEvent[], string | undefined]>([
    ["never while another alert fires", [], undefined],
    ["once that is over, too", [fires("b", 300, "resolve")], "[alertmanager]"],
    [
      "not if that fired again",
      [fires("b", 300, "resolve"), fires("b", 400, "alert", true)],
      undefined,
    ],
    ["by what another tool states", [event(900, "pagerduty", { kind: "resolve" })], "[pagerduty]"],
  ])("an end of the incident %s", (_when, more, source) => {
    const events = [
      fires("a", 0, "alert"),
      fires("b", 0, "alert", true),
      fires("a", 600, "resolve"),
      ...more,
    ];
    const inOrder = events.toSorted((a, b) => a.at - b.at);
    const [end] = proposed(inOrder).filter((line) => line.startsWith("resolved"));
    expect(end?.split(" ").at(-1)).toBe(source);
  });

  test("never the start from the first alert, nor a trigger from a change of last week", () => {
    expect(
      proposed([
        event(-8 * 86_400, "github", { kind: "change" }),
        event(0, "pagerduty", { kind: "alert" }),
      ]).map((line) => line.split(" ")[0]),
    ).toEqual(["detected", "detected_by"]);
    expect(proposed([event(0, "slack", { said: "hello" })])).toEqual([]);
  });
});

test.each([
  ["general/2026-03-11.json", true],
  ["general/2026-03-12.json", true],
  ["general/2026-03-13.json", false],
  ["all.zip:general/2026-03-14.json", false],
  ["general/2026-03-15.json", false],
  ["general/2026-03-16.json", true],
  ["2026-03-16.json", true],
  ["2026-13-99.json", false],
  ["deployments-2026-03-16.json", false],
  ["users.json", false],
])("the file %s may be left unread: %s", (name, isLeft) => {
  expect(isOtherDay(name, { start: START, end: START + 3_600_000 })).toBe(isLeft);
  expect(isOtherDay(name, { start: null, end: null })).toBe(false);
});

test("hand-overs to teams that are known are proposed, without from and reason", () => {
  const person = (name: string) => ({ names: [name], isProgram: false });
  const teamOf = ({ names: [name = ""] }: { readonly names: readonly string[] }) =>
    name.startsWith("p") ? "platform" : null;
  const escalate = (seconds: number, ...names: readonly string[]) =>
    event(seconds, "pagerduty", { kind: "escalate", to: names.map(person) });
  expect(
    proposeEscalations([escalate(0, "p1", "p2"), escalate(60, "x"), escalate(90, "p1")], {
      teamOf,
    }),
  ).toEqual([
    {
      key: "escalations",
      value:
        "- { at: 2026-03-14T02:21:00Z, to: platform }, - { at: 2026-03-14T02:22:30Z, to: platform }",
      how: "from [pagerduty]",
    },
  ]);
  expect(proposeEscalations([escalate(60, "x"), event(0, "slack")], { teamOf })).toEqual([]);
});
