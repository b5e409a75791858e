import type { Root, SentenceContent } from "nlcst";
import { ParseEnglish } from "parse-english";

/** A part of a run of prose; what is opaque counts as one word of code, whatever stands in it. */
export interface ProsePart {
  readonly type: "text" | "opaque";
  readonly text: string;
}

/** It keeps no state from one text to the next. */
const english = new ParseEnglish();

function nodesOf({ type, text }: ProsePart): readonly SentenceContent[] {
  return type === "text" ? english.tokenize(text) : [{ type: "SourceNode", value: text }];
}

/**
 * The parts of a run as paragraphs of sentences: those of remark-retext, without the positions that it works out
 * for every word and mark, which take most of its time.
 */
export function parseEnglish(parts: readonly ProsePart[]): Root {
  const [first] = parts;
  if (parts.length === 1 && first?.type === "text") return english.parse(first.text);
  const parser = new ParseEnglish();
  parser.tokenize = () => parts.flatMap(nodesOf);
  return parser.parse("");
}
