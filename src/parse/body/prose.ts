import type { RootContent } from "mdast";
import type { Token } from "../../core/postmortem.ts";
import type { BodyPlaces } from "./body-places.ts";
import type { ProsePart } from "./english.ts";
import type { FlowPart } from "./flow.ts";
import { parsedSentences } from "./parsed-sentences.ts";
import { type PlainProse, plainProse, type ProseRun } from "./plain-prose.ts";
import { plainSentences } from "./plain-sentences.ts";
import { type PlacedToken, quotedTokens } from "./quoted.ts";

/** A sentence of the body. */
export interface ProseSentence {
  /** At least one. */
  readonly tokens: readonly Token[];
  /** Index of the section that it stands in, among those of the body. */
  readonly sectionIndex: number;
}

/** Tokens after which a sentence is cut: what goes on for longer is no sentence that people wrote. */
const LONGEST_SENTENCE = 400;
/** Characters after which a run is parsed in parts: the parser takes longer for each it had before. */
const LONGEST_RUN = 50_000;

/**
 * The runs of prose in a node, one after the other, as not all cells of a long table are kept: headings, quotes, code
 * and the head of a table have none.
 */
function* runsOf(node: RootContent): Generator<ProseRun> {
  switch (node.type) {
    case "paragraph":
      yield node;
      break;
    case "list":
      for (const item of node.children) yield* runsOfAll(item.children);
      break;
    case "table":
      for (const row of node.children.slice(1)) yield* row.children;
      break;
    case "footnoteDefinition":
      yield* runsOfAll(node.children);
      break;
    default:
  }
}

function* runsOfAll(nodes: readonly RootContent[]): Generator<ProseRun> {
  for (const node of nodes) yield* runsOf(node);
}

/** The parts of a run, cut wherever many are long: each long one ends with a sentence. */
function stretchesOf({ parts }: PlainProse): readonly (readonly ProsePart[])[] {
  const stretches: ProsePart[][] = [[]];
  let length = 0;
  for (const part of parts) {
    if (length + part.text.length > LONGEST_RUN) {
      stretches.push([]);
      length = 0;
    }
    stretches.at(-1)?.push(part);
    length += part.text.length;
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** The tokens of a run of prose, sentence by sentence. */
function tokenize(prose: PlainProse): readonly (readonly PlacedToken[])[] {
  const sentences: (readonly PlacedToken[])[] = [];
  let before = 0;
  for (const parts of stretchesOf(prose)) {
    const from = before;
    for (const tokens of plainSentences(parts) ?? parsedSentences(parts)) {
      sentences.push(from === 0 ? tokens : tokens.map((token) => moved(token, from)));
    }
    for (const { text } of parts) before += text.length;
  }
  return resplit(sentences);
}

function moved(token: PlacedToken, by: number): PlacedToken {
  return { ...token, start: token.start + by, end: token.end + by };
}

/**
 * Sentences as their readers see them: none ends where no blank follows, as the parser has it in
 * "from .NET", and none goes on for ever, so that rules need not fear long ones.
 */
function resplit(
  sentences: readonly (readonly PlacedToken[])[],
): readonly (readonly PlacedToken[])[] {
  const isSplit = sentences.every((tokens, index) => {
    const [first] = tokens;
    const before = sentences[index - 1]?.at(-1);
    return first && first.start !== before?.end && tokens.length <= LONGEST_SENTENCE;
  });
  if (isSplit) return sentences;
  const split: PlacedToken[][] = [];
  let current: PlacedToken[] = [];
  for (const tokens of sentences) {
    if (tokens[0]?.start !== current.at(-1)?.end) current = [];
    for (const token of tokens) {
      if (current.length >= LONGEST_SENTENCE) current = [];
      if (current.length === 0) split.push(current);
      current.push(token);
    }
  }
  return split;
}

/** UTF-16 units of a text from which equal words of it share their memory. */
const LARGE_TEXT = 1_000_000;

/** Gives the same string for equal words of a large text; those of a small one are not worth the time. */
function wordsOf({ length }: string): (word: string) => string {
  if (length < LARGE_TEXT) return (word) => word;
  const known = new Map<string, string>();
  return (word) => {
    const same = known.get(word);
    if (same === undefined) known.set(word, word);
    return same ?? word;
  };
}

/** A token with its place in the file. */
function located(
  { type, start, end }: PlacedToken,
  text: string,
  quoted: boolean,
  { offsetAt }: PlainProse,
  { isWhole, pointAt, rangeAt }: BodyPlaces,
): Token {
  const last = offsetAt(Math.max(end - 1, 0));
  const first = Math.min(offsetAt(start), last);
  const isOnOneLine = isWhole && last + 1 - first === text.length && !text.includes("\n");
  if (isOnOneLine) {
    const { line, column, offset } = pointAt(first);
    return { type, text, quoted, start: offset, end: offset + text.length, line, column };
  }
  const range = rangeAt(first, last + 1);
  const { line, column, offset } = range.start;
  const token = { type, text, quoted, start: offset, end: range.end.offset, line, column };
  return line === range.end.line ? token : { ...token, until: range.end };
}

/** The sentences of one run of prose, each as tokens with their places in the file. */
function sentencesOf(
  prose: PlainProse,
  places: BodyPlaces,
  word: (text: string) => string,
): readonly (readonly Token[])[] {
  const sentences = tokenize(prose);
  const [only = []] = sentences;
  const quoted = quotedTokens(sentences.length === 1 ? only : sentences.flat());
  return sentences.map((placed) =>
    placed.map((token) => located(token, word(token.text), quoted.has(token), prose, places)),
  );
}

/**
 * The prose of a body, whose parts are of `text`, as sentences of words, one after the other. It costs as
 * much as parsing the body did: call it only where prose is asked for.
 */
export function* readProse(
  flow: readonly FlowPart[],
  text: string,
  places: BodyPlaces,
): Generator<ProseSentence> {
  const word = wordsOf(text);
  let sectionIndex = 0;
  for (const part of flow) {
    if (part.type !== "block") {
      if (part.type !== "html") sectionIndex += 1;
      continue;
    }
    for (const run of runsOf(part.node)) {
      for (const tokens of sentencesOf(plainProse(run, text), places, word)) {
        yield { tokens, sectionIndex };
      }
    }
  }
}
