import fc from "fast-check";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import {
  type Field,
  FIELDS,
  type LikenessDocument,
  wordsOf,
} from "../../src/likeness/documents.ts";
import { search } from "../../src/likeness/search.ts";
import { similarReport } from "../../src/likeness/similar-report.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf } from "../support/build-query.ts";
import { comparedAll, document, ids, lexicon, lexiconWith } from "./support.ts";

const LOCK = document("lock", {
  title: "Payouts waited for locks",
  services: ["payouts"],
  factors: ["A migration queued behind a lock", "No timeout on locks"],
  gaps: ["datastores.locking"],
  times: { started: "2026-03-01T10:00:00Z" },
});
const TWIN = document("twin", {
  title: "Ledger behind a lock",
  services: ["ledger"],
  factors: ["Migrations take a lock", "Timeouts were missing"],
  gaps: ["datastores.locking", "deployment.rollback"],
  times: { started: "2026-04-01T10:00:00Z" },
  severity: "P2",
});
const FAR = document("far", { title: "Certificate expired", factors: ["Nobody renewed it"] });
const TIMEOUT = document("timeout", { title: "Slow pages", factors: ["A timeout of minutes"] });

function similar(sought: LikenessDocument | string, documents: readonly LikenessDocument[]) {
  return similarReport({
    sought: typeof sought === "string" ? { text: sought } : { document: sought },
    documents,
    lexicon: typeof sought === "string" ? lexiconWith(sought) : lexicon(),
    timeZone: "UTC",
  });
}

describe("search", () => {
  test("finds documents by their words in any form, the most alike first", () => {
    const { stems } = lexicon();
    const matches = search(LOCK, [FAR, TIMEOUT, TWIN], lexicon());
    const shared = matches.map((match) => match.stems.map((stem) => stems[stem]));
    expect(ids(matches.map((match) => match.document))).toEqual(["twin", "timeout"]);
    expect(shared[0]?.slice(0, 2)).toEqual(["lock", "datastor"]);
    expect(shared[1]).toEqual(["timeout"]);
  });

  test("a document is as similar to its copy as can be, and no other is more", () => {
    const copy = { ...LOCK, incident: { ...LOCK.incident, path: "copy.md" } };
    const [first, second] = search(LOCK, [TWIN, copy], lexicon());
    expect([first?.document, first?.similarity]).toEqual([copy, 1]);
    expect(second?.similarity).toBeLessThan(0.8);
  });

  test("a word of a title counts for more than that of a timeline", () => {
    const row = {
      at: null,
      day: null,
      written: "",
      text: "Queue full",
      range: LOCK.incident.id.source.range,
    };
    const told = document("a", {
      title: "Slow",
      rest: { timeline: { rows: [row], zone: null, range: row.range } },
    });
    const draft = document("draft", { title: "Queue grew" });
    const titled = document("b", { title: "Queue full" });
    const matches = search(draft, [told, titled, FAR], lexicon());
    expect(ids(matches.map((match) => match.document))).toEqual(["b", "a"]);
  });

  const someWords = fc.array(fc.constantFrom("lock", "queue", "cache", "retry", "disk"), {
    maxLength: 6,
  });
  const incidents = fc
    .array(fc.record({ title: someWords, factors: someWords }), { minLength: 1, maxLength: 8 })
    .map((all) =>
      all.map(({ title, factors }, index) =>
        buildPostmortem({ id: `i${index}`, title: title.join(" "), factors: [factors.join(" ")] }),
      ),
    );

  test("the order of the files changes nothing, and no similarity leaves 0 to 1", () => {
    fc.assert(
      fc.property(incidents, fc.integer({ min: 0, max: 7 }), (all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)];
        const found = (from: typeof all) =>
          search(LOCK, comparedAll(from), lexicon()).map(
            ({ document: { incident }, similarity, stems }) => ({
              path: incident.path,
              similarity,
              stems,
            }),
          );
        expect(found(turned)).toEqual(found(all));
        for (const { similarity } of found(all)) {
          expect(similarity > 0 && similarity <= 1).toBe(true);
        }
      }),
    );
  });
});

describe("its scores", () => {
  const WEIGHTS = { title: 3, competencies: 3, factors: 2, services: 2, prose: 1.5, timeline: 1 };

  /** What each document scores for a stem, by MiniSearch. */
  function scoresFor(
    stem: string,
    texts: readonly LikenessDocument[],
  ): ReadonlyMap<number, number> {
    const index = new MiniSearch<{ readonly id: number; readonly text: LikenessDocument }>({
      fields: [...FIELDS],
      extractField: ({ id, text }, name) => {
        const field = FIELDS.find((one) => one === name);
        return field ? stemsIn(text, field).join(" ") : String(id);
      },
      tokenize: (text) => text.split(" ").filter((one) => one !== ""),
      processTerm: (term) => term,
      searchOptions: { boost: WEIGHTS, bm25: { k: 1.2, b: 0.9, d: 0 } },
    });
    index.addAll(texts.map((text, id) => ({ id, text })));
    return new Map(index.search(stem).map(({ id, score }) => [Number(id), score]));
  }

  function stemsIn(text: LikenessDocument, field: Field): readonly string[] {
    const { stems, stemOf } = lexicon();
    return Array.from(wordsOf(text.words, field), (word) => stems[stemOf[word] ?? -1] ?? "");
  }

  /** The similarity of each text with the first. */
  function similarities(texts: readonly LikenessDocument[]): readonly number[] {
    const [sought] = texts;
    const stems = new Set(FIELDS.flatMap((field) => (sought ? stemsIn(sought, field) : [])));
    const totals = texts.map(() => 0);
    for (const stem of stems) {
      const scores = scoresFor(stem, texts);
      const most = scores.get(0) ?? 0;
      for (const [at, score] of scores)
        totals[at] = (totals[at] ?? 0) + most * Math.min(score, most);
    }
    return totals.map((total) => total / (totals[0] ?? 1));
  }

  const someWords = fc
    .array(fc.constantFrom("lock", "locks", "queue", "cache", "retry", "disk"), { maxLength: 7 })
    .map((words) => words.join(" "));

  test("are those of MiniSearch", () => {
    const shorthand = fc.record({ title: someWords, factor: someWords, service: someWords });
    fc.assert(
      fc.property(fc.array(shorthand, { minLength: 2, maxLength: 7 }), (all) => {
        const texts = all.map(({ title, factor, service }, at) =>
          document(`d${at}`, { title: `pods ${title}`, factors: [factor], services: [service] }),
        );
        const expected = similarities(texts);
        const [sought, ...others] = texts;
        if (!sought) return;
        const found = search(sought, others, lexicon());
        const byPath = new Map(found.map((match) => [match.document.incident.path, match]));
        others.forEach(({ incident: { path } }, at) => {
          expect(byPath.get(path)?.similarity ?? 0).toBeCloseTo(expected[at + 1] ?? 0, 12);
        });
      }),
    );
  });
});

describe("similarReport", () => {
  test("says why, in words that the other document uses", () => {
    const section = sectionOf(similar(LOCK, [TWIN, FAR]), "similar");
    const columns = ["incident", "date", "severity", "services", "terms", "competencies", "file"];
    expect(cells(section, columns)).toEqual([
      [
        "Ledger behind a lock",
        "2026-04-01",
        "P2",
        ["ledger"],
        ["lock", "datastores", "migrations", "timeouts"],
        ["datastores.locking"],
        "twin.md",
      ],
    ]);
  });

  test("a text finds competencies by their words", () => {
    const section = sectionOf(similar("rollback", [TWIN, FAR]), "similar");
    expect(cells(section, ["file", "terms", "competencies"])).toEqual([
      ["twin.md", ["rollback"], ["deployment.rollback"]],
    ]);
  });

  test.each([
    [LOCK, [], "There is no other incident to compare with."],
    [LOCK, [FAR], "No similar incident: the others share at most a few common words with it."],
    ["zookeeper quorum", [FAR], "No incident has any of these words: zookeeper, quorum."],
    [
      "the 12",
      [FAR],
      "There are no words to compare: common words, amounts and names of people are left out.",
    ],
  ])("where nothing is found it says why (%#)", (sought, documents, sentence) => {
    const section = sectionOf(similar(sought, documents), "similar");
    expect([section.rows, section.whenEmpty]).toEqual([[], sentence]);
  });

  test("says which words of a text no incident has, and that few incidents tell little", () => {
    expect(similar("zookeeper lock", [TWIN, FAR]).notes.slice(2)).toEqual([
      "In no incident: zookeeper.",
      "With only 2 incidents to compare with, it is hard to tell which words are rare.",
    ]);
  });
});
