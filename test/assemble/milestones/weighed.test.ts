import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noneFeatures, rowFeatures } from "../../../src/assemble/milestones/row-features.ts";
import { readRows } from "../../../src/assemble/milestones/rows.ts";
import { bestInOrder, weighRows } from "../../../src/assemble/milestones/weighed.ts";
import { parsePostmortem } from "../../../src/assemble/postmortem.ts";
import type { Milestone } from "../../../src/core/postmortem.ts";
import type { RowWeights } from "../../../src/core/settings/row-weights.ts";
import { chooseLanguages } from "../../../src/project/languages.ts";
import { parseRowWeights } from "../../../src/setup/row-weights.ts";
import { CONTEXT, read } from "../../support/context.ts";
import { ROOT } from "../../support/root.ts";

const PATH = "data/en/rows.json";
const shipped = (path: string) => ({ path, text: readFileSync(join(ROOT, path), "utf8") });
const SHIPPED = parseRowWeights(shipped(PATH));
const LANGUAGES = chooseLanguages(
  shipped("data/languages.yaml"),
  CONTEXT.vocabulary,
  null,
  (one) => one,
);

/** The rows of a timeline, as they are told. */
function rowsOf(items: readonly string[]) {
  const { timeline } = read(`# 2026-03-14: kiosk\n\n## Timeline (UTC)\n\n${list(items)}\n`);
  return readRows(timeline?.rows ?? [], CONTEXT.vocabulary);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Weights of features for the start, the detection, the diagnosis, the mitigation and the end. */
function weightsOf(weights: Readonly<Record<string, readonly number[]>>): RowWeights {
  return new Map(Object.entries(weights));
}

const BY_WORD = weightsOf({
  "=alpha": [9, 0, 0, 0, 0],
  "=beta": [0, 9, 0, 0, 0],
  "=gamma": [0, 0, 9, 0, 0],
  "=delta": [0, 0, 0, 0, 9],
  "=zeta": [0, 0, 0, 9, 0],
});

/** Where each milestone is read with weights: the row's time, `?` after it for low confidence. */
function placesIn(text: string, weights: RowWeights) {
  const context = { ...CONTEXT, languages: LANGUAGES, rowWeights: () => weights };
  const { timelineMilestones } = parsePostmortem({ path: "a.md", text }, context);
  return (milestone: Milestone): string | null => {
    const fact = timelineMilestones[milestone];
    if (!fact) return null;
    const time = fact.source.precision ?? new Date(fact.value).toISOString().slice(11, 16);
    return fact.source.confidence === "low" ? `${time}?` : time;
  };
}

function places(rows: readonly string[], weights: RowWeights = BY_WORD) {
  return placesIn(`# 2026-03-14: kiosk\n\n## Timeline (UTC)\n\n${list(rows)}\n`, weights);
}

/** Chances of milestones by row; that none is the row is hardly likely. */
function chances(...lists: readonly (readonly number[])[]) {
  return lists.map((rows) => ({ rows, none: -50 }));
}

describe("rows in order", () => {
  test("are the best of each milestone where these are in order", () => {
    expect(bestInOrder(chances([0, -9], [-9, 0], [-9, 0], [-9, 0]))).toEqual([0, 1, 1, 1]);
  });

  test("are the best together where each alone would be out of order", () => {
    expect(bestInOrder(chances([-9, -9, 0], [-9, 0, -1], [-9, -9, 0], [0, -9, -2]))).toEqual([
      2, 2, 2, 2,
    ]);
  });

  test("the start may be none after the detection", () => {
    expect(bestInOrder(chances([-3, -9, 0], [-9, 0, -20], [-9, 0, -9], [-9, -9, 0]))).toEqual([
      0, 1, 1, 2,
    ]);
  });

  test("leave out a milestone that none of them is likely to be", () => {
    const [first, second] = chances([0, -9], [-9, 0]);
    const unlikely = { rows: [-9, -9], none: 0 };
    expect(bestInOrder([first, unlikely, second].flatMap((one) => one ?? []))).toEqual([0, -1, 1]);
  });

  test("are in the order of their times, too, where rows stand out of order", () => {
    const all = chances([0, -9, -9], [-9, 0, -9], [-9, -9, 0]);
    expect(bestInOrder(all, (before) => before !== 0)).toEqual([1, 1, 2]);
  });

  test("are none of no rows", () => {
    expect(bestInOrder(chances([], [], [], []))).toEqual([-1, -1, -1, -1]);
  });
});

describe("rows that weights choose", () => {
  const ITEMS = ["10:00 alpha", "10:05 beta", "10:10 gamma", "10:20 delta", "10:30 omega"];

  test("bear the features of each milestone", () => {
    const rows = rowsOf(ITEMS);
    const { started, detected, diagnosed, resolved } = weighRows(rows, {}, BY_WORD);
    expect([started, detected, diagnosed, resolved].map((one) => one?.text)).toEqual([
      "alpha",
      "beta",
      "gamma",
      "delta",
    ]);
  });

  test("lie in order beside a row that is certain", () => {
    const rows = rowsOf(["10:00 omega", "10:05 delta", "10:10 omega", "10:20 delta"]);
    const [, , third] = rows;
    const known = third && { row: third, isSure: true, isStated: false };
    const chosen = weighRows(rows, { detected: known }, BY_WORD);
    expect(chosen.detected).toBeUndefined();
    expect(chosen.resolved?.index).toBe(3);
  });

  test("are none of a log of hundreds of rows, and of a single row", () => {
    const minutes = Array.from({ length: 220 }, (_, index) => {
      const clock = [Math.floor(index / 60), index % 60].map((one) => String(one).padStart(2, "0"));
      return `${clock.join(":")} delta`;
    });
    expect(weighRows(rowsOf(minutes), {}, BY_WORD)).toEqual({});
    expect(weighRows(rowsOf(["10:00 alpha"]), {}, BY_WORD)).toEqual({});
  });
});

describe("milestones of a timeline", () => {
  test("are told by weights where cues choose none, and then in doubt", () => {
    const at = places(["10:00 Maintenance alpha", "10:05 beta", "10:10 gamma", "10:20 delta"]);
    expect([at("detected"), at("diagnosed"), at("resolved")]).toEqual([
      "10:05?",
      "10:10?",
      "10:20?",
    ]);
  });

  test("have a mitigation where a row is more probable than none", () => {
    const rows = ["10:00 Logins fail", "10:05 Alert fires", "10:10 zeta", "10:20 Service restored"];
    expect(places(rows)("mitigated")).toBe("10:10?");
    const none = new Map([...BY_WORD, ["none", [0, 0, 0, 12, 0]] as const]);
    expect(places(rows, none)("mitigated")).toBeNull();
  });

  test("have the acknowledgement that follows the detection which weights choose", () => {
    const rows = [
      "10:00 Waiting for the next batch",
      "10:05 A merchant calls, beta",
      "10:07 Search on-call acknowledged",
      "10:40 Search identified that the loader waits for an hour that is missing",
      "10:50 Resolved",
    ];
    const at = places(rows);
    expect([at("detected"), at("acknowledged")]).toEqual(["10:05?", "10:07"]);
  });

  test("have no mitigation in the row of the end where cues find none", () => {
    const weights = weightsOf({ "=delta": [0, 0, 0, 9, 9] });
    const at = places(["10:00 Logins fail", "10:05 Alert fires", "10:20 delta"], weights);
    expect([at("mitigated"), at("resolved")]).toEqual([null, "10:20?"]);
  });

  test("that cues guess are none where none is more probable", () => {
    const rows = ["10:00 Logins fail", "10:05 Alert fires", "10:30 Old version redeployed"];
    const cues = [0, 0, 0, 0, 3];
    expect(places(rows, weightsOf({ "cues resolved": cues }))("resolved")).toBe("10:30?");
    const none = weightsOf({ "cues resolved": cues, none: [0, 0, 0, 0, 12] });
    expect(places(rows, none)("resolved")).toBeNull();
  });

  test("with a label are what the label says", () => {
    const at = places([
      "10:00 alpha",
      "10:05 Detected: omega",
      "10:10 beta",
      "10:20 Resolved: all",
    ]);
    expect([at("detected"), at("resolved")]).toEqual(["10:05", "10:20"]);
  });

  test("by clear words stay, whatever the weights say", () => {
    const rows = [
      "10:00 Logins return errors",
      "10:05 Alert fires",
      "10:10 beta",
      "10:20 Service restored",
    ];
    expect(places(rows)("detected")).toBe("10:05");
  });

  test("by clear words are in doubt where other rows speak louder for another time", () => {
    const rows = [
      "10:00 Logins return errors",
      "10:05 Operator notices it",
      "10:30 beta",
      "10:40 Service restored",
    ];
    expect(places(rows)("detected")).toBe("10:05?");
  });

  test("by clear words stay where what speaks for another time comes after the end", () => {
    const rows = [
      "10:00 Logins return errors",
      "10:05 Operator notices it",
      "10:40 Resolved: all logins work",
      "11:30 Retrospective held, beta",
    ];
    expect(places(rows)("detected")).toBe("10:05");
  });

  test("by clear words stay where what speaks for them louder is at the same time", () => {
    const rows = [
      "10:00 Logins return errors",
      "10:15 Operator notices it",
      "10:18 beta",
      "10:40 Service restored",
    ];
    expect(places(rows)("detected")).toBe("10:15");
  });

  test("that only tell of the end are no rivals of it", () => {
    const rows = [
      "10:00 Logins return errors",
      "10:05 Alert fires",
      "10:20 Service restored",
      "10:40 Status page updated: resolved, delta",
    ];
    expect(places(rows)("resolved")).toBe("10:20");
  });

  test("are no days beside rows with times of day", () => {
    const at = places([
      "13 March 2026 alpha",
      "14 March 2026 10:00 alpha",
      "10:05 beta",
      "10:20 delta",
    ]);
    expect(at("started")).toBe("10:00?");
    const days = [
      "13 March 2026 alpha",
      "14 March 2026 beta",
      "15 March 2026 10:00 omega",
      "16 March 2026 delta",
    ];
    expect(places(days)("resolved")).toBe("day?");
    const checked = [
      "13 March 2026 10:00 alpha",
      "10:05 beta",
      "14 March 2026 10:20 delta",
      "14 March 2026 monitoring is back to normal, resolved",
    ];
    expect(places(checked)("resolved")).toBe("10:20?");
  });

  test("have no mitigation in the row of the end", () => {
    const weights = weightsOf({ "=beta": [0, 9, 0, 0, 0], "=delta": [0, 0, 0, 9, 9] });
    const at = places(
      ["10:00 omega", "10:05 beta", "10:10 errors dropped", "10:20 delta"],
      weights,
    );
    expect([at("mitigated"), at("resolved")]).toEqual([null, "10:20?"]);
  });

  test("are told in doubt rather than left out, but for a mitigation", () => {
    const even = weightsOf({
      none: [0.5, 0.5, 3.9, 3.9, 0.5],
      "=gamma": [0, 0, 4, 0, 0],
      "=zeta": [0, 0, 0, 3.5, 0],
    });
    const at = places(
      [
        "10:00 Disk full",
        "10:05 Alert fires",
        "10:10 gamma",
        "10:15 zeta",
        "10:20 omega",
        "10:30 Resolved: all",
      ],
      even,
    );
    expect([at("diagnosed"), at("mitigated")]).toEqual(["10:10?", null]);
  });

  test("have no diagnosis that is hardly probable", () => {
    const at = places(["10:00 omega", "10:05 omega", "10:10 omega", "10:15 omega", "10:20 omega"]);
    expect(at("diagnosed")).toBeNull();
  });

  test("have no start where cues find none and the first row is the detection", () => {
    const weights = weightsOf({ "=beta": [9, 9, 0, 0, 0], "=delta": [0, 0, 0, 0, 9] });
    const at = places(["10:00 Customers report beta", "10:10 omega", "10:20 delta"], weights);
    expect([at("started"), at("detected")]).toEqual(["day?", "10:00"]);
  });

  test("have no end where cues find none and only the cause comes last", () => {
    const weights = weightsOf({ "=gamma": [0, 0, 9, 0, 9] });
    const at = places(
      ["10:00 Disk full", "10:05 Alert fires", "10:20 Cause found: gamma"],
      weights,
    );
    expect([at("diagnosed"), at("resolved")]).toEqual(["10:20", null]);
  });

  test("in another language than English are left to its words", () => {
    const rows = ["10:00 alpha", "10:05 beta", "10:20 delta"];
    const german =
      "Die Störung wurde behoben und der Dienst ist wieder verfügbar, aber nicht für alle.";
    const text = `# 2026-03-14: Ausfall\n\n${german}\n\n## Zeitverlauf (UTC)\n\n${list(rows)}\n`;
    expect(placesIn(text, BY_WORD)("resolved")).toBeNull();
  });
});

describe("what ships", () => {
  test("finds the complaint, the cause and the end in rows without words for them", () => {
    const at = places(
      [
        "09:02 New seat map goes live for the matinee",
        "09:40 Box office: three visitors hold tickets for the same chair",
        "09:55 Anna looks at the two seat maps and finds that row H is numbered from the wrong end",
        "10:10 Old seat map is back, no further double seats",
        "11:00 All visitors have a chair, the matinee begins",
      ],
      SHIPPED,
    );
    expect(at("started")).toMatch(/^09:02/);
    expect(at("detected")).toMatch(/^09:40/);
    expect(at("diagnosed")).toMatch(/^09:55/);
  });
});

describe("features of a row", () => {
  test("tell its cues, its place, its neighbours and its words", () => {
    const [first, second] = rowFeatures(
      rowsOf(["10:00 Logins fail", "10:03 @kim is paged, 3 retries"]),
      {},
    );
    expect(first?.signs).toContain("is failure");
    expect(first?.signs).toContain("row 1");
    expect(first?.signs).toContain("pause after minutes");
    expect(second?.signs).toContain("before: is failure");
    expect(second?.signs).toContain("since first is failure");
    expect(second?.words).toContain("=page");
    expect(second?.words).toContain("=# retri");
  });

  test("tell where it stands beside the row that cues choose", () => {
    const rows = rowsOf(["10:00 Logins fail", "10:03 Alert fires", "10:10 All works again"]);
    const [, row] = rows;
    const known = row && { row, isSure: true, isStated: false };
    const [first, second, third] = rowFeatures(rows, { detected: known });
    expect(first?.signs).toEqual(expect.arrayContaining(["until cues detected"]));
    expect(second?.signs).toEqual(expect.arrayContaining(["cues detected", "cues detected sure"]));
    expect(third?.signs).toEqual(
      expect.arrayContaining(["next cues detected", "cues none started"]),
    );
    expect(noneFeatures(rows, { detected: known }).signs).toEqual(
      expect.arrayContaining([
        "none: cues detected sure",
        "none: few rows",
        "none: not told mitigated",
      ]),
    );
  });
});
