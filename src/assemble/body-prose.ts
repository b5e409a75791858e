import type { Fact, Gap, Phase, Problem } from "../core/postmortem.ts";
import { PHASES } from "../core/postmortem.ts";
import type { Text } from "../parse/body.ts";
import type { AssembleContext, Locate } from "./context.ts";
import { parseDurationText } from "./duration-text.ts";
import { readGapTags, TAG_START } from "./gap-tags.ts";
import { normalizeHeading } from "./phrases.ts";
import type { KnownSection } from "./sections.ts";
import { blockTexts } from "./sections.ts";

/** Gaps that are tagged anywhere in the body, and tags that could not be read. */
export function taggedGaps(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): { readonly gaps: readonly Gap[]; readonly problems: readonly Problem[] } {
  const tagged = sections
    .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    .filter(({ text }) => TAG_START.test(text))
    .map((text) => readGapTags(text, context, locate));
  return {
    gaps: tagged.flatMap(({ gaps }) => gaps),
    problems: tagged.flatMap(({ problems }) => problems),
  };
}

/** The contributing factors: the texts of their sections, tags left out. */
export function contributingFactors(
  sections: readonly KnownSection[],
  context: AssembleContext,
  locate: Locate,
): readonly Fact<string>[] {
  const texts = (kind: string): readonly Text[] =>
    sections
      .filter((section) => section.kind === kind)
      .flatMap(({ blocks }) => blocks.flatMap(blockTexts));
  const own = texts("factors").filter(({ text }) => text.replace(/[\s-]/g, "") !== "");
  const found = own.length > 0 ? own : texts("cause").filter(({ text }) => text !== "");
  return found.map((text) => ({
    value: readGapTags(text, context, locate).text,
    source: { origin: "body", how: "stated", range: text.range },
  }));
}

/** What the document itself says its phases took: lines such as "Time to recovery: 43 minutes". */
export function statedDurations(
  sections: readonly KnownSection[],
  { vocabulary }: AssembleContext,
): Readonly<Partial<Record<Phase, Fact<number>>>> {
  const found: Partial<Record<Phase, Fact<number>>> = {};
  const lines = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== "table") return blockTexts(block);
      return block.rows.map((row): Text => {
        const text = `${row[0]?.text ?? ""}: ${row[1]?.text ?? ""}`;
        return { text, range: row[1]?.range ?? row[0]?.range ?? block.range };
      });
    }),
  );
  for (const { text, range } of lines) {
    const [, label = "", written = ""] = /^([^:]{2,40}):\s*(.+)$/.exec(text) ?? [];
    const minutes = parseDurationText(written);
    if (minutes === null) continue;
    const named = normalizeHeading(label);
    const phase = PHASES.find((name) => vocabulary.durations[name].includes(named));
    if (!phase || found[phase]) continue;
    found[phase] = { value: minutes, source: { origin: "body", how: "stated", range } };
  }
  return found;
}
