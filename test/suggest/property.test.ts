import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits } from "../../src/core/places/apply-edits.ts";
import { valueOr } from "../../src/core/result.ts";
import { frontmatterEdits } from "../../src/parse/frontmatter/edits.ts";
import { parseRanker } from "../../src/setup/ranker.ts";
import { featuresOfWords, featureSums } from "../../src/suggest/features.ts";
import { scoreOfSum, scoreWords } from "../../src/suggest/ranker.ts";
import { suggestByProse } from "../../src/suggest/suggest.ts";
import { read } from "../support/context.ts";
import { ROOT } from "../support/root.ts";
import { readProse, SUGGEST_CONTEXT } from "../support/suggest.ts";

const RANKER_PATH = "data/en/ranker.json";
const RANKER = parseRanker({
  path: RANKER_PATH,
  text: readFileSync(join(ROOT, RANKER_PATH), "utf8"),
});

const PARTS = [
  "## Contributing factors\n\n",
  "## Timeline\n\n",
  "- ",
  "We were unfamiliar with tracing. ",
  "no alert ",
  "customers ",
  "escalated to platform ",
  "did not know ",
  "(gap: networking.dns, knowledge)",
  "`code` ",
  "**bold** ",
  "\n\n",
  "? ",
  "/",
  "(",
  "02:40 ",
];

const body = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(""));

test("whatever is written, suggesting does not throw, and each range is a sentence's", () => {
  fc.assert(
    fc.property(body, (text) => {
      const postmortem = readProse(text);
      const starts = new Set(postmortem.sentences.map(({ range }) => range.start.offset));
      for (const { range, confidence } of suggestByProse([postmortem], SUGGEST_CONTEXT)) {
        expect(starts.has(range.start.offset)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 150 },
  );
});

/** Teams are asked in rows with times. */
const TIMELINE = [
  "# Outage\n\n",
  "## Timeline (2026-03-14, UTC)\n\n",
  "\n- 02:40 ",
  "\n- 03:05 Resolved. ",
  "We escalated to platform. ",
  "Paged the database team. ",
  "**Severity:** P2\n\n",
];

test("what is suggested is the same where a timeline is read when it is asked for", () => {
  const part = fc.constantFrom(...PARTS, ...TIMELINE, ...TIMELINE);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const later = suggestByProse([read(text, ["prose"])], SUGGEST_CONTEXT, (postmortem) => {
        return { ...postmortem, timeline: read(text, ["timeline"]).timeline };
      });
      expect(later).toEqual(suggestByProse([readProse(text)], SUGGEST_CONTEXT));
    }),
    { numRuns: 150 },
  );
});

test("a written suggestion leaves the body as it is, and is not suggested again", () => {
  fc.assert(
    fc.property(body, (text) => {
      const document = `---\ntitle: Outage # kept\n---\n${text}`;
      const [found] = suggestByProse([readProse(document)], SUGGEST_CONTEXT).filter(
        (one) => one.type === "gap" && one.competency !== null,
      );
      if (!found) return;
      const gap = { competency: found.competency, evidence: found.sentence, source: "suggested" };
      const edits = frontmatterEdits({ path: "a.md", text: document }, { gaps: [gap] });
      const after = applyEdits(document, valueOr(edits, []));
      expect(after.endsWith(`---\n${text}`)).toBe(true);
      const again = suggestByProse([readProse(after)], SUGGEST_CONTEXT);
      expect(again.filter((one) => one.type === "gap").map((one) => one.sentence)).not.toContain(
        found.sentence,
      );
    }),
    { numRuns: 100 },
  );
});

test("a sum over features is that over their names, to the last bit", () => {
  const words = fc.array(
    fc.constantFrom(
      ..."nobody not alert alerts the missing unsurely 40 minutes gauge dashbord we".split(" "),
    ),
    { maxLength: 20 },
  );
  const weights = new Map(RANKER.weights);
  const { factsOf, sumOf } = featureSums(SUGGEST_CONTEXT, weights);
  fc.assert(
    fc.property(words, fc.constantFrom(null, "actions", "timeline"), (written, section) => {
      const { sum, count } = sumOf(written.map(factsOf), section);
      const features = featuresOfWords(written, section, SUGGEST_CONTEXT, weights);
      expect(count).toBe(features.size);
      expect(scoreOfSum(sum, count, RANKER)).toBe(scoreWords(features, RANKER).score);
      const all = featuresOfWords(written, section, SUGGEST_CONTEXT, { has: () => true });
      expect([...features]).toEqual([...all].filter(([name]) => weights.has(name)));
    }),
    { numRuns: 500 },
  );
});
