import { memo } from "../../core/memo.ts";
import { capitalised } from "../../core/text/capitalised.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { inBracketsOf } from "../../core/text/in-brackets.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { tableLabels } from "../labels/lines.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { readWrittenTime } from "../written/times.ts";
import { readZone, zoneNamed } from "../written/zones.ts";
import type { TimelinePlace } from "./places.ts";
import { notesOf } from "./zone-notes.ts";

const clockWithZone = memo(({ clock_words: { behind, local } }: Vocabulary): RegExp => {
  const said = [...behind, ...local];
  const capitals = said.map(capitalised);
  const loud = local.map((word) => word.toUpperCase());
  const words = String.raw`(?:${anyWord([...said, ...capitals, ...loud])}\s)?`;
  const named = String.raw`[(（]?[A-Z]{2,4}(?:[+-]\d{1,2})?\b|\([^()\d]{3,40}\)|（[^（）\d]{2,40}）`;
  return new RegExp(
    String.raw`\b\d{1,2}(?:[:.h]?\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?\s*${words}\s*(?:${named})`,
    "g",
  );
});
/** A time of day before a zone in words: "14:35, Eastern time", "14 h 35, heure de Paris". */
const clockWithWords = memo(({ zones }: Vocabulary): RegExp => {
  const phrases = anyWord(Object.keys(zones).filter((name) => name.includes(" ")));
  const city = String.raw`\p{L}{2,20} (?:local )?time`;
  return new RegExp(
    String.raw`(?<![\p{L}\d])\d{1,2}\s?[:.h]\s?\d{2}(?:\s?[ap]\.?m\.?)?,?\s+(?:${phrases}|${city})(?!\p{L})`,
    "giu",
  );
});
const CLOCK = /\d:\d/;
/** A longer text tells of more than a zone. */
const LONGEST_NOTE = 200;

/** The zone that a timeline itself states: in its heading, in a note, or in a table's head. */
function ownZone(sections: readonly KnownSection[], vocabulary: Vocabulary): string | null {
  for (const { heading, blocks } of sections) {
    const { beside } = notesOf(vocabulary);
    const notes = blocks.flatMap((block) => {
      if (block.type === "table") return block.head.map(({ text }) => text);
      if (block.type === "paragraph") return beside.test(block.text) ? [block.text] : [];
      // Rows in a fence have their note there, too.
      const lines = block.type === "code" ? block.text.split("\n") : [];
      return lines.filter((line) => beside.test(line) && !CLOCK.test(line));
    });
    for (const text of [heading.text, ...notes]) {
      const zone = readZone(text, vocabulary.zones);
      if (zone) return zone;
    }
  }
  return null;
}

/** Whether a heading of a timeline, or a head of its table, names a zone that nobody knows. */
export function hasUnknownZone(places: readonly TimelinePlace[], vocabulary: Vocabulary): boolean {
  const { named } = notesOf(vocabulary);
  const names = places.flatMap(({ heading, blocks }) => [
    heading.text,
    ...blocks.flatMap((block) =>
      block.type === "table" ? block.head.map(({ text }) => text) : [],
    ),
  ]);
  return names.some((text) => named.test(text)) && ownZone(places, vocabulary) === null;
}

function textsOf(sections: readonly KnownSection[]): readonly string[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(blockTexts).map(({ text }) => text));
}

/** What stands under labels in lines and tables, as lines have it: "Time zone: Europe/Oslo". */
function pairsIn({ blocks }: KnownSection, vocabulary: Vocabulary): readonly string[] {
  const lines = blocks.flatMap((block) =>
    block.type === "paragraph" || block.type === "quote" ? block.lines : [],
  );
  const pairs = blocks.flatMap((block) =>
    block.type === "table"
      ? tableLabels(block, vocabulary).map(({ label, value }) => `${label.trim()}: ${value.text}`)
      : [],
  );
  return [...lines.map(({ text }) => text), ...pairs];
}

/** A label with a value of a few words, "Time zone: Oslo". */
const LABELLED_NOTE = /^([^:：\d]{2,40})[:：]\s*(\S[^:：\d]{0,40})$/;

/** The zone that a note names, or that stands alone behind its label: "Time zone: Oslo". */
function zoneOfNote(note: string, { zones }: Vocabulary): string | null {
  const [, , value = ""] = LABELLED_NOTE.exec(note) ?? [];
  return readZone(note, zones) ?? zoneNamed(value, zones);
}

/** The zone that all of the readings name; null where none does, or they differ. */
function common(zones: readonly (string | null)[]): string | null {
  const [zone = null, ...others] = zones.filter((one) => one !== null);
  return others.every((one) => one === zone) ? zone : null;
}

/** The zones that notes on all times name, among other texts: "All times in CET". */
function zonesInNotes(
  texts: readonly string[],
  vocabulary: Vocabulary,
): readonly (string | null)[] {
  const { document } = notesOf(vocabulary);
  return texts
    .filter((text) => text.length <= LONGEST_NOTE && document.test(text))
    .map((note) => zoneOfNote(note, vocabulary));
}

/** The zone of a note elsewhere: "All times in CET". */
export function notedZone(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): string | null {
  const { beside } = notesOf(vocabulary);
  const texts = [
    ...textsOf(sections),
    ...sections.flatMap((section) => pairsIn(section, vocabulary)),
  ];
  const headings = sections.map(({ heading }) => heading.text).filter((text) => beside.test(text));
  return common([
    ...zonesInNotes(texts, vocabulary),
    ...headings.map((heading) => zoneOfNote(heading, vocabulary)),
  ]);
}

/** The zone that the lines of a text name for all its times; null where none does, or they differ. */
export function zoneInLines(text: string, vocabulary: Vocabulary): string | null {
  return common(zonesInNotes(text.split(/\r?\n/), vocabulary));
}

/** Whether a label of the whole document's zone has a value that nobody knows: "Time zone: head office". */
export function hasUnknownNote(sections: readonly KnownSection[], vocabulary: Vocabulary): boolean {
  const { document, named } = notesOf(vocabulary);
  return [
    ...textsOf(sections),
    ...sections.flatMap((section) => pairsIn(section, vocabulary)),
  ].some((text) => {
    const [, label = "", value = ""] = LABELLED_NOTE.exec(text) ?? [];
    const isNone = vocabulary.no_value.includes(value.toLowerCase());
    const isOfZone = document.test(label) && named.test(label);
    return !isNone && isOfZone && zoneOfNote(text, vocabulary) === null;
  });
}

/** The zones that heads of tables name in brackets: "Date and time (BST)". */
function zonesOfColumns({ blocks }: KnownSection, { zones }: Vocabulary): readonly string[] {
  return blocks
    .flatMap((block) => (block.type === "table" ? block.head : []))
    .flatMap(({ text }) => readZone(inBracketsOf(text) ?? "", zones) ?? []);
}

/** The zone that all times elsewhere in a document name, and all columns of them. */
export function zoneElsewhere(
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): string | null {
  const patterns = [clockWithZone(vocabulary), clockWithWords(vocabulary)];
  const clocks = textsOf(sections).flatMap((text) =>
    patterns.flatMap((pattern) => text.match(pattern) ?? []),
  );
  return common([
    ...clocks.map((clock) => readZone(clock, vocabulary.zones)),
    ...sections.flatMap((section) => zonesOfColumns(section, vocabulary)),
  ]);
}

/**
 * The offset of the start that the frontmatter writes, where the rows tell no zone and one of them
 * tells the same time of day: `started: 2026-06-01T10:15:00+02:00` above a row of 10:15.
 */
export function zoneOfStart(
  places: readonly TimelinePlace[],
  written: string,
  vocabulary: Vocabulary,
): string | null {
  const [, clock = "", offset] =
    /[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?([+-]\d{2}:?\d{2})["']?$/.exec(written.trim()) ??
    [];
  if (offset === undefined || /^[+-]00:?00$/.test(offset)) return null;
  const isSame = places.some(({ entries }) =>
    entries.some(({ time }) => {
      const read = readWrittenTime(time.text, vocabulary);
      return read.zone === null && read.time?.toString({ smallestUnit: "minute" }) === clock;
    }),
  );
  return isSame ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : null;
}

/**
 * The zone that holds for a whole timeline, as written; null where the document names none, or where
 * nothing stands in the timeline's places.
 */
export function timelineZone(
  own: readonly TimelinePlace[],
  sections: readonly KnownSection[],
  vocabulary: Vocabulary,
): string | null {
  if (own.every(({ entries }) => entries.length === 0)) return null;
  return (
    ownZone(own, vocabulary) ??
    notedZone(sections, vocabulary) ??
    zoneElsewhere(sections, vocabulary)
  );
}
