import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeAddition, scoreSignal } from "../../../src/core/document/signal.ts";
import { SIGNAL_PARTS } from "../../../src/core/document/signal-parts.ts";
import type { Postmortem } from "../../../src/core/postmortem.ts";
import { RULES } from "../../../src/lint/rules/index.ts";
import { buildPostmortem, type PostmortemShorthand } from "../../support/build-postmortem.ts";
import { read } from "../../support/context.ts";
import { ROOT } from "../../support/root.ts";

const AT = "2026-01-10T00:00Z";

const FULL_PARTS = {
  milestones: {
    times: { started: AT, detected: AT, diagnosed: AT, mitigated: AT, resolved: AT },
  },
  factors: { factors: ["a", "b", "c"] },
  gaps: { gaps: [{ competency: "messaging.backpressure", evidence: "Lag was read as a dip." }] },
  escalations: { escalations: [{ to: "platform", reason: "expertise" }] },
  learnings: { words: { learnings: 20, "went-well": 1 } },
  actions: { actions: [{ owner: "platform", due: "2026-04-15", competency: "messaging" }] },
  review: { review: { due: "2026-06-01", criteria: "Found in 20 minutes." } },
} satisfies Record<string, PostmortemShorthand>;

const FULL: PostmortemShorthand = {
  ...FULL_PARTS.milestones,
  ...FULL_PARTS.factors,
  ...FULL_PARTS.gaps,
  ...FULL_PARTS.escalations,
  ...FULL_PARTS.learnings,
  ...FULL_PARTS.actions,
  ...FULL_PARTS.review,
};

/** The points of one part, and what it says it lacks. */
function judged(key: string, shorthand: PostmortemShorthand) {
  const part = SIGNAL_PARTS.find((one) => one.key === key);
  return part?.judge(buildPostmortem(shorthand));
}

test("parts have 100 points in all, and each key once", () => {
  expect(SIGNAL_PARTS.reduce((sum, { most }) => sum + most, 0)).toBe(100);
  expect(SIGNAL_PARTS.map(({ key }) => key)).toEqual(Object.keys(FULL_PARTS));
});

describe("points", () => {
  test.each<[part: string, document: PostmortemShorthand, points: number, addition: string]>([
    [
      "milestones",
      {},
      0,
      "Give started, detected, diagnosed, mitigated and resolved, or `unknown`",
    ],
    [
      "milestones",
      { times: { started: AT, acknowledged: AT }, inferredTimes: { resolved: AT } },
      6,
      "Give detected, diagnosed and mitigated, or `unknown`",
    ],
    [
      "milestones",
      {
        times: { started: AT },
        rest: { unknownMilestones: ["detected", "diagnosed", "resolved"] },
      },
      12,
      "Give mitigated, or `unknown`",
    ],
    ["factors", {}, 0, "Name 3 contributing factors"],
    ["factors", { factors: ["a"] }, 5, "Name 2 more contributing factors"],
    ["factors", { factors: ["a", "b"] }, 10, "Name 1 more contributing factor"],
    ["gaps", {}, 0, "Name a gap, with its evidence"],
    ["gaps", { gaps: ["a", "b"] }, 8, "Add evidence to 2 gaps"],
    // 12 × 2 ÷ 3 = 8.
    [
      "gaps",
      { gaps: ["a", { competency: "b", evidence: "x" }, { competency: "c", evidence: "y" }] },
      16,
      "Add evidence to 1 gap",
    ],
    ["escalations", { escalations: [{ to: "a" }] }, 0, "Give the reason for 1 escalation"],
    // 10 × 1 ÷ 3 = 3.33, rounded down.
    [
      "escalations",
      { escalations: [{ to: "a" }, { to: "b", reason: "unknown" }, { to: "c" }] },
      3,
      "Give the reason for 2 escalations",
    ],
    ["learnings", {}, 0, "Say what was learned (20 words or more) and what went well"],
    [
      "learnings",
      { words: { learnings: 19, lucky: 0 } },
      5,
      "Say what was learned (20 words or more) and what went well",
    ],
    ["learnings", { words: { learnings: 20 } }, 10, "Say what went well"],
    [
      "learnings",
      { words: { lucky: 1, summary: 90 } },
      5,
      "Say what was learned (20 words or more)",
    ],
    [
      "learnings",
      { words: { help: 3, learnings: 1 } },
      10,
      "Say what was learned (20 words or more)",
    ],
    ["actions", {}, 0, "Add an action with an owner, a due date and a competency"],
    ["actions", { actions: [{}] }, 0, "Give every action an owner, a due date and a competency"],
    [
      "actions",
      { actions: [{ owner: "a", due: "soon", competency: "unknown" }] },
      5,
      "Give every action a due date and a competency",
    ],
    // 5, and 5 × 1 ÷ 2 = 2.5, rounded down, and 5.
    [
      "actions",
      {
        actions: [
          { owner: "a", due: "2026-04-15", competency: "x" },
          { owner: "a", competency: "y" },
        ],
      },
      12,
      "Give every action a due date",
    ],
    ["review", {}, 0, "Give the follow-up review a date and criteria"],
    ["review", { review: { due: "soon", criteria: "x" } }, 5, "Give the follow-up review a date"],
    ["review", { review: { done: "2026-06-01" } }, 5, "Give the follow-up review criteria"],
  ])("%s of %j", (part, document, points, addition) => {
    expect(judged(part, document)).toEqual({ points, addition });
  });

  test.each(SIGNAL_PARTS)("$key can be full", ({ key, most }) => {
    expect(judged(key, FULL)?.points).toBe(most);
  });
});

describe("the score", () => {
  test("an empty document scores nothing, out of 90 points", () => {
    const { score, parts, nextAddition } = scoreSignal(buildPostmortem());
    expect(score).toBe(0);
    expect(parts.map(({ points }) => points)).toEqual([0, 0, 0, null, 0, 0, 0]);
    // 20 of 90 is 22.2.
    expect(nextAddition && describeAddition(nextAddition)).toBe(
      "Name a gap, with its evidence (+22)",
    );
  });

  test("a full one scores 100, with an escalation and without", () => {
    expect(scoreSignal(buildPostmortem(FULL))).toMatchObject({ score: 100, nextAddition: null });
    const calm = buildPostmortem({ ...FULL, escalations: [] });
    expect(scoreSignal(calm)).toMatchObject({ score: 100, nextAddition: null });
  });

  test("of additions that gain as much the first part's is next", () => {
    const document = buildPostmortem({ ...FULL, factors: [], actions: [], times: {} });
    expect(scoreSignal(document)).toMatchObject({
      score: 55,
      nextAddition: { part: "milestones", gain: 15 },
    });
  });
});

const MANY = { maxLength: 6 };
/** Any of these fields, each of them or not. */
const some = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T, never>(fields, { requiredKeys: [] });
const at = fc.constant(AT);
const text = fc.constantFrom("a", "b");
const day = fc.constantFrom("2026-04-15", "soon");

const shorthands: fc.Arbitrary<PostmortemShorthand> = fc.record({
  times: some({ started: at, detected: at, diagnosed: at, mitigated: at, resolved: at }),
  factors: fc.array(text, MANY),
  gaps: fc.array(
    some({ evidence: text }).map((gap) => ({ competency: "a", ...gap })),
    MANY,
  ),
  escalations: fc.array(some({ to: text, reason: text }), MANY),
  actions: fc.array(some({ owner: text, due: day, competency: text }), MANY),
  review: some({ due: day, criteria: text }),
  words: some({ learnings: fc.nat(40), "went-well": fc.nat(3) }),
});

/** The document with one part as full as its addition asks, and all else as it was. */
const FILL: Readonly<Record<string, (document: PostmortemShorthand) => PostmortemShorthand>> = {
  milestones: (document) => ({ ...document, ...FULL_PARTS.milestones }),
  factors: (document) => ({ ...document, ...FULL_PARTS.factors }),
  gaps: (document) => ({
    ...document,
    gaps:
      document.gaps?.length === 0
        ? FULL_PARTS.gaps.gaps
        : (document.gaps ?? []).map((gap) =>
            typeof gap === "string" ? gap : { ...gap, evidence: "x" },
          ),
  }),
  escalations: (document) => ({
    ...document,
    escalations: (document.escalations ?? []).map((one) => ({ ...one, reason: "policy" })),
  }),
  learnings: (document) => ({ ...document, ...FULL_PARTS.learnings }),
  actions: (document) => ({
    ...document,
    actions:
      document.actions?.length === 0
        ? FULL_PARTS.actions.actions
        : (document.actions ?? []).map((one) => ({ ...one, ...FULL_PARTS.actions.actions[0] })),
  }),
  review: (document) => ({ ...document, ...FULL_PARTS.review }),
};

/** Documents with one thing more, stated in full. */
function withOneMore(document: PostmortemShorthand): readonly PostmortemShorthand[] {
  const { factors = [], gaps = [], escalations = [], actions = [], words = {} } = document;
  return [
    ...Object.keys(FULL_PARTS.milestones.times).map((name) => ({
      ...document,
      times: { ...document.times, [name]: AT },
    })),
    { ...document, factors: [...factors, "b"] },
    { ...document, gaps: [...gaps, ...FULL_PARTS.gaps.gaps] },
    { ...document, escalations: [...escalations, ...FULL_PARTS.escalations.escalations] },
    { ...document, actions: [...actions, ...FULL_PARTS.actions.actions] },
    ...(["learnings", "went-well", "lucky", "summary"] as const).map((kind) => ({
      ...document,
      words: { ...words, [kind]: (words[kind] ?? 0) + 1 },
    })),
    { ...document, review: { ...document.review, done: "2026-06-01" } },
    { ...document, review: { ...document.review, criteria: "x" } },
    {
      ...document,
      gaps: gaps.map((gap) => (typeof gap === "string" ? gap : { ...gap, evidence: "x" })),
    },
    ...actions.map((_, changed) => ({
      ...document,
      actions: actions.map((action, at) => (at === changed ? { ...action, owner: "a" } : action)),
    })),
  ];
}

const scoreOf = (document: PostmortemShorthand) => scoreSignal(buildPostmortem(document)).score;

describe("any document", () => {
  test("scores from 0 to 100, and each part up to its most", () => {
    fc.assert(
      fc.property(shorthands, (document) => {
        const { score, parts } = scoreSignal(buildPostmortem(document));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        for (const { part, points } of parts) {
          expect(points ?? 0).toBeLessThanOrEqual(part.most);
          expect(Number.isInteger(points ?? 0)).toBe(true);
        }
      }),
    );
  });

  test("never scores less for one thing more", () => {
    fc.assert(
      fc.property(shorthands, (document) => {
        const before = scoreOf(document);
        for (const after of withOneMore(document)) {
          expect(scoreOf(after)).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });

  test("gains what its next addition promises, and no other part gains more", () => {
    fc.assert(
      fc.property(shorthands, (document) => {
        const { score, nextAddition, parts } = scoreSignal(buildPostmortem(document));
        const gains = parts
          .filter(({ points }) => points !== null)
          .map(({ part: { key } }) => scoreOf(FILL[key]?.(document) ?? document) - score);
        expect(nextAddition?.gain ?? 0).toBe(Math.max(...gains));
        const filled = FILL[nextAddition?.part ?? ""]?.(document) ?? document;
        expect(scoreOf(filled) - score).toBe(nextAddition?.gain ?? 0);
        expect(nextAddition === null).toBe(score === 100);
      }),
    );
  });
});

describe("docs/signal.md", () => {
  const docs = readFileSync(join(ROOT, "docs/signal.md"), "utf8");
  const example: Postmortem = read(/```markdown\n([\s\S]*?)```/.exec(docs)?.[1] ?? "");
  const { score, parts, nextAddition } = scoreSignal(example);

  test("has the parts as they are scored", () => {
    const rows = SIGNAL_PARTS.map(({ label, most, earns }) => `| ${label} | ${most} | ${earns} |`);
    const [head] = docs.split("\n## Example");
    expect(head?.match(/^\| .*/gm)).toEqual(["| part | maximum | what earns points |", ...rows]);
  });

  test("scores its example as it is scored", () => {
    const points = parts.map(
      ({ part: { label, most }, points: earned }) =>
        `| ${label} | ${earned === null ? "–" : `${earned} of ${most}`} |`,
    );
    const [, tail] = docs.split("\n## Example");
    expect(tail?.match(/^\| [A-Z][a-z]+ \| (\d+ of \d+|–) \|/gm)).toEqual(points);
    expect(docs).toContain(`the score is **${score}**`);
    const flowing = docs.replace(/\n/g, " ");
    expect(flowing).toContain(
      `Next addition: ${nextAddition ? describeAddition(nextAddition) : "none"}.`,
    );
  });

  test.each([
    ["signal-minimum", "minimum"],
    ["document-long", "words"],
    ["published-late", "hours"],
  ])("has the default of %s", (id, option) => {
    const rule = RULES.find((one) => one.id === id);
    const line = docs.split("\n").find((text) => text.startsWith(`- \`${id}\``));
    expect(line).toContain(`\`${option}\``);
    expect(line).toContain(`(default ${rule?.options?.[option]?.default ?? "nothing"}`);
  });
});
