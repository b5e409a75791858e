import { compareText } from "../core/compare.ts";
import { counted } from "../core/counted.ts";
import { firstOf } from "../core/first-of.ts";
import { type Postmortem, UNKNOWN } from "../core/postmortem.ts";
import type { Column, ColumnType, Report, Row, Section } from "../core/table.ts";
import { isoDate } from "../core/time/calendar.ts";
import { type LikenessDocument, wordsOf } from "./documents.ts";
import { type Family, type FamilyOptions, findFamilies, tellsWhy } from "./families.ts";
import type { Lexicon } from "./words.ts";

/** Below so many incidents it is hard to tell which words are rare. */
export const FEW = 10;

/** What `pm families` looks through. */
export interface FamiliesQuery extends FamilyOptions {
  /** All documents of the folder. */
  readonly all: readonly LikenessDocument[];
  /** Those of the window and the filters. */
  readonly chosen: readonly LikenessDocument[];
  readonly lexicon: Lexicon;
  readonly subtitle: string;
  /** Why none is chosen; null where some are. */
  readonly whenEmpty: string | null;
  readonly notes: readonly string[];
  readonly timeZone: string;
}

function column(
  key: string,
  label: string,
  type: ColumnType,
  priority: Column["priority"] = 1,
): Column {
  return { key, label, type, priority };
}

const FAMILY_COLUMNS: readonly Column[] = [
  column("family", "Family", "text"),
  column("incidents", "Incidents", "count"),
  column("terms", "Terms", "list"),
  { ...column("competencies", "Competencies", "list", 2), isCompetency: true },
  column("services", "Services", "list", 2),
  column("teams", "Teams", "count", 3),
  column("first_date", "First", "date", 2),
  column("last_date", "Last", "date"),
  { ...column("files", "Files", "list", 3), isPath: true },
];

const MEMBER_COLUMNS: readonly Column[] = [
  column("family", "Family", "text"),
  column("incident", "Incident", "text"),
  column("date", "Date", "date", 2),
  column("severity", "Severity", "text", 3),
  column("services", "Services", "list", 3),
  column("terms", "Terms", "list", 2),
  { ...column("file", "File", "text"), isPath: true },
];

/** The values that tell something, each once and in order. */
function known(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== UNKNOWN).toSorted(compareText);
}

/** The day on which an incident started; null where it is not known. */
export function dateOf({ milestones: { started } }: Postmortem, timeZone: string): string | null {
  return started ? isoDate(started.value, timeZone) : null;
}

function familyRow({ name, members, terms, competencies }: Family, timeZone: string): Row {
  const incidents = members.map(({ incident }) => incident);
  const dates = known(incidents.flatMap((incident) => dateOf(incident, timeZone) ?? []));
  const values = (of: "services" | "teams") =>
    known(incidents.flatMap((incident) => incident[of].map(({ value }) => value)));
  return [
    name,
    members.length,
    terms.map(({ written }) => written),
    competencies,
    values("services"),
    values("teams").length,
    dates[0] ?? null,
    dates.at(-1) ?? null,
    incidents.map(({ path }) => path),
  ];
}

function memberRows(
  { name, members, terms }: Family,
  { stemOf }: Lexicon,
  timeZone: string,
): readonly Row[] {
  return members.map(({ incident, words }): Row => {
    const own = new Set<number | undefined>();
    for (const word of wordsOf(words, "title")) own.add(stemOf[word]);
    for (const word of wordsOf(words, "factors")) own.add(stemOf[word]);
    return [
      name,
      incident.title?.value ?? incident.id.value,
      dateOf(incident, timeZone),
      incident.severity?.value ?? null,
      known(incident.services.map(({ value }) => value)),
      terms.filter(({ stem }) => own.has(stem)).map(({ written }) => written),
      incident.path,
    ];
  });
}

/** The documents that tell why, and those that do not. */
function byTelling(documents: readonly LikenessDocument[], lexicon: Lexicon) {
  const telling = documents.filter((document) => tellsWhy(document, lexicon));
  const tell = new Set(telling);
  return { telling, silent: documents.filter((document) => !tell.has(document)) };
}

function whenNone(query: FamiliesQuery): string {
  const { chosen, lexicon, whenEmpty, closeness, minSize } = query;
  if (whenEmpty !== null) return whenEmpty;
  const telling = byTelling(chosen, lexicon).telling.length;
  if (telling < 2) {
    return "A family needs at least two incidents that record a factor, a cause or a gap.";
  }
  const size = minSize > 2 ? ` of ${minSize} or more` : "";
  return `No family${size} among ${counted(telling, "incident")} at a closeness of ${closeness}; a lower --closeness finds wider ones.`;
}

/** Names the incidents that say nothing of why they happened. */
function silentNotes(silent: readonly LikenessDocument[]): readonly string[] {
  if (silent.length === 0) return [];
  const named = firstOf(silent.map(({ incident }) => incident.path));
  const record = silent.length === 1 ? "records" : "record";
  return [
    `${counted(silent.length, "incident")} ${record} no factor, cause or gap and cannot be in a family: ${named}.`,
  ];
}

function aloneNotes(telling: number, families: readonly Family[]): readonly string[] {
  const members = families.reduce((sum, family) => sum + family.members.length, 0);
  const alone = telling - members;
  if (alone === 0 || families.length === 0) return [];
  return [
    `${counted(alone, "other incident")} ${alone === 1 ? "belongs" : "belong"} to no family.`,
  ];
}

function notes(query: FamiliesQuery, families: readonly Family[]): readonly string[] {
  const { chosen, all, lexicon, closeness } = query;
  const telling = byTelling(all, lexicon).telling.length;
  const own = byTelling(chosen, lexicon);
  return [
    `A family: incidents with similar factors, causes, evidence, competencies and titles; the average closeness of its pairs is ${closeness} or more (--closeness; 1 means the same words, 0 none in common).`,
    ...(families.length > 0
      ? [
          "Terms: the words with the highest weight among those that at least half of its incidents share; rare words weigh more.",
        ]
      : []),
    ...aloneNotes(own.telling.length, families),
    ...silentNotes(own.silent),
    ...(telling > 1 && telling < FEW
      ? [
          `With only ${telling} incidents, it is hard to tell which words are rare: these families may be chance.`,
        ]
      : []),
    ...query.notes,
  ];
}

/** Clusters of incidents that share factors, each with what makes it one. */
export function familiesReport(query: FamiliesQuery): Report {
  const families = findFamilies(query.all, query.chosen, query.lexicon, query);
  const whenEmpty = whenNone(query);
  const section = (spec: Pick<Section, "key" | "title" | "columns" | "rows">): Section => ({
    ...spec,
    whenEmpty,
    notes: [],
  });
  const sections = [
    section({
      key: "families",
      title: "Families",
      columns: FAMILY_COLUMNS,
      rows: families.map((family) => familyRow(family, query.timeZone)),
    }),
    section({
      key: "members",
      title: "Their incidents",
      columns: MEMBER_COLUMNS,
      rows: families.flatMap((family) => memberRows(family, query.lexicon, query.timeZone)),
    }),
  ];
  return {
    name: "families",
    title: "Families of incidents",
    subtitle: query.subtitle,
    sections: families.length > 0 ? sections : sections.slice(0, 1),
    notes: notes(query, families),
  };
}
