import { describe, expect, test } from "vitest";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import type { Fact, Postmortem } from "../../src/core/postmortem.ts";
import { CONTEXT } from "../support/context.ts";
import { TAXONOMY } from "../support/taxonomy.ts";

function read(text: string): Postmortem {
  return parsePostmortem({ path: "a.md", text }, { ...CONTEXT, taxonomy: TAXONOMY });
}

/** An instant as it is read, with `?` where it is in doubt. */
function instant(fact: Fact<number> | null): string | null {
  if (fact === null) return null;
  const doubt = fact.source.confidence === "low" ? "?" : "";
  return `${new Date(fact.value).toISOString().slice(0, 16)}${doubt}`;
}

function rowsOf(text: string): readonly string[] {
  return (read(text).timeline?.rows ?? []).map(({ at, text: event }) => {
    const time = at === null ? "?" : new Date(at).toISOString().slice(0, 16);
    return `${time} ${event}`;
  });
}

describe("the zone of a document", () => {
  const rows = "| 1:05 PM | Down |\n| 2:00 PM | Resolved |\n";

  test.each([
    ["behind a time", "Started: 2026-04-08 1:05 PM (Berlin)"],
    ["in its label", "Started (Berlin): 2026-04-08 1:05 PM"],
    ["under a label of its own", "Started: 2026-04-08 1:05 PM\nTime zone: Berlin"],
  ])("is that of a city %s", (_name, lines) => {
    expect(instant(read(`# A\n\n${lines}\n`).milestones.started)).toBe("2026-04-08T11:05");
  });

  test("is that of a city in the head of a column", () => {
    const text = `# A\n\nDate: 2026-04-08\n\n## Timeline\n\n| Clock (New York) | What |\n|--|--|\n${rows}`;
    expect(rowsOf(text)).toEqual(["2026-04-08T17:05 Down", "2026-04-08T18:00 Resolved"]);
  });

  test("stands in a table of facts", () => {
    const facts = "| Start | 2026-04-08 13:05 |\n| Time zone: | Europe/Helsinki |\n";
    const text = `# A\n\n| Field | Value |\n|--|--|\n${facts}`;
    expect(instant(read(text).milestones.started)).toBe("2026-04-08T10:05");
  });

  test("leaves times in doubt where nobody knows it", () => {
    const text = "# A\n\nStarted: 2026-04-08 13:05\nTime zone: head office\n";
    expect(instant(read(text).milestones.started)).toBe("2026-04-08T13:05?");
    const none = text.replace("head office", "n/a");
    expect(instant(read(none).milestones.started)).toBe("2026-04-08T13:05");
  });

  test("is no word in brackets that is no city", () => {
    const text = "# A\n\nDate: 2026-04-08\n\n## Timeline\n\n- 13:05 (Paging) Down\n";
    expect(rowsOf(text)).toEqual(["2026-04-08T13:05 (Paging) Down"]);
  });
});

describe("rows without a day", () => {
  const timeline = "## Timeline\n\n- 23:50 Down\n- 00:10 Resolved\n";

  test("have that of the start which a label states, before a day that is told of something else", () => {
    const text = `# A\n\nStarted: 2026-07-20 23:50 UTC\nExported 2026-07-30\n\n${timeline}`;
    expect(rowsOf(text)).toEqual(["2026-07-20T23:50 Down", "2026-07-21T00:10 Resolved"]);
  });

  test("have that of another milestone where nothing else tells a day", () => {
    const text = `# A\n\nDetected: 2026-07-20 23:55 UTC\n\n${timeline}`;
    expect(rowsOf(text)[0]).toBe("2026-07-20T23:50 Down");
  });
});

describe("facts", () => {
  test("stand in a table below a line that is no heading", () => {
    const table = "| Attribute | Value |\n|--|--|\n| Severity | P2 |\n| Service | checkout |\n";
    const { severity, services } = read(`# A\n\nNarrative report, exported today\n\n${table}`);
    expect([severity?.value, services[0]?.value]).toEqual(["P2", "checkout"]);
  });

  test("stand in groups of labels", () => {
    const text = "# A\n\n**Labels:** Postmortem, Severity → P2, Service → checkout\n";
    const { severity, services } = read(text);
    expect([severity?.value, services[0]?.value]).toEqual(["P2", "checkout"]);
  });

  test("stand in a sentence of their own behind another", () => {
    const text = "# A\n\nNobody could pay for 53 minutes. Severity: P2.\n";
    expect(read(text).severity?.value).toBe("P2");
  });
});

test("shortcodes of a site generator that hold rows of a timeline", () => {
  const rows =
    '{{< event time="12:04" >}}Down{{< /event >}}\n{{< event time="12:07" >}}Back{{< /event >}}\n';
  const text = `# A\n\nDate: 2026-06-15\n\n## Timeline\n\n{{< timeline >}}\n${rows}{{< /timeline >}}\n`;
  expect(rowsOf(text)).toEqual(["2026-06-15T12:04 Down", "2026-06-15T12:07 Back"]);
});

describe("actions", () => {
  const titles = (text: string) => read(text).actions.map(({ title }) => title.value);

  test("stand in a column whose last word says so, in a section of learnings", () => {
    const head = "| Takeaway | Proposed action | Who | By | State |\n|--|--|--|--|--|\n";
    const text = `# A\n\n## Takeaways\n\n${head}| Silent | Cap the heap | ledger | 2026-08-14 | doing |\n`;
    expect(titles(text)).toEqual(["Cap the heap"]);
  });

  test("are the issues below one", () => {
    expect(titles("# A\n\n## Sub-issues\n\n- [ ] Cap the heap\n")).toEqual(["Cap the heap"]);
  });
});

test("a time that is called identified is the detection where rows say so", () => {
  const rows = [
    "| 09:05 | Template released, passes are wrong |",
    "| 09:41 | Steward reports it: detected |",
    "| 10:30 | Cause found: one digit |",
    "| 11:22 | Resolved |",
  ].join("\n");
  const facts = "**Started:** 2026-11-18 09:05 UTC\n**Identified:** 2026-11-18 09:41 UTC\n";
  const { milestones } = read(
    `# A\n\n${facts}\n## Timeline\n\n| Time | Event |\n|--|--|\n${rows}\n`,
  );
  expect(instant(milestones.detected)).toBe("2026-11-18T09:41");
  expect(instant(milestones.diagnosed)).toBe("2026-11-18T10:30");
});

test("a table of contents and a heading of facts are no titles", () => {
  expect(read("# Table of Contents\n\n- [Facts](#facts)\n\n# Facts\n\n- x\n").title).toBeNull();
  expect(read("# Metadata\n\n- x\n\n# Mails are late\n\nText.\n").title?.value).toBe(
    "Mails are late",
  );
});

describe("marks of tools around an action", () => {
  const actionOf = (item: string) => {
    const [action] = read(`# A\n\nDate: 2026-05-01\n\n## Action items\n\n${item}\n`).actions;
    return [action?.title, action?.owner, action?.due]
      .map((fact) => fact?.value ?? "-")
      .join(" | ");
  };

  test.each([
    ["- [ ] Cap the heap [[Ledger]]", "Cap the heap | ledger | -"],
    ["- [ ] Cap the heap [[Ledger]] #p1", "Cap the heap | ledger | -"],
    ["- [ ] Cap the heap of [[Ledger]]", "Cap the heap of Ledger | - | -"],
    ["- [ ] Cap the heap [name=Ledger] [time=2026-06-05]", "Cap the heap | ledger | 2026-06-05"],
    [
      "- [ ] Cap the heap [name=Ledger] [time=Sat, Aug 22, 2026 5:02 PM]",
      "Cap the heap | ledger | -",
    ],
    ["- Cap the heap     :ledger:", "Cap the heap | ledger | -"],
    ["- Cap the heap. Owner: Ledger. Due: 2026-06-05. DONE", "Cap the heap | ledger | 2026-06-05"],
    ["- Cap the heap — @ledger — milestone 2026.09", "Cap the heap | ledger | milestone 2026.09"],
    ["- Cap the heap (Ledger, 6/5)", "Cap the heap | ledger | 6/5"],
  ])("%s", (item, expected) => {
    expect(actionOf(item)).toBe(expected);
  });
});

test("rows that are lists in a list, and roles of a site generator before code", () => {
  const rows = "* - Time\n  - Event\n* - 07:40\n  - Down\n* - 08:36\n  - Resolved\n";
  const text = `# A\n\nDate: 2026-01-28\n\nService: {term}\`checkout\`\n\n## Timeline\n\n:::{list-table}\n:header-rows: 1\n\n${rows}:::\n`;
  expect(rowsOf(text)).toEqual(["2026-01-28T07:40 Down", "2026-01-28T08:36 Resolved"]);
  expect(read(text).services[0]?.value).toBe("checkout");
});

test("parts that begin with their name as a sentence", () => {
  const { factors, actions, severity } = read(
    "# A\n\n**Summary.** Down. Severity: P2.\n\n**Contributing factors.**\n- a limit\n- no alert\n\n**Next time.**\n- Cap the heap\n",
  );
  expect(factors.map(({ value }) => value)).toEqual(["a limit", "no alert"]);
  expect(actions.map(({ title }) => title.value)).toEqual(["Cap the heap"]);
  expect(severity?.value).toBe("P2");
});

test("a first line that lists people is no title", () => {
  const text = "Meeting with Jane Roe, Theo Brandt and Mia Lund\n\nSeverity: P2\n";
  expect(read(text).title).toBeNull();
});

test("a severity that nobody knows yet is none", () => {
  expect(read("# A\n\n**Severity** unclear\n").severity).toBeNull();
});

test("a sign for no value in the frontmatter leaves the rest of it", () => {
  const text = "---\nseverity: P2\nmitigated: -\nresolved: ?\n---\n# A\n";
  expect(read(text).severity?.value).toBe("P2");
});

describe("what pandoc writes", () => {
  const facts = "Severity\n\n:   P2\n\nBegin\n\n:   2026-08-11 06:00 +02:00\n";

  test("facts as definitions", () => {
    const { severity, milestones } = read(`# A\n\n${facts}`);
    expect(severity?.value).toBe("P2");
    expect(instant(milestones.started)).toBe("2026-08-11T04:00");
  });

  test("rows as definitions, in the zone of a note", () => {
    const rows = "06:00\n\n:   Down.\n\n07:30\n\n:   Resolved.\n";
    const text = `# A\n\n${facts}\n## Timeline\n\n${rows}\nAll times are local (+02:00).\n`;
    expect(rowsOf(text).map((row) => row.slice(0, 22))).toEqual([
      "2026-08-11T04:00 Down.",
      "2026-08-11T05:30 Resol",
    ]);
  });

  const [head, rule] = [
    "  Measure          Who      Until",
    "  ---------------- -------- ------------",
  ];

  test("simple tables", () => {
    const rows = "  Cap the heap     Ledger   2026-08-28\n  Alert on lag     -        \n";
    const { actions } = read(`# A\n\n## Actions\n\n${head}\n${rule}\n${rows}\nText.\n`);
    expect(actions.map(({ title, owner, due }) => [title.value, owner?.value, due?.value])).toEqual(
      [
        ["Cap the heap", "ledger", "2026-08-28"],
        ["Alert on lag", undefined, undefined],
      ],
    );
    expect(actions[0]?.owner?.source.range.start).toMatchObject({ line: 7, column: 20 });
  });

  test("simple tables without a head", () => {
    const two = "  ---------------- --------";
    const text = `# A\n\n${two}\n  Severity         P2\n  Service          checkout\n${two}\n`;
    expect([read(text).severity?.value, read(text).services[0]?.value]).toEqual(["P2", "checkout"]);
  });

  test("two rules with text between are no table", () => {
    const { sections } = read("# A\n\n-- --\n\nNobody could pay --- for an hour.\n\n-- --\n");
    expect(sections[0]?.words).toBeGreaterThan(5);
  });
});

test("handles of teams side by side, and lists with commas of other scripts", () => {
  const teams = (line: string) => read(`# A\n\n${line}\n`).teams.map(({ value }) => value);
  expect(teams("**Teams:** @example/payments @example/ledger")).toEqual(["payments", "ledger"]);
  expect(teams("**Teams:** Payments、Ledger")).toEqual(["payments", "ledger"]);
});

test("lines of actions with ranks and their fields in brackets", () => {
  const lines =
    "[P0] Cap the heap (Ledger, 6/5, IN PROGRESS)\n[P1] Page on swap (Payments, 6/18)\n";
  const { actions } = read(`# A\n\nDate: 2026-05-01\n\n## Action items\n\n${lines}`);
  expect(actions.map(({ owner, status }) => [owner?.value, status?.value])).toEqual([
    ["ledger", "in-progress"],
    ["payments", undefined],
  ]);
});

test("labels and headings by their nouns", () => {
  const { services, factors, milestones } = read(
    "# A\n\n*Impacted product areas*: checkout\nWindow: 11 June 2026 05:45 – 09:30 UTC\nContainment: 08:40 UTC\n\n## Conditions that allowed it\n\n- a limit\n",
  );
  expect(services[0]?.value).toBe("checkout");
  expect(factors.map(({ value }) => value)).toEqual(["a limit"]);
  const { started, mitigated, resolved } = milestones;
  expect([started, mitigated, resolved].map(instant)).toEqual([
    "2026-06-11T05:45",
    "2026-06-11T08:40",
    "2026-06-11T09:30",
  ]);
});

test("a time that is called fixed is the end of the impact where rows say so", () => {
  const rows = "- 09:05 Down\n- 09:41 Mitigated\n- 10:30 Resolved\n";
  const facts = "**Started:** 2026-11-18 09:05 UTC\n**Fixed:** 2026-11-18 09:41 UTC\n";
  const { milestones } = read(`# A\n\n${facts}\n## Timeline\n\n${rows}`);
  expect(instant(milestones.mitigated)).toBe("2026-11-18T09:41");
  expect(instant(milestones.resolved)).toBe("2026-11-18T10:30");
});

test("both ends of a span with a zone each, parted by a slash", () => {
  const line = "**Impact from / to**: 2026-05-18 10:55 UTC / 2026-05-18 13:20 UTC";
  const { started, resolved } = read(`# A\n\n${line}\n`).milestones;
  expect([started, resolved].map(instant)).toEqual(["2026-05-18T10:55", "2026-05-18T13:20"]);
});

test("updates with their times at the end of headings below one for the history", () => {
  const update = (time: string, text: string) =>
    `### Updated by core at 2026-05-18 ${time} UTC\n\n${text}\n\n`;
  const text = `# A\n\n## History\n\n${update("11:44", "Acknowledged.")}${update("12:50", "Resolved.")}`;
  expect(rowsOf(text)).toEqual(["2026-05-18T11:44 Acknowledged.", "2026-05-18T12:50 Resolved."]);
});
