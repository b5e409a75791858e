import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LikenessDocument, likenessDocuments } from "../../src/likeness/documents.ts";
import { search } from "../../src/likeness/search.ts";
import { similarReport } from "../../src/likeness/similar-report.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf } from "../support/build-query.ts";
import { document, ids, READ_WORDS } from "./support.ts";

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
    sought:
      typeof sought === "string" ? { text: sought, readWords: READ_WORDS } : { document: sought },
    documents,
    timeZone: "UTC",
  });
}

describe("search", () => {
  test("finds documents by their words in any form, the most alike first", () => {
    const matches = search(LOCK, [FAR, TIMEOUT, TWIN]);
    expect(ids(matches.map((match) => match.document))).toEqual(["twin", "timeout"]);
    expect(matches[0]?.stems.slice(0, 2)).toEqual(["lock", "datastor"]);
    expect(matches[1]?.stems).toEqual(["timeout"]);
  });

  test("a document is as similar to its copy as can be, and no other is more", () => {
    const copy = { ...LOCK, incident: { ...LOCK.incident, path: "copy.md" } };
    const [first, second] = search(LOCK, [TWIN, copy]);
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
    const titled = document("b", { title: "Queue full" });
    const matches = search(document("draft", { title: "Queue grew" }), [told, titled, FAR]);
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
          search(LOCK, likenessDocuments(from, READ_WORDS)).map(
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
