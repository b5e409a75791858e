import type { Nodes, SentenceContent } from "nlcst";
import { toString as textOf } from "nlcst-to-string";
import { memoText } from "../../core/memo.ts";
import type { Token } from "../../core/postmortem.ts";
import { parseEnglish, type ProsePart } from "./english.ts";
import type { PlacedToken } from "./quoted.ts";

/** The longest abbreviation that the parser knows has eight letters; without a capital it has five. */
const LIKE_ABBREVIATION = /^(?:[A-Z].{0,7}|.{1,5})$/;
/** Of those without a capital, four letters or more end in one of these. */
const NO_ABBREVIATION = /^[a-z]{3,}[^dpst]$/;

/** What a full stop behind a word is to the parser itself: it ends a sentence, but not in `Sept.`, of which it is a part. */
const stopBehind = memoText((word): "ends" | "joins" | "unclear" => {
  const sentences = parsedSentences([{ type: "text", text: `It ${word}. It` }]);
  if (sentences.length === 2 && sentences[0]?.length === 3) return "ends";
  const isPart = sentences.length === 1 && sentences[0]?.[1]?.text === `${word}.`;
  return isPart ? "joins" : "unclear";
});

/** Whether a full stop behind a word may be one of an abbreviation. */
export function mayBeAbbreviated(word: string): boolean {
  if (word.includes(".")) return true;
  const isLike = LIKE_ABBREVIATION.test(word) && !NO_ABBREVIATION.test(word);
  return isLike && stopBehind(word) !== "ends";
}

/** Whether a full stop behind a word that may be abbreviated is a part of it wherever it stands. */
export function isAbbreviation(word: string): boolean {
  return !word.includes(".") && stopBehind(word) === "joins";
}

/** A word apart from the full stop behind it, which the parser joins to it where code follows. */
function apart(token: PlacedToken, next: PlacedToken | undefined): readonly PlacedToken[] {
  const { type, text, start, end } = token;
  const word = text.slice(0, -1);
  const isJoined = next?.type === "opaque" && type === "word" && /^\p{L}+\.$/u.test(text);
  if (!isJoined || mayBeAbbreviated(word)) return [token];
  const stop = { type: "punctuation", text: ".", start: end - 1, end } as const;
  return [{ type, text: word, start, end: end - 1 }, stop];
}

function typeOf(node: SentenceContent): Token["type"] {
  if (node.type === "WordNode") return "word";
  return node.type === "SourceNode" ? "opaque" : "punctuation";
}

/**
 * The tokens of parts of a run, sentence by sentence, as the parser reads them. A place is given by the
 * text before it: the parser leaves nothing out, and not every node that it merges keeps its position.
 */
export function parsedSentences(parts: readonly ProsePart[]): readonly (readonly PlacedToken[])[] {
  const sentences: PlacedToken[][] = [];
  let at = 0;
  const readSentence = (children: readonly SentenceContent[]): PlacedToken[] => {
    const tokens = children.flatMap((child): readonly PlacedToken[] => {
      const start = at;
      const written = textOf(child);
      at += written.length;
      if (child.type === "WhiteSpaceNode") return [];
      return [{ type: typeOf(child), text: written, start, end: at }];
    });
    return tokens.flatMap((token, index) => apart(token, tokens[index + 1]));
  };
  const readNode = (node: Nodes): void => {
    if (node.type === "SentenceNode") sentences.push(readSentence(node.children));
    else if (node.type === "ParagraphNode" || node.type === "RootNode")
      node.children.forEach(readNode);
    else at += textOf(node).length;
  };
  readNode(parseEnglish(parts));
  return sentences;
}
