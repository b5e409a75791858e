import { group } from "d3-array";
import { counted } from "../../core/counted.ts";
import type { ImportedDocument, ImportedValue } from "../../core/document/imported.ts";
import type { ReadableKey } from "../../core/document/readable-keys.ts";
import type { EpochMs, Fact, Milestone, Source } from "../../core/postmortem.ts";
import type { Cell, Column, Report, Row, Section } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import { text } from "./columns.ts";

type Key = Exclude<ReadableKey, "date">;

function valueOf({ values }: ImportedDocument, key: Key): ImportedValue | null {
  return values.find((value) => value.key === key) ?? null;
}

function valueCell(value: ImportedValue | null): Cell {
  return value && `${value.text} ${howFound(value)}`;
}

function howFound({ how, doubt }: ImportedValue): string {
  return doubt === null ? how : `${how}, low confidence`;
}

const WITH_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(.*)$/;

function firstTime({ document: { milestones } }: ImportedDocument): Fact<EpochMs> | null {
  return Object.values(milestones).find((fact) => fact !== null) ?? null;
}

/** The day on which a document's first known time lies in the zone of the reports, as they count it. */
function dateOf(imported: ImportedDocument, timeZone: string): string | null {
  const first = firstTime(imported);
  return first && isoDate(first.value, timeZone);
}

function dateCell(imported: ImportedDocument, timeZone: string): Cell {
  const first = firstTime(imported);
  return first && `${isoDate(first.value, timeZone)} ${first.source.how}`;
}

/** A time without its day where that is the document's own; `–` where only the day is known. */
function timeCell(imported: ImportedDocument, milestone: Milestone, timeZone: string): Cell {
  const value = valueOf(imported, `times.${milestone}`);
  const [, date, time = "", offset = ""] = WITH_TIME.exec(value?.text ?? "") ?? [];
  if (!value || date === undefined) return null;
  const day = date === dateOf(imported, timeZone) ? "" : `${date.slice(5)} `;
  return `${day}${time}${offset} ${howFound(value)}`;
}

function countCell(sources: readonly Source[]): Cell {
  if (sources.length === 0) return null;
  const inferred = sources.some(({ how }) => how === "inferred");
  return `${sources.length} ${inferred ? "inferred" : "stated"}`;
}

const COLUMNS: readonly Column[] = [
  { ...text("document", "Document", 1), isPath: true },
  text("title", "Title", 3),
  text("date", "Date", 1),
  text("severity", "Severity", 2),
  text("services", "Services", 3),
  text("started", "Started", 2),
  text("detected", "Detected", 2),
  text("diagnosed", "Diagnosed", 2),
  text("resolved", "Resolved", 2),
  text("gaps", "Gaps", 3),
  text("actions", "Actions", 3),
  text("writes", "Would write", 1),
];

function rowOf(imported: ImportedDocument, timeZone: string): Row {
  const { document, values } = imported;
  const writes = values.filter(({ state }) => state === "new").map(({ key }) => key);
  return [
    document.path,
    valueCell(valueOf(imported, "title")),
    dateCell(imported, timeZone),
    valueCell(valueOf(imported, "severity")),
    valueCell(valueOf(imported, "services")),
    timeCell(imported, "started", timeZone),
    timeCell(imported, "detected", timeZone),
    timeCell(imported, "diagnosed", timeZone),
    timeCell(imported, "resolved", timeZone),
    countCell(document.gaps.map(({ source }) => source)),
    countCell(document.actions.map(({ source }) => source)),
    writes.length > 0 ? writes.join(", ") : null,
  ];
}

/** So many documents with the same difficulty have a row each; more share one. */
const MOST_APART = 3;

interface UnreadPlace {
  readonly place: string;
  readonly what: string;
  readonly why: string;
}

/** What could not be read: what many documents have in common takes one row, with the first place. */
function unreadSection(documents: readonly ImportedDocument[]): Section {
  const places = documents.flatMap(({ document, unread }) =>
    unread
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, ...rest }): UnreadPlace => ({ place: `${document.path}:${line}`, ...rest })),
  );
  const keyOf = ({ what, why }: UnreadPlace) => JSON.stringify([what, why]);
  const alike = group(places, keyOf);
  const rows = places.flatMap((one): readonly Row[] => {
    const { place, what, why } = one;
    const all = alike.get(keyOf(one)) ?? [];
    if (all.length <= MOST_APART) return [[place, 1, what, why]];
    return all[0] === one ? [[place, all.length, what, why]] : [];
  });
  return {
    key: "unread",
    title: "What could not be read",
    columns: [
      text("place", "Place", 1),
      { key: "places", label: "Places", type: "count", priority: 1 },
      text("what", "What", 1),
      text("why", "Why", 1),
    ],
    rows,
    whenEmpty: "Everything that looks like a fact was read.",
    notes: rows.some(([, count]) => count !== 1)
      ? ["Where more than one place has the same difficulty, the first is named."]
      : [],
  };
}

/** How many documents have each fact, in a sentence. */
function countsNote(documents: readonly ImportedDocument[], timeZone: string): string {
  const having = (test: (imported: ImportedDocument) => boolean) => documents.filter(test).length;
  const known = (key: Key) => having((one) => valueOf(one, key) !== null);
  const timed = (name: Milestone) => having((one) => timeCell(one, name, timeZone) !== null);
  const counts = [
    `${known("title")} ${known("title") === 1 ? "has" : "have"} a title`,
    `${having((one) => firstTime(one) !== null)} a date`,
    `${known("severity")} a severity`,
    `${known("services")} services`,
    `${timed("started")} a start`,
    `${timed("detected")} a detection`,
    `${timed("diagnosed")} a diagnosis`,
    `${timed("resolved")} a resolution`,
    `${having(({ document }) => document.gaps.length > 0)} gaps`,
    `${having(({ document }) => document.actions.length > 0)} actions`,
  ];
  return `Of ${counted(documents.length, "document")}, ${counts.join(", ")}.`;
}

/** Values that are not written although the document says more than the day. */
function leftOf(documents: readonly ImportedDocument[]): readonly ImportedValue[] {
  const all = documents.flatMap(({ values }) => values);
  return all.filter(({ state, key, text: written }) => {
    return state === "left" && (!key.startsWith("times.") || WITH_TIME.test(written));
  });
}

const DOUBTS: Readonly<Record<NonNullable<ImportedValue["doubt"]>, string>> = {
  cues: "weak evidence",
  day: "date uncertain",
  zone: "time zone uncertain",
};

/** How many values are left out for low confidence, why, and what to do; empty for none. */
export function lowConfidenceNotes(documents: readonly ImportedDocument[]): readonly string[] {
  const doubtful = leftOf(documents).filter(({ doubt }) => doubt !== null);
  const doubts = doubtful.flatMap(({ doubt }) => doubt ?? []);
  if (doubts.length === 0) return [];
  const reasons = Object.entries(DOUBTS).flatMap(([doubt, why]) => {
    const count = doubts.filter((one) => one === doubt).length;
    return count > 0 ? [`${why}: ${count}`] : [];
  });
  const isOne = doubts.length === 1;
  const what = `${counted(doubts.length, "value")} of low confidence ${isOne ? "is" : "are"} not written`;
  const note = `${what} (${reasons.join(", ")}); no report counts ${isOne ? "it" : "them"}.`;
  const asksAboutOne = doubtful.some(({ key }) => key.startsWith("times."));
  return [asksAboutOne ? `${note} \`pm import --interactive --write\` asks about times.` : note];
}

function inferredNotes(documents: readonly ImportedDocument[]): readonly string[] {
  const left = leftOf(documents).filter(({ how, doubt }) => how === "inferred" && doubt === null);
  if (left.length === 0) return [];
  const isOne = left.length === 1;
  const what = `${counted(left.length, "value")} ${isOne ? "is" : "are"} inferred from wording`;
  return [`${what} and not written; add --inferred to write ${isOne ? "it" : "them"} too.`];
}

/**
 * What `pm import` understood of each document, and how surely.
 * @param timeZone that in which reports count days
 */
export function importReport(documents: readonly ImportedDocument[], timeZone: string): Report {
  return {
    name: "import",
    title: "What pm understood",
    subtitle:
      "stated: written in the document; computed: from stated values; inferred: from wording; –: not found",
    sections: [
      {
        key: "documents",
        title: "Documents",
        columns: COLUMNS,
        rows: documents.map((one) => rowOf(one, timeZone)),
        whenEmpty: "No document could be read.",
        notes: [
          countsNote(documents, timeZone),
          ...inferredNotes(documents),
          ...lowConfidenceNotes(documents),
        ],
      },
      unreadSection(documents),
    ],
    notes: [],
  };
}
