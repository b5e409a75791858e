import type { Nodes, SentenceContent } from "nlcst";
import { toString as textOf } from "nlcst-to-string";
import type { Token } from "../../core/postmortem.ts";
import { parseEnglish, type ProsePart } from "./english.ts";
import type { PlacedToken } from "./quoted.ts";

function typeOf(node: SentenceContent): Token["type"] {
  if (node.type === "WordNode") return "word";
  return node.type === "SourceNode" ? "opaque" : "punctuation";
}

/**
 * The tokens of parts of a run, sentence by sentence, as the parser reads them. A place is told by the
 * text before it: the parser leaves nothing out, and not every node that it merges keeps its position.
 */
export function parsedSentences(parts: readonly ProsePart[]): readonly (readonly PlacedToken[])[] {
  const sentences: PlacedToken[][] = [];
  let at = 0;
  const readSentence = (children: readonly SentenceContent[]): PlacedToken[] =>
    children.flatMap((child) => {
      const start = at;
      const written = textOf(child);
      at += written.length;
      if (child.type === "WhiteSpaceNode") return [];
      return [{ type: typeOf(child), text: written, start, end: at }];
    });
  const readNode = (node: Nodes): void => {
    if (node.type === "SentenceNode") sentences.push(readSentence(node.children));
    else if (node.type === "ParagraphNode" || node.type === "RootNode")
      node.children.forEach(readNode);
    else at += textOf(node).length;
  };
  readNode(parseEnglish(parts));
  return sentences;
}
