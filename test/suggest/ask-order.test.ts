import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askOrder, type Proposal } from "../../src/suggest/ask-order.ts";

function proposal(
  path: string,
  line: number,
  confidence: number,
  foundBy: Proposal["foundBy"],
): Proposal {
  const place = { line, column: 1, offset: line * 100 };
  return { path, range: { start: place, end: place }, type: "gap", confidence, foundBy };
}

function namesOf(proposals: readonly Proposal[]): readonly string[] {
  return proposals.map(({ path, range }) => `${path}:${range.start.line}`);
}

describe("the order that teaches most", () => {
  test("nearest the cut first, without a cue and with one by turns", () => {
    const order = askOrder([
      proposal("a", 1, 0.9, "cue"),
      proposal("b", 1, 0.55, "cue"),
      proposal("c", 1, 0.4, "wording"),
      proposal("d", 1, 0.52, "wording"),
      proposal("e", 1, 0.7, "cue"),
    ]);
    expect(namesOf(order)).toEqual(["d:1", "b:1", "c:1", "e:1", "a:1"]);
  });

  test("at most two of a document", () => {
    const order = askOrder([
      proposal("a", 1, 0.5, "cue"),
      proposal("a", 2, 0.51, "cue"),
      proposal("a", 3, 0.52, "cue"),
      proposal("b", 1, 0.8, "cue"),
    ]);
    expect(namesOf(order)).toEqual(["a:1", "a:2", "b:1"]);
  });

  test("more of a document on request", () => {
    const ten = Array.from({ length: 10 }, (_, line) => proposal("a", line, 0.6, "wording"));
    expect(askOrder(ten, { perDocument: 8 })).toHaveLength(8);
  });

  test("another cut", () => {
    const both = [proposal("a", 1, 0.8, "cue"), proposal("b", 1, 0.55, "cue")];
    expect(namesOf(askOrder(both, { cut: 0.75 }))).toEqual(["a:1", "b:1"]);
  });

  test("confidences alike far from the cut stand by file and line", () => {
    const alike = [
      proposal("b", 1, 0.6, "cue"),
      proposal("a", 2, 0.6, "cue"),
      proposal("a", 1, 0.4, "cue"),
    ];
    expect(namesOf(askOrder(alike))).toEqual(["a:1", "a:2", "b:1"]);
  });

  test("nothing is asked where nothing is proposed", () => {
    expect(askOrder([])).toEqual([]);
  });
});

const PROPOSALS = fc.uniqueArray(
  fc.record({
    path: fc.constantFrom("a", "b", "c"),
    line: fc.nat(50),
    hundredths: fc.nat(100),
    foundBy: fc.constantFrom("cue" as const, "wording" as const),
  }),
  { selector: ({ path, line }) => `${path}:${line}` },
);

test("each document is asked about as often as there is room, whatever the order of proposals", () => {
  fc.assert(
    fc.property(PROPOSALS, fc.integer({ min: 1, max: 8 }), (made, perDocument) => {
      const proposals = made.map((one) =>
        proposal(one.path, one.line, one.hundredths / 100, one.foundBy),
      );
      const order = askOrder(proposals, { perDocument });
      for (const path of ["a", "b", "c"]) {
        const count = (list: readonly Proposal[]) => list.filter((one) => one.path === path).length;
        expect(count(order)).toBe(Math.min(perDocument, count(proposals)));
      }
      expect(askOrder(proposals.toReversed(), { perDocument })).toEqual(order);
    }),
    { numRuns: 50 },
  );
});
