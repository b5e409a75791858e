import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Ranker } from "../../src/core/settings/ranker.ts";
import { parseRanker } from "../../src/setup/ranker.ts";
import { featuresOf } from "../../src/suggest/features.ts";
import { suggestRankedGaps } from "../../src/suggest/ranked-gaps.ts";
import {
  gapLogit,
  kindOfWords,
  logitOf,
  mixInputs,
  probabilityOf,
  scoreWords,
  shareOfDocument,
  wordEvidence,
} from "../../src/suggest/ranker.ts";
import { ROOT } from "../support/root.ts";
import { readProse, readSentence, SUGGEST_CONTEXT } from "../support/suggest.ts";

const SHIPPED_PATH = "data/en/ranker.json";
const SHIPPED_TEXT = readFileSync(join(ROOT, SHIPPED_PATH), "utf8");
const SHIPPED = parseRanker({ path: SHIPPED_PATH, text: SHIPPED_TEXT });

const SMALL: Ranker = {
  bias: -1,
  damping: 0.5,
  mix: new Map([
    ["bias", 0],
    ["text", 1],
    ["cue", 0.5],
    ["likely", 1],
    ["beside", 0.4],
    ["likely coverage", -2],
  ]),
  weights: new Map([
    ["=gauge", 4],
    ["people>not", 2],
    ["=restart", -3],
  ]),
  kinds: new Map([
    ["instrumentation", { bias: 0, weights: new Map([["=gauge", 2]]) }],
    ["knowledge", { bias: 1, weights: new Map([["people>not", 0.5]]) }],
  ]),
};

function featuresIn(sentence: string, heading?: string) {
  const postmortem = readSentence(sentence, heading);
  const [first] = postmortem.sentences;
  if (!first) throw new Error("no sentence");
  return featuresOf(postmortem, first, SUGGEST_CONTEXT);
}

describe("features of a sentence", () => {
  test("stems, pairs of classes in their order, and the section", () => {
    const features = featuresIn("Nobody had an alarm for the gauges", "Action items");
    expect([...features.keys()]).toEqual(
      expect.arrayContaining([
        "=gaug",
        "an alarm",
        "@alerts",
        "!people",
        "people>alerts",
        "#actions",
      ]),
    );
    expect(features.get("people>alerts")).toBe("nobody … alarm");
    expect(features.get("an alarm")).toBe("an alarm");
    expect([...features.keys()]).not.toContain("alerts>people");
  });

  test.each([
    [
      "The limit was misread and unexpected, which surprisingly took 40 minutes.",
      ["mis-", "un-", "-ly", ":time"],
    ],
    ["It took several hours.", []],
    ["It took two hours.", [":time"]],
  ])("forms of words and lengths of time: %s", (sentence, forms) => {
    const known = ["mis-", "un-", "-ly", ":time"];
    expect(
      [...featuresIn(sentence).keys()].filter((one) => known.includes(one)).toSorted(),
    ).toEqual(forms.toSorted());
  });

  test("a length in powers of two words, the longest alike", () => {
    const lengthOf = (words: number) =>
      [...featuresIn(Array(words).fill("gauge").join(" ")).keys()].filter((one) =>
        one.startsWith(":length"),
      );
    expect([1, 3, 4, 64, 200].map(lengthOf)).toEqual(
      [0, 1, 2, 6, 6].map((length) => [`:length ${length}`]),
    );
  });

  test("words eight apart are no pair", () => {
    const far = featuresIn("Nobody one two three four five six seven alarm");
    expect([...far.keys()]).not.toContain("people>alerts");
  });
});

describe("what words say", () => {
  test("weights add up, damped by how many there are; the strongest words are the reason", () => {
    const features = new Map([
      ["=gauge", "gauge"],
      ["people>not", "we … not"],
      ["=unknown", "unknown"],
    ]);
    const { score, because } = scoreWords(features, SMALL);
    expect(score).toBeCloseTo(-1 + 6 / Math.sqrt(2));
    expect(because()).toEqual(["gauge", "we … not"]);
  });

  test("words that nothing is known of leave the bias", () => {
    const { score, because } = scoreWords(new Map(), SMALL);
    expect([score, because()]).toEqual([-1, []]);
  });

  test.each([
    [["=gauge", "people>not"], "instrumentation"],
    [["people>not"], "knowledge"],
    [[], "knowledge"],
  ])("of %j the kind is %s", (features, kind) => {
    expect(kindOfWords(new Map(features.map((one) => [one, one])), SMALL)).toBe(kind);
  });

  test("where no kind is known there is none", () => {
    expect(kindOfWords(new Map(), { kinds: new Map() })).toBeNull();
  });

  test.each([
    [0, 0, null, false, 0.5],
    [0, 0.45, "knowledge", false, 0.62],
    [0, 0.8, "knowledge", false, 0.82],
    [-0.5, 0.8, "knowledge", false, 0.73],
    [-1, 0.8, "knowledge", false, 0.62],
    [-9, 0.8, "knowledge", false, 0],
    [0, 0.8, "coverage", false, 0.38],
    [0, 0, null, true, 0.6],
  ])(
    "a score of %s, a cue of %s for %s, beside a likely one: %s, make %s",
    (score, confidence, kind, isBesideLikely, probability) => {
      const words = { score, beside: 0, ofDocument: 0 };
      const inputs = mixInputs(words, { confidence, kind, isBesideLikely, likelyElsewhere: 0 });
      expect(probabilityOf(logitOf(inputs, SMALL))).toBe(probability);
    },
  );

  test("a sentence is surer in a document whose other sentences tell of gaps, by words or by cues", () => {
    const mix = new Map([
      ["document text", 0.5],
      ["document cues", 2],
    ]);
    const logitIn = (likelyElsewhere: number, ofDocument: number) => {
      const cue = { confidence: 0, kind: null, isBesideLikely: false, likelyElsewhere };
      return logitOf(mixInputs({ score: 0, beside: 0, ofDocument }, cue), { mix });
    };
    expect(logitIn(0.5, -1)).toBe(0.5);
    expect(logitIn(0.1, -1)).toBeLessThan(logitIn(0.5, -1));
    expect(logitIn(0.1, -2)).toBeLessThan(logitIn(0.1, -1));
  });

  test("a document of few sentences says little of how common gaps are in it", () => {
    expect(shareOfDocument(0, 0)).toBe(0.17);
    expect(shareOfDocument(1, 1)).toBeCloseTo(0.31, 2);
    expect(shareOfDocument(100, 100)).toBeGreaterThan(0.95);
    const ofDocument = (...scores: readonly number[]) =>
      wordEvidence(scores.map((score) => ({ score, section: null })))[0]?.ofDocument;
    expect(ofDocument(2, 2, 2)).toBeGreaterThan(ofDocument(2, -2, -2) ?? 0);
    expect(ofDocument(2)).toBeLessThan(0);
  });

  test("a likely cue is at least even, whatever the words around it", () => {
    const words = { score: -5, beside: 0, ofDocument: -5 };
    const cue = { kind: "knowledge", isBesideLikely: false, likelyElsewhere: 0 };
    const mix = new Map([["document text", 1]]);
    expect(gapLogit(words, { ...cue, confidence: 0.8 }, { mix })).toBe(0);
    expect(gapLogit(words, { ...cue, confidence: 0.4 }, { mix })).toBe(-5);
    expect(gapLogit({ ...words, ofDocument: 2 }, { ...cue, confidence: 0.8 }, { mix })).toBe(2);
  });

  test("what stands beside a sentence is the likelier of those right before and after it in its section", () => {
    const sentences = [
      { score: 2, section: "actions" },
      { score: 0, section: "factors" },
      { score: -1, section: "factors" },
      { score: 1, section: "factors" },
    ];
    const beside = wordEvidence(sentences).map((one) => Number(one.beside.toFixed(2)));
    // 1 / (1 + e^1) = 0.27, 1 / (1 + e^-1) = 0.73; where none stands beside, the share of gaps in most documents.
    expect(beside).toEqual([0.17, 0.27, 0.73, 0.27]);
  });
});

describe("gaps of both cues and words", () => {
  test("a sentence without a cue names its words, and no competency where none fits", () => {
    const ranker: Ranker = {
      ...SMALL,
      weights: new Map([["=gaug", 4]]),
    };
    const found = suggestRankedGaps(readSentence("The gauge hung askew."), SUGGEST_CONTEXT, ranker);
    expect(found).toMatchObject([
      {
        kind: "knowledge",
        competency: null,
        foundBy: "wording",
        confidence: 0.95,
        because: "wording 'gauge'; no taxonomy term fits",
      },
    ]);
  });

  test("what is said of somebody by a name that nothing knows is no gap of ours", () => {
    const ranker: Ranker = { ...SMALL, weights: new Map([["=process", 4]]) };
    const found = (text: string) => suggestRankedGaps(readSentence(text), SUGGEST_CONTEXT, ranker);
    expect(found("Paylink has a process for formats.")).toEqual([]);
    expect(found("The team has a process for formats.")).toHaveLength(1);
  });

  test.each([
    ["documentation", "The gauge hung askew.", "incident-response.runbooks"],
    ["instrumentation", "The gauge hung askew in the tests.", "deployment"],
    ["instrumentation", "The gauge hung askew.", "observability"],
    ["coverage", "The gauge hung askew.", "incident-response.escalation-paths"],
    ["knowledge", "The gauge hung askew.", null],
  ])("of %s without a word of the taxonomy: %s is %s", (kind, sentence, competency) => {
    const ranker: Ranker = {
      ...SMALL,
      weights: new Map([["=gaug", 4]]),
      kinds: new Map([[kind, { bias: 0, weights: new Map() }]]),
    };
    const found = suggestRankedGaps(readSentence(sentence), SUGGEST_CONTEXT, ranker);
    expect(found).toMatchObject([{ kind, competency }]);
  });

  test("a cue keeps its kind, competency and reason, and gets a probability", () => {
    const found = suggestRankedGaps(
      readSentence("There was no runbook for the failover."),
      SUGGEST_CONTEXT,
      SMALL,
    );
    expect(found).toMatchObject([
      {
        kind: "documentation",
        foundBy: "cue",
        competency: "incident-response.runbooks",
        confidence: 0.62,
      },
    ]);
  });

  test("a sentence beside one with a likely cue is surer, across sections it is not", () => {
    const ranker: Ranker = {
      ...SMALL,
      weights: new Map([["=gaug", 1]]),
    };
    const confidenceOf = (text: string) =>
      suggestRankedGaps(readProse(text), SUGGEST_CONTEXT, ranker).find(
        ({ foundBy }) => foundBy === "wording",
      )?.confidence;
    const factors = "# Outage\n\n## Contributing factors\n\n";
    const noRunbook = "There was no runbook for it.";
    expect(confidenceOf(`${factors}The gauge hung askew.\n`)).toBe(0.5);
    expect(confidenceOf(`${factors}The gauge hung askew. ${noRunbook}\n`)).toBe(0.6);
    expect(confidenceOf(`${factors}The gauge hung askew.\n\n## Root cause\n\n${noRunbook}\n`)).toBe(
      0.5,
    );
  });

  test("what went well, questions and what the words hardly speak for are left out", () => {
    const text =
      "# Outage\n\n## What went well\n\nThe gauge hung.\n\n## Root cause\n\nIs it the gauge?\n\nThe lamp hung.\n";
    expect(suggestRankedGaps(readProse(text), SUGGEST_CONTEXT, SMALL)).toEqual([]);
  });
});

describe("the weights that ship with pm", () => {
  test("fit their bounds: about 1,500 in at most 40 KB", () => {
    expect(SHIPPED.weights.size).toBeLessThanOrEqual(1500);
    expect(Buffer.byteLength(SHIPPED_TEXT)).toBeLessThanOrEqual(40 * 1024);
  });

  test("tell apart the kinds of the taxonomy that ships with pm", () => {
    const known = SUGGEST_CONTEXT.taxonomy.kinds.map(({ id }) => id);
    expect([...SHIPPED.kinds.keys()].toSorted()).toEqual(known.toSorted());
  });

  test.each([
    ["We had no alert for the backlog.", "Contributing factors", 0.7],
    // Of the sentences labelled, few with a cue for coverage alone are gaps.
    ["Nobody knew how the failover works.", "What went wrong", 0.6],
    // A sentence by itself has none beside it that would make it surer.
    ["Write a runbook for the restore.", "Action items", 0.6],
  ])("a plain gap is likely: %s", (sentence, heading, least) => {
    const [found] = suggestRankedGaps(readSentence(sentence, heading), SUGGEST_CONTEXT, SHIPPED);
    expect(found?.confidence).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ["The service was restarted at noon.", "Timeline"],
    ["Raise the memory limit to 4 GB.", "Action items"],
  ])("what is none is not: %s", (sentence, heading) => {
    const found = suggestRankedGaps(readSentence(sentence, heading), SUGGEST_CONTEXT, SHIPPED);
    expect(found.filter(({ confidence }) => confidence >= 0.5)).toEqual([]);
  });
});
