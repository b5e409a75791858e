import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LikenessDocument } from "../../src/likeness/documents.ts";
import { type Family, findFamilies } from "../../src/likeness/families.ts";
import { familiesReport } from "../../src/likeness/families-report.ts";
import { buildPostmortem } from "../support/build-postmortem.ts";
import { cells, sectionOf } from "../support/build-query.ts";
import { comparedAll, document, ids, lexicon } from "./support.ts";

const OPTIONS = { closeness: 0.2, minSize: 2 };

const FLUX_A = document("flux-a", {
  title: "Flux bumped",
  factors: ["No version lock on Flux", "Untested pipeline"],
  services: ["gitops"],
  teams: ["core"],
  times: { started: "2026-02-01T00:00:00Z" },
});
const FLUX_B = document("flux-b", {
  title: "Flux bumped again",
  factors: ["No version lock on Flux"],
  services: ["gitops", "logs"],
  teams: ["core", "apps"],
  times: { started: "2026-01-01T00:00:00Z" },
});
const CACHE_A = document("cache-a", {
  title: "Late",
  factors: ["Pods rebuilt profiles"],
  gaps: ["caching.stampede"],
});
const CACHE_B = document("cache-b", {
  title: "Slow",
  factors: ["A key expired"],
  gaps: ["caching.stampede"],
});
const ALONE = document("alone", { title: "Disk full", factors: ["Nobody watched disks"] });
const SILENT = document("silent", { title: "Flux bumped" });
const ALL = [ALONE, CACHE_A, CACHE_B, FLUX_A, FLUX_B, SILENT];

function shape({ name, members, competencies }: Family) {
  return { name, members: ids(members), competencies };
}

describe("findFamilies", () => {
  test("groups by factors and competencies, the largest first, then by name", () => {
    expect(findFamilies(ALL, ALL, lexicon(), OPTIONS).map(shape)).toEqual([
      { name: "Flux, bumped, lock", members: ["flux-a", "flux-b"], competencies: [] },
      {
        name: "caching.stampede",
        members: ["cache-a", "cache-b"],
        competencies: ["caching.stampede"],
      },
    ]);
  });

  test("a title alone puts nobody into a family", () => {
    expect(findFamilies([SILENT, FLUX_A], [SILENT, FLUX_A], lexicon(), OPTIONS)).toEqual([]);
  });

  test("one word in common makes no family", () => {
    const one = document("one", { factors: ["disk"] });
    const two = document("two", { factors: ["disks"] });
    expect(findFamilies([one, two, ALONE], [one, two], lexicon(), OPTIONS)).toEqual([]);
  });

  test("a narrower choice does not change how close two incidents are", () => {
    const chosen = [FLUX_A, FLUX_B];
    const [family] = findFamilies(ALL, ALL, lexicon(), OPTIONS);
    expect(findFamilies(ALL, chosen, lexicon(), OPTIONS)).toEqual([family]);
  });

  const someWords = fc.array(
    fc.constantFrom("lock", "queue", "cache", "retry", "disk", "pod", "canary", "flag"),
    { maxLength: 6 },
  );
  const incidents = fc
    .array(someWords, { minLength: 1, maxLength: 10 })
    .map((all) =>
      all.map((words, index) => buildPostmortem({ id: `i${index}`, factors: [words.join(" ")] })),
    );

  test("the order of the files changes nothing, and nobody is in two families", () => {
    fc.assert(
      fc.property(incidents, fc.integer({ min: 0, max: 9 }), (all, turn) => {
        const turned = [...all.slice(turn), ...all.slice(0, turn)];
        const found = (from: typeof all) => {
          const documents = comparedAll(from);
          return findFamilies(documents, documents, lexicon(), OPTIONS).map(shape);
        };
        expect(found(turned)).toEqual(found(all));
        const members = found(all).flatMap((family) => family.members);
        expect(new Set(members).size).toBe(members.length);
      }),
    );
  });
});

describe("familiesReport", () => {
  const build = (all: readonly LikenessDocument[], minSize = 2) =>
    familiesReport({
      all,
      chosen: all,
      lexicon: lexicon(),
      closeness: 0.2,
      minSize,
      subtitle: "",
      whenEmpty: null,
      notes: [],
      timeZone: "UTC",
    });

  test("a family has its terms, its dates, and counts of teams", () => {
    const columns = ["incidents", "terms", "services", "teams", "first_date", "last_date", "files"];
    expect(cells(sectionOf(build(ALL), "families"), columns)[0]).toEqual([
      2,
      ["Flux", "bumped", "lock", "version"],
      ["gitops", "logs"],
      2,
      "2026-01-01",
      "2026-02-01",
      ["flux-a.md", "flux-b.md"],
    ]);
    const members = cells(sectionOf(build(ALL), "members"), ["family", "file"]);
    expect(members.map(([family]) => family)).toEqual([
      "Flux, bumped, lock",
      "Flux, bumped, lock",
      "caching.stampede",
      "caching.stampede",
    ]);
  });

  test("counts who is in none, and says that the folder is small", () => {
    expect(build(ALL).notes.slice(2)).toEqual([
      "1 other incident belongs to no family.",
      "1 incident records no factor, cause or gap and cannot be in a family: silent.md.",
      "With only 5 incidents, it is hard to tell which words are rare: these families may be chance.",
    ]);
  });

  test.each([
    [
      [SILENT, ALONE],
      2,
      "A family needs at least two incidents that record a factor, a cause or a gap.",
    ],
    [
      ALL,
      3,
      "No family of 3 or more among 5 incidents at a closeness of 0.2; a lower --closeness finds wider ones.",
    ],
  ])("where there is none it says why (%#)", (all, minSize, sentence) => {
    const report = build(all, minSize);
    expect(report.sections.map(({ key, rows, whenEmpty }) => [key, rows, whenEmpty])).toEqual([
      ["families", [], sentence],
    ]);
  });
});
