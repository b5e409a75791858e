/** What models that reason aloud put before their answer. */
const THOUGHTS = "</think>";
const FENCE = /^```(?:json)?[ \t]*\n([\s\S]*)\n```$/iu;
/** Models that are asked for JSON alone still put a sentence around its block. */
const BLOCK = /^```(?:json)?[ \t]*\n([\s\S]*?)\n```[ \t]*$/gimu;

function blockOf(said: string): string | undefined {
  const blocks = [...said.matchAll(BLOCK)];
  return blocks.length === 1 ? blocks[0]?.[1] : undefined;
}

/** The JSON of an answer, alone or in its only code block; undefined where it is none. */
export function answerJson(answer: string): unknown {
  const thought = answer.lastIndexOf(THOUGHTS);
  const said = answer.slice(thought === -1 ? 0 : thought + THOUGHTS.length).trim();
  try {
    return JSON.parse(FENCE.exec(said)?.[1] ?? blockOf(said) ?? said);
  } catch {
    return undefined;
  }
}
