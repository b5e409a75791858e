import type { Root, SentenceContent } from "nlcst";
import { ParseEnglish } from "parse-english";
import { type Processor, unified } from "unified";

/** A part of a run of prose; what is opaque counts as one word of code, whatever stands in it. */
export interface ProsePart {
  readonly type: "text" | "opaque";
  readonly text: string;
}

declare module "vfile" {
  interface DataMap {
    /** The parts of the run of prose that is read. */
    proseParts: readonly ProsePart[];
  }
}

/** It keeps no state from one text to the next. */
const english = new ParseEnglish();

function nodesOf({ type, text }: ProsePart): readonly SentenceContent[] {
  return type === "text" ? english.tokenize(text) : [{ type: "SourceNode", value: text }];
}

function treeOf(parts: readonly ProsePart[]): Root {
  const [first] = parts;
  if (parts.length === 1 && first?.type === "text") return english.parse(first.text);
  const parser = new ParseEnglish();
  parser.tokenize = () => parts.flatMap(nodesOf);
  return parser.parse("");
}

/** What retext-english does to a processor, for runs with parts that are no prose. */
function retextParts(this: Processor): void {
  this.parser = (_text, { data }) => treeOf(data.proseParts ?? []);
}

const prose = unified().use(retextParts).freeze();

/**
 * The parts of a run as paragraphs of sentences: those of remark-retext, without the positions that it works out
 * for every word and mark, which take most of its time.
 */
export function parseEnglish(parts: readonly ProsePart[]): Root {
  return prose.parse({ data: { proseParts: parts } }) as Root;
}
