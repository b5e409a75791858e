import type { Temporal } from "temporal-polyfill";
import { memo } from "../../core/memo.ts";
import { FILE_START } from "../../core/position.ts";
import type { Fact, Source } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import type { ReadOrder } from "../../core/time/calendar.ts";
import type { Block, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { documentName } from "../document-name.ts";
import { codeLabels } from "../labels/code-labels.ts";
import type { Labelled } from "../labels/line-labels.ts";
import { tableLabels } from "../labels/lines.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { datesApart } from "../written/compact-date.ts";
import { impossibleDate, nearestDate, readWrittenDates, resolveDate } from "../written/dates.ts";
import { unclearDate } from "../written/numbers-date.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { splitDayHead } from "../written/time-head.ts";
import { introductions } from "./introduced-days.ts";
import { sentLines, writtenOn } from "./mail-heads.ts";

/** A day that a document tells as its own, and where. */
export type DocumentDay = Fact<Temporal.PlainDate> & {
  /** Whether the document tells another day, too, near this one. */
  readonly isUnsure: boolean;
  /** All other days that its title, its file's name or its text tells. */
  readonly others: readonly Temporal.PlainDate[];
  /** Whether it is the day of publishing, on or after that of the incident. */
  readonly isPublishing?: boolean;
};

interface Candidate {
  readonly text: string;
  readonly source: Source;
}

/** A postmortem that was published later tells of something else with its first date. */
const MOST_DAYS_TO_PUBLISH = 60;

/** What else a document tells of itself lies so near; what lies farther off is another matter. */
const NEAR_DAYS = 3;

function candidate({ text, range }: Text): Candidate {
  return { text, source: { origin: "body", how: "inferred", range, precision: "day" } };
}

/** Lines that state the date under a label: "Date: 14 March 2026", "Outage: 14 March 2026, 02:15 to 04:30". */
function isDateLine(
  { text }: Text,
  { headings, spans, frontmatter_keys: keys }: Vocabulary,
): boolean {
  const [, written] = /^([^:：]{2,40})[:：]\s*\S/.exec(text) ?? [];
  if (written === undefined) return false;
  // "Date/environment" names two things.
  const labels = [written, ...written.split(/[/&]/)].map(normalizeHeading);
  return [headings.date, keys.date, spans].some((names) =>
    labels.some((label) => names.includes(label)),
  );
}

/** Lines that state another day than that of the incident: "Meeting scheduled for: Friday 22 May". */
function isOfOther(text: Text, vocabulary: Vocabulary): boolean {
  const [, label = ""] = /^([^:：\d]{2,40})[:：]\s*\S/.exec(text.text) ?? [];
  if (label === "" || isDateLine(text, vocabulary)) return false;
  const words = normalizeHeading(label).split(/[\s/]+/);
  return words.some((word) => vocabulary.label_words.other_days.includes(word));
}

/** The facts that stand side by side in a line: "Status: final | Review date: 12 June". */
function partsOf({ text, range }: Text): readonly Text[] {
  return text.split(/\s[|·•]\s/).map((part) => ({ text: part.trim(), range }));
}

/**
 * Lines that state when the document was written: "Prepared: 12 May 2026", "Published on 12 May 2026", "Last
 * verified by Core on 12 May 2026".
 */
function isOfWriting({ text }: Text, vocabulary: Vocabulary): boolean {
  const [, label] = /^([^:：\d]{2,40}?)(?:[:：]|\son\s)\s*\S/.exec(text) ?? [];
  const { published } = vocabulary.frontmatter_keys;
  return (
    writtenOn(vocabulary).test(text) ||
    (label !== undefined && published.includes(normalizeHeading(label)))
  );
}

function labelsIn(block: Block, vocabulary: Vocabulary): readonly Labelled[] {
  if (block.type === "table") return tableLabels(block, vocabulary);
  return block.type === "code" ? codeLabels(block, vocabulary) : [];
}

/** What tables of facts, and those in a block of code, state as the date: "Incident date | 14 March 2026". */
function datesInTables({ blocks }: KnownSection, vocabulary: Vocabulary): readonly Text[] {
  const { headings, frontmatter_keys: keys } = vocabulary;
  return blocks
    .flatMap((block) => labelsIn(block, vocabulary))
    .filter(({ label }) => {
      const name = normalizeHeading(label);
      return headings.date.includes(name) || keys.date.includes(name);
    })
    .map(({ value }) => value);
}

/** A time of day, as what happened then has one beside its day. */
const CLOCK = /(?<![\d.])\d{1,2}[:.]\d{2}(?![\d.])/;

/** Texts in which a document tells its day, the surest first; what it says of itself apart. Two readers ask for them. */
const candidates = memo(
  (sections: readonly KnownSection[], path: string, vocabulary: Vocabulary) => {
    const name = documentName(path, vocabulary);
    const textsOf = (section: KnownSection) =>
      section.blocks.flatMap((block) =>
        block.type === "paragraph" ? block.lines : blockTexts(block),
      );
    const dated = sections.filter(({ kind }) => kind === "date").flatMap(textsOf);
    const titles = sections
      .filter(({ level }) => level === 1)
      .map(({ heading }) => ({ ...heading, text: datesApart(heading.text) }));
    const general = sections.filter(({ kind }) => kind === "summary" || kind === null);
    const mentioned = general.flatMap(textsOf);
    const noted = sections.filter(({ kind }) => kind === "timeline").flatMap(textsOf);
    const sent = general.flatMap(({ blocks }) =>
      blocks.flatMap((block) => sentLines(block, vocabulary)),
    );
    const affected = sections.filter(({ kind }) => kind === "impact" || kind === "detection");
    const effects = affected.flatMap(textsOf);
    const labelled = [
      ...[...mentioned, ...noted, ...effects, ...general.map(({ heading }) => heading)].filter(
        (text) => isDateLine(text, vocabulary) && !sent.includes(text),
      ),
      ...[...general, ...affected].flatMap((section) => datesInTables(section, vocabulary)),
    ];
    const stated = [...dated, ...labelled].map((one) => ({ ...one, text: datesApart(one.text) }));
    // "Timeline · Jul 30 2026": what heads the events is when they happened.
    const heads = sections
      .filter(
        ({ kind, heading }) =>
          kind === "timeline" && splitDayHead(heading.text, vocabulary) === null,
      )
      .map(({ heading }) => heading);
    const days = general.filter(({ heading }) => splitDayHead(heading.text, vocabulary) !== null);
    const file: Candidate = {
      text: datesApart(name).replaceAll("_", " "),
      source: { origin: "file", how: "inferred", range: FILE_START, precision: "day" },
    };
    const parts = mentioned.filter((text) => !sent.includes(text)).flatMap(partsOf);
    return {
      own: [...stated, ...titles, ...heads].map(candidate),
      stated: stated.map(candidate),
      file: [file],
      mentioned: [
        ...parts.filter((text) => !isOfWriting(text, vocabulary) && !isOfOther(text, vocabulary)),
        ...days.map(({ heading }) => heading),
        ...introductions(sections),
      ].map(candidate),
      // What a document tells of the impact may be the one place with the day.
      beside: effects.filter(({ text }) => CLOCK.test(text)).map(candidate),
      written: parts.filter((text) => isOfWriting(text, vocabulary)).map(candidate),
      sent: sent.map(candidate),
    };
  },
);

type DayFact = Fact<Temporal.PlainDate>;

/** Every day that texts tell; one without a year is the one nearest to `near`. */
function daysIn(
  texts: readonly Candidate[],
  { months }: Vocabulary,
  order: ReadOrder | null,
  near: Temporal.PlainDate | null,
): readonly DayFact[] {
  return texts.flatMap(({ text, source }) =>
    readWrittenDates(text, months, order).flatMap((date): readonly DayFact[] => {
      const value = near === null ? resolveDate(date, null) : nearestDate(date, near);
      return value ? [{ value, source }] : [];
    }),
  );
}

function daysBetween(one: Temporal.PlainDate, other: Temporal.PlainDate): number {
  return one.until(other, { largestUnit: "days" }).days;
}

/** What reading the day of a document needs to know beside its text. */
export interface DayReading {
  /** How a date in numbers is read that could be either; null for not at all. */
  readonly order: ReadOrder | null;
  /** The date of its frontmatter; what the document says of itself comes before it. */
  readonly keyed: DayFact | null;
  readonly keyedTitle: Fact<string> | null;
  /** Whether the date of its frontmatter is the day of publishing. */
  readonly isPublishing: boolean;
  /** The day that the frontmatter states as that of publishing, beside its date. */
  readonly published: DayFact | null;
}

function titleCandidate({ value, source }: Fact<string>): Candidate {
  return { text: value, source: { ...source, how: "inferred", precision: "day" } };
}

/** The last day before that of publishing which the summary tells; else that of publishing itself. */
function publishedDay(
  keyed: DayFact,
  mentioned: readonly DayFact[],
  others: readonly Temporal.PlainDate[],
): DocumentDay {
  const before = mentioned.filter(({ value }) => {
    const days = daysBetween(value, keyed.value);
    return days >= 0 && days <= MOST_DAYS_TO_PUBLISH;
  });
  const [first] = before;
  const isOne = first !== undefined && before.every(({ value }) => value.equals(first.value));
  return { ...(first ?? keyed), isUnsure: !isOne, others, isPublishing: true };
}

/** The first day that the text tells; in doubt another one that has times of day beside it, where that has none. */
function mentionedDay(
  first: DayFact,
  texts: readonly Candidate[],
  mentioned: readonly DayFact[],
  others: readonly Temporal.PlainDate[],
): DocumentDay {
  const timed = new Set(texts.filter(({ text }) => CLOCK.test(text)).map(({ source }) => source));
  const other = timed.has(first.source)
    ? undefined
    : mentioned.find(({ source }) => timed.has(source));
  return other && !other.value.equals(first.value)
    ? { ...other, isUnsure: true, others }
    : { ...first, isUnsure: false, others };
}

/**
 * The day of a document by its date section, its title, its frontmatter, its file's name or its
 * summary. Where the summary tells only another day just before that of the frontmatter or the
 * file's name, which may be those of writing, it is the summary's, and unsure.
 * @param keyed the date of its frontmatter, which in a weblog is the day of publishing: so what the
 *   document says of itself comes first.
 */
export function documentDay(
  sections: readonly KnownSection[],
  path: string,
  vocabulary: Vocabulary,
  { order, keyed, keyedTitle, isPublishing, published }: DayReading,
): DocumentDay | null {
  const texts = candidates(sections, path, vocabulary);
  const file = daysIn(texts.file, vocabulary, order, null);
  const known = keyed ?? file[0];
  const title = keyedTitle ? [titleCandidate(keyedTitle)] : [];
  const [sent] = daysIn(texts.sent, vocabulary, order, known?.value ?? null);
  const own = daysIn([...texts.own, ...title], vocabulary, order, known?.value ?? null);
  const mentioned = daysIn(texts.mentioned, vocabulary, order, known?.value ?? sent?.value ?? null);
  const written = daysIn(texts.written, vocabulary, order, known?.value ?? null);
  const others = [...own, ...file, ...mentioned, ...written].map(({ value }) => value);
  const [first] = own;
  if (first) return { ...first, isUnsure: false, others };
  if (!known && sent) return publishedDay(sent, mentioned, others);
  if (!known && mentioned[0]) return mentionedDay(mentioned[0], texts.mentioned, mentioned, others);
  const [beside, ...further] = known ? [] : daysIn(texts.beside, vocabulary, order, null);
  if (beside) {
    const isOne = further.every(({ value }) => value.equals(beside.value));
    return { ...beside, isUnsure: !isOne, others };
  }
  if (!known) {
    // "On April 30th", in a document that was published in May.
    const before = published ? daysIn(texts.mentioned, vocabulary, order, published.value) : [];
    const day = published && before.length > 0 ? publishedDay(published, before, others) : null;
    if (day) return day;
    return written[0] ? { ...written[0], isUnsure: true, others } : null;
  }
  // The name of a post begins with its day, too.
  if (isPublishing) return publishedDay(known, mentioned, others);
  const near = mentioned.filter(({ value }) => {
    const days = daysBetween(value, known.value);
    return days >= 0 && days <= NEAR_DAYS;
  });
  const isMentioned = near.some(({ value }) => value.equals(known.value));
  const [nearest] = near;
  return nearest && !isMentioned
    ? { ...nearest, isUnsure: true, others }
    : { ...known, isUnsure: false, others };
}

/** The first date that a document tells as its own and that could be one of two days, as written. */
export function unclearDay(
  sections: readonly KnownSection[],
  path: string,
  vocabulary: Vocabulary,
  order: ReadOrder | null,
): Fact<string> | null {
  const { own, file, mentioned, written } = candidates(sections, path, vocabulary);
  for (const { text, source } of [...own, ...file, ...mentioned, ...written]) {
    const value = unclearDate(text, order);
    if (value !== null) return { value, source };
  }
  return null;
}

/** The dates that a document states as its own and that no calendar has. */
export function impossibleDays(
  sections: readonly KnownSection[],
  path: string,
  vocabulary: Vocabulary,
): readonly Problem[] {
  return candidates(sections, path, vocabulary).stated.flatMap(({ text, source: { range } }) => {
    const written = impossibleDate(text, vocabulary.months);
    return written === null ? [] : [{ kind: "impossible-date", written, range }];
  });
}
