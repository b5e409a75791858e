import type { Block } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { isLabel } from "../labels/line-labels.ts";
import { kindOfSection, type KnownSection, lineTexts } from "../sections/sections.ts";
import { spokenTime } from "../timeline/posted.ts";
import { splitTimeHead } from "../written/time-head.ts";

/** Fewer lines of one form are no chat. */
const LEAST_LINES = 3;
const LEAST_SHARE = 0.6;
/** A longer text before a colon is a sentence. */
const SPEAKER = /^(?:[<[*_`~-]\s*)?([\p{L}\p{N}][^:：<>\n]{1,38}?)[\]>*_`]*\s*[:：>]\s*\S/u;
/** A word of what a tracker adds to a name: "added a comment". */
const ADDED = /^\p{Ll}{4,}$/u;

/** A name without what a chat tool or a tracker adds to it: marks, an id in brackets, "added a comment". */
function bareSpeaker(line: string): string {
  const [name = ""] = line.replace(/^[\s*_`>|<[-]+/, "").split(/[[\](){}:*`<>@]/);
  const words = name.trim().split(/\s+/);
  const added = words.findIndex((word, index) => index > 0 && ADDED.test(word));
  return words.slice(0, added === -1 ? undefined : added).join(" ");
}

/** A name of several words, or a login that has them. */
const NAME = String.raw`(?:\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){1,3}|[\p{L}\d]{1,30}[._][\p{L}\d._]{1,30})`;

/** A line that may be one of a chat, seen without parsing the body: a name behind a time, or before one. */
export const CHAT_LINE = new RegExp(
  String.raw`\d[:.]\d\d[^\p{L}\n]{0,8}(?:[AP]M|Z|UTC)?[^\p{L}\n]{0,8}${NAME}[>*_\]]{0,3}\s?:\s|^[\s>*_#[<-]{0,8}${NAME}[^\n]{0,60}\d[:.]\d\d[^\p{L}\n]{0,6}(?:[AP]M|Z|UTC)?[\s*_:]{0,4}$`,
  "imu",
);

function textsOf(block: Block): readonly string[] {
  if (block.type === "code") return block.text.split("\n");
  return lineTexts(block).map(({ text }) => text);
}

/** Who speaks in lines that begin with a time and a name, "16:12 Jane Roe: gates fail"; nobody where only some do. */
function behindTimes(texts: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const rows = texts.flatMap((text) => splitTimeHead(text.trim(), vocabulary)?.rest ?? []);
  const speakers = rows.flatMap((rest) => SPEAKER.exec(rest)?.[1] ?? []);
  const isChat = speakers.length >= LEAST_LINES && speakers.length >= rows.length * LEAST_SHARE;
  const isNamed = (text: string) =>
    isLabel(text, vocabulary) || kindOfSection(text, vocabulary) !== null;
  return isChat ? speakers.filter((name) => !isNamed(name)) : [];
}

/** Who speaks in lines that end in a time, above what is said: "Jane Roe 16:12". */
function beforeTimes(blocks: readonly Block[], vocabulary: Vocabulary): readonly string[] {
  const lines = blocks.flatMap((block) => {
    const isSpoken = block.type === "paragraph" || block.type === "quote";
    const [line] = isSpoken ? block.lines : [];
    return line ? (spokenTime(line.text, vocabulary)?.rest ?? []) : [];
  });
  return lines.length < LEAST_LINES ? [] : lines.map(bareSpeaker);
}

/** Who wrote the comments of a tracker, by their headings: "Comment 1 • Jane Roe • 2026-10-10 20:17 UTC". */
function inHeadings(sections: readonly KnownSection[], vocabulary: Vocabulary): readonly string[] {
  const parts = sections.map(({ heading: { text } }) => {
    const rest = /[•·|]/.test(text) ? spokenTime(text, vocabulary)?.rest : undefined;
    return rest === undefined ? [] : rest.split(/[•·|]/).map((part) => part.trim());
  });
  const spoken = parts.filter(({ length }) => length > 0);
  return spoken.length < LEAST_LINES ? [] : spoken.flat();
}

/** The names of those who speak in a chat that a document holds, each a person's or a team's. */
export function speakersIn(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): readonly string[] {
  const found = sections.flatMap(({ blocks }) => [
    ...blocks.flatMap((block) => behindTimes(textsOf(block), vocabulary)),
    ...beforeTimes(blocks, vocabulary),
  ]);
  return [...new Set([...found, ...inHeadings(sections, vocabulary)])];
}
