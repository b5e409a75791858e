import type { PromptFact } from "../../core/postmortem.ts";
import type { Block, BodySection } from "../../parse/body/body.ts";
import { blockTexts } from "./sections.ts";

const PROMPT = /^prompt:\s*/i;

/** Whether a block says anything: the head row of a table and an empty bullet do not. */
function hasContent(block: Block): boolean {
  if (block.type === "code") return true;
  if (block.type === "table") return block.rows.flat().some((cell) => cell.text !== "");
  return blockTexts(block).some(({ text }) => text !== "");
}

/**
 * The template's prompts (`<!-- prompt: … -->`) that nothing answers yet: no content follows before
 * the next prompt, or the next heading that is not below theirs.
 */
export function unansweredPrompts(sections: readonly BodySection[]): readonly PromptFact[] {
  const unanswered: PromptFact[] = [];
  let pending: { prompt: PromptFact; level: number } | null = null;
  for (const section of sections) {
    if (pending && section.level <= pending.level) {
      unanswered.push(pending.prompt);
      pending = null;
    }
    for (const block of section.blocks) {
      if (block.type === "comment") {
        if (!PROMPT.test(block.text)) continue;
        if (pending) unanswered.push(pending.prompt);
        const text = block.text.replace(PROMPT, "").replace(/\s+/g, " ");
        pending = { prompt: { text, range: block.range }, level: section.level };
      } else if (hasContent(block)) {
        pending = null;
      }
    }
  }
  if (pending) unanswered.push(pending.prompt);
  return unanswered;
}
