/** What models that reason aloud put before their answer. */
const THOUGHTS = "</think>";
const FENCE = /^```(?:json)?[ \t]*\n([\s\S]*)\n```$/iu;

/** The JSON of an answer, alone or in one code block; undefined where it is none. */
export function answerJson(answer: string): unknown {
  const thought = answer.lastIndexOf(THOUGHTS);
  const said = answer.slice(thought === -1 ? 0 : thought + THOUGHTS.length).trim();
  try {
    return JSON.parse(FENCE.exec(said)?.[1] ?? said);
  } catch {
    return undefined;
  }
}
