import { expect, test } from "vitest";
import { type ProposeQuery, proposeReport } from "../../src/taxonomy/propose.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf, TAXONOMY } from "../support/build-query.ts";

function incident(id: string, evidence: string, ...factors: readonly string[]) {
  return buildPostmortem({
    id,
    gaps: [{ competency: "observability.tracing", evidence }],
    factors: [evidence, ...factors],
  });
}

function propose(partial: Partial<ProposeQuery>) {
  return proposeReport({
    taxonomy: TAXONOMY,
    taxonomyName: "t.yaml",
    postmortems: [],
    stretch: "all time",
    minIncidents: 2,
    smallCount: 3,
    stopWords: ["the", "was", "of", "and", "read", "a"],
    personWords: new Set(),
    ...partial,
  });
}

function terms(partial: Partial<ProposeQuery>): readonly unknown[] {
  const section = sectionOf(propose(partial), "terms");
  return cells(section, ["term", "incidents"]).map(
    ([term, count]) => `${String(term)} ${String(count)}`,
  );
}

test("word forms are one term, and a piece of a longer term is none of its own", () => {
  const postmortems = [
    incident("a", "The partition key was misread."),
    incident("b", "Partition keys of the ledger."),
    incident("c", "A partition moved."),
  ];
  expect(terms({ postmortems })).toEqual(["partition 3", "partition key 2"]);
});

test.each<[name: string, sentence: string, expected: readonly string[]]>([
  ["a competency's name in other forms", "Tracings of messaging ordering", []],
  ["names of services and teams", "Kafka and payouts", []],
  ["stop words and short words", "Reading of the ab", []],
  ["words with digits, paths and code", "p95 of api.call at 12:30 in a/b", []],
  [
    "no phrase goes over a comma, a number or a stop word",
    "shards, 12 quorum and wal",
    ["quorum 2", "shard 2", "wal 2"],
  ],
  ["three words at most", "write ahead log replay", ["ahead log replay 2", "write ahead log 2"]],
])("%s", (_name, sentence, expected) => {
  const postmortems = [incident("a", sentence), incident("b", sentence)];
  expect(terms({ postmortems }).map((term) => String(term).replace("shards", "shard"))).toEqual(
    expected,
  );
});

test("what a description or a signal says is covered", () => {
  const [first, ...rest] = TAXONOMY.competencies;
  if (!first) throw new Error("no competency");
  const postmortems = [incident("a", "quorum and shards"), incident("b", "quorum and shards")];
  const saying = { ...first, description: "Know what a quorum is.", signals: ["hot shard"] };
  expect(
    terms({ postmortems, taxonomy: { ...TAXONOMY, competencies: [saying, ...rest] } }),
  ).toEqual([]);
});

test("a word that names a person anywhere is in no term", () => {
  const postmortems = [incident("a", "Quorum by Maria"), incident("b", "Maria lost quorum")];
  expect(terms({ postmortems, personWords: new Set(["maria"]) })).not.toContainEqual(
    expect.stringMatching(/maria/i),
  );
});

test("a row says how often, where, under which tag and why", () => {
  const postmortems = [
    incident("a", "Slow read.", "The ordering quorum was lost."),
    incident("b", "The ordering quorum was split."),
  ];
  expect(sectionOf(propose({ postmortems }), "terms").rows).toEqual([
    [
      "ordering quorum",
      2,
      1,
      1,
      ["observability.tracing"],
      'few incidents; the nearest is messaging.ordering, which lacks "quorum"',
      "a.md:1",
    ],
  ]);
});

test("--min-incidents, and how many documents had anything to read", () => {
  const postmortems = [incident("a", "quorum"), buildPostmortem({ id: "b" })];
  expect(terms({ postmortems })).toEqual([]);
  expect(terms({ postmortems, minIncidents: 1 })).toEqual(["quorum 1"]);
  expect(propose({ postmortems }).notes[0]).toBe(
    "Read: gap evidence and contributing factors of 1 of 2 incidents; a term occurs in at least 2 incidents.",
  );
  expect(propose({ postmortems }).notes[2]).toContain("(few to read: 1 incident)");
});
