import { describe, expect, test } from "vitest";
import type { Postmortem } from "../../src/core/postmortem.ts";
import type { Taxonomy } from "../../src/core/taxonomy.ts";
import { usageReport } from "../../src/taxonomy/usage.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf, TAXONOMY } from "../support/build-query.ts";
import { CONTEXT, read } from "../support/context.ts";

function report(postmortems: readonly Postmortem[], taxonomy: Taxonomy = TAXONOMY) {
  return usageReport({
    taxonomy,
    taxonomyName: "t.yaml",
    postmortems,
    stretch: "all time",
    withheld: 0,
  });
}

const postmortems = [
  buildPostmortem({
    id: "a",
    teams: ["nobody", "payments"],
    trigger: "depoly",
    gaps: ["messaging.backpressure", "messaging.backpressure"],
    actions: [{ competency: "messaging.backpressure" }],
  }),
  buildPostmortem({
    id: "b",
    trigger: "unknown",
    causes: ["anything"],
    escalations: [{ competency: "messaging.backpressure" }, { competency: "queues" }],
    gaps: [{ competency: "messaging.orderin", line: 7 }],
  }),
];

describe("pm taxonomy usage", () => {
  test("counts incidents once, by what names the competency", () => {
    const { subtitle, sections } = report(postmortems);
    expect(subtitle).toBe("t.yaml · all time · 2 incidents");
    expect(sections[0]?.rows).toEqual([
      ["messaging.backpressure", "queues", 2, 1, 1, 1],
      ["queues", "queues", 1, 0, 1, 0],
    ]);
  });

  test("lists what is never used; a domain is used with any of its own", () => {
    const section = sectionOf(report(postmortems), "never_used");
    expect(cells(section, ["competency"]).flat()).toEqual([
      "messaging.ordering",
      "observability",
      "observability.tracing",
    ]);
  });

  test("lists what the taxonomy lacks, also where it lists nothing of that sort", () => {
    const section = sectionOf(report(postmortems), "unknown");
    expect(cells(section, ["list", "written", "incidents", "meant", "place"])).toEqual([
      ["cause", "anything", 1, null, "b.md:1"],
      ["competency", "messaging.orderin", 1, "messaging.ordering", "b.md:1"],
      ["team", "nobody", 1, null, "a.md:1"],
      ["trigger", "depoly", 1, "deploy", "a.md:1"],
    ]);
  });

  test("no incident at all leaves every table empty but the unused", () => {
    const { sections } = report([]);
    expect(sections.map(({ key, rows }) => [key, rows.length])).toEqual([
      ["used", 0],
      ["never_used", 5],
      ["several_names", 0],
      ["near_duplicates", 0],
      ["unknown", 0],
    ]);
  });
});

test("several names: each spelling of frontmatter, tag and table, with its place", () => {
  const document = (path: string, competency: string, tag: string) =>
    read(
      `---\ngaps:\n  - competency: ${competency}\n---\n\n## Contributing factors\n\n- Lag grew. (gap: ${tag}, knowledge)\n\n## Actions\n\n| Action | Competency |\n|---|---|\n| Practise | Queue depth |\n`,
      undefined,
      path,
    );
  const documents = [
    document("a.md", "messaging.backpressure", "consumer lag"),
    document("b.md", "Messaging.Backpressure", "tracing"),
  ];
  const names = usageReport({
    taxonomy: CONTEXT.taxonomy,
    taxonomyName: "t.yaml",
    postmortems: documents,
    stretch: "all time",
    withheld: 0,
  });
  expect(sectionOf(names, "several_names").rows).toEqual([
    ["messaging.backpressure", "Queue depth", 2, "a.md:14"],
    ["messaging.backpressure", "Messaging.Backpressure", 1, "b.md:3"],
    ["messaging.backpressure", "messaging.backpressure", 1, "a.md:3"],
  ]);
});

describe("near duplicates", () => {
  const base = TAXONOMY.competencies[0];
  if (!base) throw new Error("no competency");
  const competency = (id: string, parent: string | null, ...aliases: readonly string[]) => {
    return { ...base, id, name: id, parent, aliases };
  };
  const taxonomy = {
    ...TAXONOMY,
    competencies: [
      competency("a", null),
      competency("a.retries", "a", "backoff jitter"),
      competency("b", null),
      competency("b.retries", "b"),
      competency("b.caching", "b"),
      competency("b.other", "b", "backof jitter"),
    ],
  };
  const columns = ["first", "second", "rule", "because", "incidents", "shared_incidents"] as const;
  const pairs = (incidents: readonly (readonly string[])[]) => {
    const built = incidents.map((gaps, index) => buildPostmortem({ id: `i${index}`, gaps }));
    return cells(sectionOf(report(built, taxonomy), "near_duplicates"), columns);
  };
  const NAMED = [
    ["a.retries", "b.other", "names", "backoff jitter / backof jitter", 0, 0],
    ["a.retries", "b.retries", "names", "retries / retries", 0, 0],
  ];

  test("by name: the same own part, or a slip of a letter", () => {
    expect(pairs([])).toEqual(NAMED);
  });

  test("by incidents: three in common, and nearly all", () => {
    const both = ["b.caching", "b.other"];
    expect(pairs([both, both, both])[0]).toEqual([
      ...["b.caching", "b.other", "together", "3 of 3 incidents"],
      ...[3, 3],
    ]);
    expect(pairs([both, both])).not.toContainEqual(expect.arrayContaining(["together"]));
    expect(pairs([both, both, both, ["b.other"]])).not.toContainEqual(
      expect.arrayContaining(["together"]),
    );
  });

  test("a domain and its own competency are no pair", () => {
    const both = ["b", "b.caching"];
    expect(pairs([both, both, both])).toEqual(NAMED);
  });
});
