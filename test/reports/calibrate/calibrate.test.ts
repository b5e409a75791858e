import { describe, expect, test } from "vitest";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { calibrateReport } from "../../../src/reports/calibrate/calibrate.ts";
import { raterName } from "../../../src/reports/calibrate/rater-name.ts";
import { buildPostmortem } from "../../support/build-postmortem.ts";
import { cells, sectionOf, TAXONOMY } from "../../support/build-query.ts";

const QUEUES = "messaging.backpressure";
const TRACING = "observability.tracing";

/** The documents of one rater: for each, the kinds of its gaps by competency. */
function rater(...documents: readonly Readonly<Record<string, string>>[]): readonly Postmortem[] {
  return documents.map((tags, at) =>
    buildPostmortem({
      id: `doc-${at}`,
      gaps: Object.entries(tags).map(([competency, kind]) => {
        return { competency, kind, evidence: `Said of ${competency}.` };
      }),
    }),
  );
}

/** One rater whose gaps of one competency have these kinds, document by document; `.` for no such gap. */
function kinds(row: string): readonly Postmortem[] {
  return rater(
    ...Array.from(row, (kind): Record<string, string> => (kind === "." ? {} : { [QUEUES]: kind })),
  );
}

test("Krippendorff's example of four observers and twelve units: 0.743", () => {
  const raters = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."].map(kinds);
  const overall = sectionOf(calibrateReport(raters, TAXONOMY), "overall");
  const [, kind] = cells(overall, ["alpha", "units", "advice"]);
  expect(kind?.[0]).toBeCloseTo(0.743, 3);
  expect(kind?.slice(1)).toEqual([11, "agreed so far: 11 of 20 documents needed to rely on it"]);
});

describe("by competency", () => {
  const knowledge = { [QUEUES]: "knowledge" };
  const both = { ...knowledge, [TRACING]: "knowledge" };
  const a = rater(knowledge, knowledge, {}, both);
  const b = rater(knowledge, knowledge, {}, knowledge);
  const report = calibrateReport([a, b], TAXONOMY);

  test("alpha is of the documents that were tagged so or not", () => {
    const section = sectionOf(report, "competencies");
    expect(cells(section, ["name", "alpha", "units", "tagged", "advice"])).toEqual([
      [QUEUES, 1, 4, ["A 3", "B 3"], "agreed so far: 4 of 20 documents needed to rely on it"],
      // One of two judgements of one document in eight: 1 − 7 · 2 / 14.
      [
        TRACING,
        0,
        4,
        ["A 1", "B 0"],
        "not ready for trends: agree on what it means, then tag again",
      ],
    ]);
  });

  test("a tag that all gave everywhere cannot be judged", () => {
    const section = sectionOf(report, "kinds");
    const everywhere = calibrateReport([rater(knowledge), rater(knowledge)], TAXONOMY);
    expect(cells(sectionOf(everywhere, "competencies"), ["alpha", "advice"])).toEqual([
      [null, "cannot tell: everybody always gave the same answer"],
    ]);
    expect(cells(section, ["name", "alpha"])).toEqual([["knowledge", 1]]);
  });

  test("where they differ, the sentences stand beside the tags", () => {
    const section = sectionOf(report, "differences");
    expect(cells(section, ["document", "competency", "rater_a", "rater_b", "evidence"])).toEqual([
      ["doc-3", TRACING, "knowledge", null, [`Said of ${TRACING}.`]],
    ]);
  });

  test("the same report twice", () => {
    expect(calibrateReport([a, b], TAXONOMY)).toEqual(report);
  });
});

test("a different kind is a difference; a document without a second rater is left out", () => {
  const a = rater({ [QUEUES]: "knowledge" }, { [QUEUES]: "knowledge" });
  const b = rater({ [QUEUES]: "coverage" });
  const report = calibrateReport([a, b], TAXONOMY);
  expect(cells(sectionOf(report, "differences"), ["document", "rater_a", "rater_b"])).toEqual([
    ["doc-0", "knowledge", "coverage"],
  ]);
  expect(report.subtitle).toBe("2 raters · 1 document");
  expect(report.notes.join("\n")).toContain("1 document has one rater only and is left out.");
});

test("suggestions that nobody confirmed are nobody's tags", () => {
  const own = (confirmed: boolean) => [
    buildPostmortem({ id: "x", gaps: [{ competency: QUEUES, confirmed }] }),
  ];
  const report = calibrateReport([own(false), own(false)], TAXONOMY);
  expect(sectionOf(report, "competencies").rows).toEqual([]);
});

test("few documents are never relied on, however many competencies they name", () => {
  const many = Object.fromEntries(
    ["queues", QUEUES, "messaging.ordering", TRACING].map((one) => [one, "knowledge"]),
  );
  const raters = Array.from({ length: 2 }, () =>
    rater(...Array.from({ length: 6 }, () => many), {}),
  );
  const report = calibrateReport(raters, TAXONOMY);
  const needed = "agreed so far: 7 of 20 documents needed to rely on it";
  expect(cells(sectionOf(report, "overall"), ["units", "advice"])).toEqual([
    [28, needed],
    [24, "cannot tell: everybody always gave the same answer"],
  ]);
  const section = sectionOf(report, "competencies");
  expect(cells(section, ["advice"])).toEqual(Array.from({ length: 4 }, () => [needed]));
  expect(section.finding).toBe("0 of 4 are ready for trends");
});

test("what no two people tagged is said to be so", () => {
  const report = calibrateReport([rater({}, {}), rater({}, {})], TAXONOMY);
  expect(cells(sectionOf(report, "overall"), ["units", "advice"])).toEqual([
    [0, "cannot tell: no two people tagged it"],
    [0, "cannot tell: no two people tagged it"],
  ]);
});

test.each([
  // 20 documents, of which the second rater calls so many otherwise.
  [0, "reliable"],
  [3, "for tentative conclusions"],
  [8, "not ready for trends: agree on what it means, then tag again"],
])("20 documents with %i differences: %s", (differences, advice) => {
  const own = (changed: number) =>
    kinds(
      Array.from({ length: 20 }, (_one, at) => ((at % 2 === 0) === at >= changed ? "." : "k")).join(
        "",
      ),
    );
  const report = calibrateReport([own(0), own(differences)], TAXONOMY);
  expect(cells(sectionOf(report, "competencies"), ["units", "advice"])).toEqual([[20, advice]]);
});

test.each([
  // Of 20 documents, so many are tagged, by both raters alike.
  [1, "agreed so far: tagged in 1 of 5 documents needed to rely on it"],
  [4, "agreed so far: tagged in 4 of 5 documents needed to rely on it"],
  [5, "reliable"],
  [17, "agreed so far: left untagged in 3 of 5 documents needed to rely on it"],
])("a tag of %i documents: %s", (tagged, advice) => {
  const own = kinds("k".repeat(tagged) + ".".repeat(20 - tagged));
  const section = sectionOf(calibrateReport([own, own], TAXONOMY), "competencies");
  expect(cells(section, ["alpha", "advice"])).toEqual([[1, advice]]);
  expect(section.finding).toBe(`${advice === "reliable" ? 1 : 0} of 1 is ready for trends`);
});

test("raters are letters", () => {
  expect([0, 1, 25, 26, 27].map(raterName)).toEqual(["A", "B", "Z", "A1", "B1"]);
});
