import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { parseRanker } from "../../src/setup/ranker.ts";
import { LIKELY } from "../../src/suggest/define.ts";
import { suggestEscalations } from "../../src/suggest/escalation-suggestions.ts";
import { suggestRankedGaps } from "../../src/suggest/ranked-gaps.ts";
import { ROOT } from "../support/root.ts";
import { readProse, SUGGEST_CONTEXT } from "../support/suggest.ts";

const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

const CASES = z
  .array(
    z.strictObject({
      heading: z.string().optional(),
      label: z.string().optional(),
      text: z.string(),
      gap: z.string().optional(),
      competencies: z.array(z.string().nullable()).optional(),
      escalation: z.literal(true).optional(),
    }),
  )
  .parse(parse(textOf("test/suggest/sentences.yaml")));

const RANKER = parseRanker({
  path: "data/en/ranker.json",
  text: textOf("data/en/ranker.json"),
});
const isLikely = ({ confidence }: { readonly confidence: number }) => confidence >= LIKELY;

function documentOf({ heading, label, text }: (typeof CASES)[number]) {
  const above = [heading && `## ${heading}`, label].filter((line) => line !== undefined);
  return readProse(`${["# Notes on an outage", ...above, text].join("\n\n")}\n`);
}

describe("sentences of many kinds", () => {
  test.each(CASES.filter(({ gap }) => gap !== undefined))("$text", (one) => {
    const found = suggestRankedGaps(documentOf(one), SUGGEST_CONTEXT, RANKER).filter(isLikely);
    expect(found.map(({ kind }) => kind)).toEqual(one.gap === "none" ? [] : [one.gap]);
    if (one.competencies) expect(one.competencies).toContain(found[0]?.competency);
  });

  test.each(CASES)("$text: a hand-over or none", (one) => {
    const found = suggestEscalations(documentOf(one), SUGGEST_CONTEXT).filter(isLikely);
    expect(found).toHaveLength(one.escalation ? 1 : 0);
  });
});
