import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Fact, Postmortem } from "../../../src/core/postmortem.ts";
import { withImportMap } from "../../../src/setup/import-map.ts";
import { CONTEXT, problemsOf, read, reportsOf } from "../../support/context.ts";
import { TAXONOMY } from "../../support/taxonomy.ts";

function document(frontmatter: string, body = "# A\n"): string {
  return `---\n${frontmatter}\n---\n\n${body}`;
}

function iso(fact: Fact<number> | null): string | null {
  return fact && new Date(fact.value).toISOString();
}

function hints(frontmatter: string): readonly (string | null)[] {
  return reportsOf(read(document(frontmatter)))
    .filter(({ ruleId }) => ruleId === "unknown-key")
    .map(({ hint = null }) => hint);
}

describe("times under the keys of others", () => {
  test.each([
    ["start_time: 2026-03-14T02:15:00Z", "2026-03-14T02:15:00.000Z"],
    ["startTime: 2026-03-14T02:15:00+01:00", "2026-03-14T01:15:00.000Z"],
    ["started_at: 2026-03-14 02:15:00 +0100", "2026-03-14T01:15:00.000Z"],
    ["Incident Start: 2026-03-14 02:15 CET", "2026-03-14T01:15:00.000Z"],
    ["start: March 4, 2026 2:15 pm PST", "2026-03-04T22:15:00.000Z"],
    ["incident: { start: 2026-03-14T02:15:00Z }", "2026-03-14T02:15:00.000Z"],
    ["times: { start: 2026-03-14T02:15:00Z }", "2026-03-14T02:15:00.000Z"],
    ["incident: { timeline: { started_at: 2026-03-14T02:15:00Z } }", "2026-03-14T02:15:00.000Z"],
  ])("%s", (frontmatter, expected) => {
    const { started } = read(document(frontmatter)).milestones;
    expect(iso(started)).toBe(expected);
    expect(started?.source).toMatchObject({ origin: "frontmatter", how: "stated" });
    expect(started?.source.range.start.line).toBe(2);
  });

  test.each(["resolved: true", "end_time: soon", "resolved_at: ~02:15", "ended: 2026-03-14"])(
    "%s is no time",
    (frontmatter) => {
      expect(read(document(frontmatter)).milestones.resolved).toBeNull();
    },
  );

  test("our own key wins, also where it says unknown", () => {
    const own = "times: { resolved: unknown }\nresolved_at: 2026-03-14T02:15:00Z";
    expect(read(document(own)).milestones.resolved).toBeNull();
  });
});

describe("other ways to hold what belongs together", () => {
  const facts = (frontmatter: string) => {
    const { severity, services, teams, milestones } = read(document(frontmatter));
    return {
      severity: severity?.value,
      services: services.map(({ value }) => value),
      teams: teams.map(({ value }) => value),
      started: iso(milestones.started),
      lines: [severity?.source.range.start.line, milestones.started?.source.range.start.line],
    };
  };
  const expected = {
    severity: "P2",
    services: ["checkout"],
    teams: ["payments"],
    started: "2026-03-14T02:15:00.000Z",
  };

  test("keys with dots", () => {
    const keys = `incident.severity: SEV2
incident.services: [checkout]
postmortem.team: payments
incident.times.start: 2026-03-14T02:15:00Z`;
    expect(facts(keys)).toEqual({ ...expected, lines: [2, 5] });
  });

  test("lists of mappings with one key each", () => {
    const list = `incident:
  - severity: SEV2
  - services: [checkout]
  - team: payments
  - started: 2026-03-14T02:15:00Z`;
    expect(facts(list)).toEqual({ ...expected, lines: [3, 6] });
  });

  test("lists of fields with name and value", () => {
    const list = `fields:
  - { name: Severity, value: SEV2 }
  - { name: Affected services, value: [checkout] }
  - { name: Team, value: payments }
  - { name: Started at, value: 2026-03-14T02:15:00Z }`;
    expect(facts(list)).toEqual({ ...expected, lines: [3, 6] });
  });

  test("a key with dots below something else, and a name that is there twice, say nothing", () => {
    expect(facts("customer.severity: SEV2").severity).toBeUndefined();
    const twice = "incident:\n  - severity: SEV2\n  - severity: SEV1";
    expect(facts(twice).severity).toBeUndefined();
  });
});

describe("what a frontmatter lists as a body does", () => {
  const listed = `severity: SEV1
timeline:
  - { time: "2026-03-14T02:15:00Z", event: Outage begins }
  - { date: 2026-03-14, time: "02:20", event: Alert fires }
  - { time: "02:30" }
  - "2026-03-14 03:00 Resolved"
contributing_factors: [No dry run, 7]`;
  const told = (text: string) => {
    const { timeline, factors, milestones } = read(text);
    return {
      rows: timeline?.rows.map((row) => row.text),
      factors: factors.map(({ value }) => value),
      times: [milestones.started, milestones.detected, milestones.resolved].map(iso),
    };
  };

  test("is read, within a wrapper, too", () => {
    const expected = {
      rows: ["Outage begins", "Alert fires", "Resolved"],
      factors: ["No dry run", "7"],
      times: ["2026-03-14T02:15:00.000Z", "2026-03-14T02:20:00.000Z", "2026-03-14T03:00:00.000Z"],
    };
    expect(told(document(listed))).toEqual(expected);
    expect(told(document(`incident:\n  ${listed.replaceAll("\n", "\n  ")}`))).toEqual(expected);
  });

  test("unless the body has it", () => {
    const body =
      "# A\n\n## Timeline\n\n- 2026-03-14 05:00 UTC Outage begins\n\n## Factors\n\n- Luck\n";
    expect(told(document(listed, body))).toMatchObject({
      rows: ["Outage begins"],
      factors: ["Luck"],
    });
  });

  test("and its keys are known", () => {
    expect(hints(`${listed}\naction_items: [Cap the heap]\nsubjects: [a]`)).toHaveLength(1);
  });

  test("and an empty list says nothing", () => {
    expect(told(document("timeline: []\nfactors: none"))).toMatchObject({
      rows: undefined,
      factors: [],
    });
  });
});

test.each([
  ["a list of what has a name", "affected: [{ name: checkout, impact: down }, { name: search }]"],
  ["a list of what has an id", "affected: [{ id: checkout }, { id: search }]"],
  ["a mapping", "squad: { name: payments }\naffected: checkout, search"],
])("names are read in %s", (_name, frontmatter) => {
  const { services, teams } = read(document(frontmatter));
  expect(services.map(({ value, source }) => [value, source.range.start.line > 1])).toEqual([
    ["checkout", true],
    ["search", true],
  ]);
  expect(teams.map(({ value }) => value)).toEqual(
    frontmatter.startsWith("squad") ? ["payments"] : [],
  );
});

test("JSON between fences is read", () => {
  const text =
    '---json\n{ "title": "Queue", "incident": { "severity": 2 } }\n---\n\nIt was full.\n';
  const { title, severity } = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  expect([title?.value, severity?.value]).toEqual(["Queue", "P2"]);
});

describe("the day of a document", () => {
  const timeline = "## Timeline\n\n- 02:20 UTC Detected: alert\n";

  test("is its date, and that of a start without a time", () => {
    for (const key of ["date", "start_date"]) {
      const { detected } = read(document(`${key}: 2026-03-14`, timeline)).milestones;
      expect(iso(detected)).toBe("2026-03-14T02:20:00.000Z");
      expect(read(document(`${key}: 2026-03-14`)).milestones.started).toMatchObject({
        source: { origin: "frontmatter", how: "stated", precision: "day" },
      });
    }
  });

  test("leaves out the time of publishing, and yields to the document's own title", () => {
    const frontmatter = "date: 2026-03-15 09:00:00 +0000";
    expect(iso(read(document(frontmatter, "Text.")).milestones.started)).toBe(
      "2026-03-15T00:00:00.000Z",
    );
    const titled = read(document(frontmatter, "# Outage on 2026-03-14\n"));
    expect(iso(titled.milestones.started)).toBe("2026-03-14T00:00:00.000Z");
  });
});

describe("names under the keys of others", () => {
  test("are ids where the taxonomy knows them", () => {
    const { severity, trigger } = read(document("sev: SEV-2\ntrigger_type: code change"));
    expect(severity).toMatchObject({ value: "P2", written: "SEV-2" });
    expect(trigger?.value).toBe("deploy");
  });

  test("say nothing where it does not", () => {
    expect(read(document("priority: purple")).severity).toBeNull();
  });

  test("are lists or texts with commas, and nobody's names", () => {
    const { services } = read(document('affected: checkout, ledger\nsystems: [search, "@alex"]'));
    expect(services.map(({ value }) => value)).toEqual(["checkout", "ledger", "search"]);
  });

  test("the status of the document is read, that of the incident is not", () => {
    expect(read(document("document_status: Complete")).status?.value).toBe("final");
    expect(read(document("document_status: resolved")).status).toBeNull();
  });
});

describe("what pm lint says", () => {
  test("a key that is read says as what", () => {
    expect(hints("start_time: 2026-03-14T02:15:00Z")).toEqual([
      "It is read as `times.started`; pm import writes that.",
    ]);
    expect(hints("params: { severity: SEV2 }")).toEqual([
      "`params.severity` is read as `severity`; pm import writes that.",
    ]);
    expect(hints("severity: P1\npriority: high")).toEqual([
      "Remove `priority`: another key states `severity`, and that one counts.",
    ]);
    expect(hints("resolved: true")).toEqual([
      "It would be read as `times.resolved`, but `true` is not a date with a time.",
    ]);
    expect(hints("sevrity: P1")).toEqual(["Did you mean `severity`?"]);
  });

  test("the keys of other tools, and a date, are no findings", () => {
    const others = [
      "layout: post\ntags: [a]\nauthor: me\ncategories: [x]\nkeywords: y\npublished: true",
      "weight: 3\nslug: a\ndraft: false\nparams: { toc: true }",
      "sidebar_position: 2\nsidebar_label: A\npagination_next: null",
      "name: Postmortem\nabout: Template\nlabels: incident\nassignees: ''",
      "date: 2026-03-14",
    ];
    for (const keys of others) expect(problemsOf(document(keys))).toEqual([]);
  });
});

describe("a key of others that says something else than ours", () => {
  function contradictions(frontmatter: string): readonly string[] {
    return problemsOf(document(frontmatter)).filter((one) => one.includes("fact-contradiction"));
  }

  test.each([
    [
      "another instant",
      "times:\n  started: 2026-03-14T02:15:00Z\nstart_time: 2026-03-14T02:15:00+01:00",
      [
        "4:13 fact-contradiction: Unexpected `2026-03-14T01:15Z` for `start_time`: `times.started` says `2026-03-14T02:15Z` (line 3)",
      ],
    ],
    [
      "above ours",
      "incident: { end: 2026-03-14T04:00:00Z }\ntimes: { resolved: 2026-03-14T05:00:00Z }",
      [
        "2:18 fact-contradiction: Unexpected `2026-03-14T04:00Z` for `incident.end`: `times.resolved` says `2026-03-14T05:00Z` (line 3)",
      ],
    ],
    [
      "another name",
      "severity: P1\nsev: SEV2",
      ["3:6 fact-contradiction: Unexpected `P2` for `sev`: `severity` says `P1` (line 2)"],
    ],
    [
      "a name that our list lacks",
      "services: [checkout, ledger]\naffected: checkout, search",
      [
        "3:11 fact-contradiction: Unexpected `search` for `affected`: `services` says `checkout, ledger` (line 2)",
      ],
    ],
    [
      "two keys of others",
      "start_time: 2026-03-14T02:15:00Z\nstarted_at: 2026-03-14T03:15:00Z",
      [
        "3:13 fact-contradiction: Unexpected `2026-03-14T03:15Z` for `started_at`: `times.started` says `2026-03-14T02:15Z` (line 2)",
      ],
    ],
    [
      "another day of publication",
      "published: 2026-03-16\npublish_date: 2026-03-17T10:00:00Z",
      [
        "3:15 fact-contradiction: Unexpected `2026-03-17` for `publish_date`: `published` says `2026-03-16` (line 2)",
      ],
    ],
  ])("%s", (_name, frontmatter, expected) => {
    expect(contradictions(frontmatter)).toEqual(expected);
  });

  test.each([
    [
      "the same instant",
      "times: { started: 2026-03-14T02:15:00Z }\nstart: 2026-03-14T03:15:20+01:00",
    ],
    ["what is no time", "times: { started: 2026-03-14T02:15:00Z }\nstart: yesterday"],
    ["the same name in other words", "severity: P2\nsev: SEV2"],
    ["fewer names", "services: [checkout, ledger]\naffected: ledger"],
    ["an unknown that is stated", "times: { started: unknown }\nstart: 2026-03-14T03:15:20Z"],
    ["another title", "title: Checkout stalled\nincident_title: Outage"],
  ])("%s is no contradiction", (_name, frontmatter) => {
    expect(contradictions(frontmatter)).toEqual([]);
  });
});

describe("labels in the body", () => {
  function facts({ severity, services, trigger, status }: Postmortem) {
    return [severity, trigger, status, ...services].map((fact) => fact?.value ?? null);
  }

  test.each([
    "**Severity:** SEV2  \n**Services:** login, search\n",
    "- Severity: SEV-2 (major)\n- Affected services: login and search\n",
    "| Severity | SEV2 |\n|---|---|\n| Services affected | login; search |\n",
    "### Severity\n\nSEV-2 – major\n\n### Affected services\n\n- login\n- search\n",
  ])("%j", (body) => {
    expect(facts(read(`# A\n\n${body}`))).toEqual(["P2", null, null, "login", "search"]);
    expect(facts(read(`# A\n\n${body}`, ["actions"]))).toEqual([
      "P2",
      null,
      null,
      "login",
      "search",
    ]);
  });

  test("a sentence, an empty form and a label elsewhere state nothing", () => {
    const body =
      "Severity: it got worse\n\n### Services\n\n_No response_\n\n## Actions\n\n- Trigger: deploy\n";
    expect(facts(read(`# A\n\n${body}`))).toEqual([null, null, null]);
  });

  test("of a status only that of the document counts", () => {
    expect(read("# A\n\nStatus: Complete, actions in progress\n").status?.value).toBe("final");
    expect(read("# A\n\nStatus: Resolved\n").status).toBeNull();
  });

  test("the frontmatter wins", () => {
    const text = document("severity: P1", "# A\n\nSeverity: SEV3\n");
    expect(read(text).severity?.value).toBe("P1");
  });
});

test("a team's map comes before what ships with pm", () => {
  const map = {
    keys: { impact_from: "times.started", priority: "ignore" },
    headings: { "Customer pain": "impact" },
    values: { severity: { blocker: "P1", high: "P3" } },
  } as const;
  const text = document(
    "impact_from: 2026-03-14T02:15:00Z\nsev: high\npriority: blocker",
    "## Customer pain\n\nNone.\n",
  );
  const mapped = parsePostmortem(
    { path: "a.md", text },
    { ...CONTEXT, ...withImportMap(CONTEXT, map) },
  );
  expect(iso(mapped.milestones.started)).toBe("2026-03-14T02:15:00.000Z");
  expect(mapped.severity?.value).toBe("P3");
  expect(mapped.sections[0]?.kind).toBe("impact");
});

test("values of an export have tags around them, or links", () => {
  const { severity, services } = parsePostmortem(
    {
      path: "a.md",
      text: document(
        `severity: '<mark style="background: #f52;">SEV1</mark>'\nservices: '[checkout-api](../checkout.md)'`,
      ),
    },
    { ...CONTEXT, taxonomy: TAXONOMY },
  );
  expect(severity?.value).toBe("P1");
  expect(services.map(({ value }) => value)).toEqual(["checkout"]);
});
