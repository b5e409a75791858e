import type { Timeline, TimelineRow } from "../../core/postmortem.ts";
import type { Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitTimeHead, splitTimeTail, type TimeHead } from "../written/time-head.ts";

/** A longer line tells more than who speaks and when. */
const LONGEST_SPOKEN = 80;
/** Fewer sections that end in the time of their posting are no timeline. */
const LEAST_POSTED = 2;

/** What a line ends in where that is a time, wherever it begins: "Posted Apr 3, 2026 - 17:02 UTC". */
export function timeAtEnd(text: string, vocabulary: Vocabulary): TimeHead | null {
  if (text.length > LONGEST_SPOKEN || !/\d/.test(text)) return null;
  for (const { index } of text.matchAll(/(?<=\s)\[?[\p{L}\d]/gu)) {
    const start = splitTimeHead(text.slice(index), vocabulary);
    if (start?.rest === "" && /\d[:.h]\d\d|\d\s*[ap]m/i.test(start.head)) {
      return { head: start.head, rest: text.slice(0, index).trim() };
    }
  }
  return null;
}

/** A line that ends in a time, with whoever speaks or what is said before it. */
export function spokenTime(text: string, vocabulary: Vocabulary): TimeHead | null {
  const line = text.replace(/\s?:$/, "");
  const [tail, end] = [splitTimeTail(line, vocabulary), timeAtEnd(line, vocabulary)];
  // "Posted Apr 3, 2026 - 17:02 UTC": the day belongs to the time, although a dash sets it apart.
  const isWhole = tail !== null && end !== null && /\d,? [-–—] $/.test(dayBefore(end.head, tail));
  return isWhole ? end : (tail ?? end);
}

function dayBefore(head: string, tail: TimeHead): string {
  return head.endsWith(tail.head) ? head.slice(0, head.length - tail.head.length) : "";
}

/** The time at which the last of some lines says that they were posted; null where it says none. */
function postedTime(text: string, vocabulary: Vocabulary): string | null {
  const whole = splitTimeHead(text, vocabulary);
  return whole?.rest === "" ? whole.head : (spokenTime(text, vocabulary)?.head ?? null);
}

/** What some lines tell that end in the time of their posting. */
interface Posted {
  readonly time: Text;
  readonly text: string;
}

function entryOf(lines: readonly Text[], time: Text, vocabulary: Vocabulary): Posted | null {
  if (lines.length === 0 || lines.some(({ text }) => splitTimeHead(text, vocabulary))) return null;
  return { time, text: lines.map(({ text }) => text).join(" – ") };
}

/** An update of a status page: its label, what it tells, and in its last line when it was posted. */
export function postedEntry(lines: readonly Text[], vocabulary: Vocabulary): Posted | null {
  const last = lines.at(-1);
  const posted = last && lines.length > 1 ? spokenTime(last.text, vocabulary) : null;
  if (!last || !posted) return null;
  return entryOf(lines.slice(0, -1), { text: posted.head, range: last.range }, vocabulary);
}

/** Sections of a status page, each an update with its heading as its label: "Resolved", …, "Posted …"; none where no heading is one. */
export function postedSections(sections: readonly KnownSection[], vocabulary: Vocabulary) {
  const labels = Object.values(vocabulary.milestones).flatMap((one) => one.labels);
  const isLabel = ({ heading }: KnownSection) => labels.includes(normalizeHeading(heading.text));
  if (!sections.some(isLabel)) return [];
  const posted = sections.flatMap((section) => {
    const lines = section.blocks.flatMap((block) =>
      block.type === "paragraph" ? block.lines : blockTexts(block),
    );
    // What is affected may stand behind the time; a label whose value is a time has nothing before it.
    const end = lines.findLastIndex(({ text }) => postedTime(text, vocabulary) !== null);
    const last = end > 0 && section.heading.text !== "" && section.level > 1 ? lines[end] : null;
    if (!last) return [];
    const time = { text: postedTime(last.text, vocabulary) ?? "", range: last.range };
    const entry = entryOf([section.heading, ...lines.slice(0, end)], time, vocabulary);
    return entry ? [{ ...section, entries: [entry] }] : [];
  });
  return posted.some(isLabel) && posted.length >= LEAST_POSTED ? posted : [];
}

/** What a status page calls a post, before the time of it: "Monitoring", "Resolved |"; null where a name or anything else stands there. */
export function stateBefore(
  { rest }: TimeHead,
  { post_states: states }: Vocabulary,
): string | null {
  const label = rest.replace(/[\s\p{P}\p{S}]{1,6}$/u, "");
  return states.includes(normalizeHeading(label)) ? label : null;
}

/** What a status page calls a post, as its first line: "Monitoring:"; none where anything else stands there. */
export function postState(
  head: TimeHead,
  { range }: Text,
  vocabulary: Vocabulary,
): readonly Text[] {
  const state = stateBefore(head, vocabulary);
  return state === null ? [] : [{ text: `${state}:`, range }];
}

/** Whether each row of a timeline is a post of a status page, by its first word: "Identified – a rule …". */
export function arePosts(timeline: Timeline | null, { post_states: states }: Vocabulary): boolean {
  const rows = timeline?.rows ?? [];
  const isPost = ({ text }: TimelineRow) =>
    states.includes(
      normalizeHeading(
        /^[^\p{L}]{0,4}(\p{L}+(?: \p{L}+)?)\s*(?:[:–—·|-]|$)/u.exec(text)?.[1] ?? "",
      ),
    );
  return rows.length >= LEAST_POSTED && rows.every(isPost);
}
