import type { SectionKind } from "../../core/document/body-parts.ts";
import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import { type Fact, type Milestone, MILESTONES } from "../../core/postmortem.ts";
import type { Problem } from "../../core/problem.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { TableBlock, Text } from "../../parse/body/body.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import type { BodyLabels } from "../labels/labels.ts";
import type { Labelled } from "../labels/line-labels.ts";
import type { LabelledSection } from "../labels/lines.ts";
import { meaningOfLabel, namesOfLabel } from "../labels/meaning.ts";
import type { KnownSection } from "../sections/sections.ts";
import { type FoundDate, readWrittenDate } from "../written/dates.ts";

/** What an incident has a section of its own for, below its heading. */
const OF_AN_INCIDENT: ReadonlySet<SectionKind | null> = new Set([
  "timeline",
  "impact",
  "cause",
  "factors",
  "actions",
]);
/** How a tracker names an incident: "INC-31", "#4711". */
const TICKET = /(?<![\p{L}\d])(?:[A-Z]{2,10}-\d+|#\d+)(?![\p{L}\d])/u;

/** Headings with a day of their own that tell of one incident are fewer than these, or nearer to each other. */
const LEAST_DATED = 4;
const LEAST_DAYS_APART = 60;

/** An incident to which a heading gives a name or a day. */
interface NamedIncident {
  /** What sets it apart from the others: its ticket, its day, when it started. */
  key: string | null;
  /** The day that its heading tells, in milliseconds. */
  readonly day: number | null;
  readonly level: number;
  readonly range: Range;
  hasOwnParts: boolean;
}

/** A day with its year, in milliseconds. */
function dayOf({ date: { year, month, day } }: FoundDate): number | null {
  return year === null ? null : Date.UTC(year, month - 1, day);
}

function dayIn(text: string, { vocabulary, dateOrder = null }: AssembleContext): number | null {
  const found = readWrittenDate(text, vocabulary.months, dateOrder);
  return found && dayOf(found);
}

/** Labels of a start, in lower case. */
const startLabels = memo(
  ({ times_in_body: inBody, frontmatter_keys: keys, milestones }: Vocabulary) =>
    new Set([...inBody.started, ...keys["times.started"], ...milestones.started.labels]),
);

function namesStart({ label }: Labelled, vocabulary: Vocabulary): boolean {
  return namesOfLabel(label).some((name) => startLabels(vocabulary).has(name));
}

function namesSeverity({ label }: Labelled, vocabulary: Vocabulary): boolean {
  return meaningOfLabel(label, vocabulary) === "severity";
}

/** The greatest of some numbers by level, of those of higher levels: of headings, the one that holds another. */
function lastAbove(level: number, lastAt: ReadonlyMap<number, number>): number {
  let last = -1;
  for (const [other, at] of lastAt) if (level > other) last = Math.max(last, at);
  return last;
}

/** A section that may tell of an incident, by its heading. */
function incidentBelow(
  { text, range }: Text,
  level: number,
  context: AssembleContext,
): NamedIncident {
  const day = dayIn(text, context);
  const key = TICKET.exec(text)?.[0] ?? day?.toString() ?? null;
  return { key, day, level, range, hasOwnParts: false };
}

/** The sections that may tell of an incident each, with what sets them apart. */
function incidentsIn(
  sections: readonly KnownSection[],
  labelled: readonly LabelledSection[],
  context: AssembleContext,
): readonly NamedIncident[] {
  const { vocabulary } = context;
  const labelsAt = new Map(labelled.map((one) => [one.heading, one.labelled]));
  const named: NamedIncident[] = [];
  const lastAt = new Map<number, number>();
  let below: number | null = null;
  for (const { heading, level, kind } of sections) {
    if (below !== null && level > below) continue;
    // A dated heading behind a timeline goes on with it, unless it stands as high as the first.
    below = kind === "timeline" && level > 0 && !lastAt.has(level) ? level : null;
    const open = named[lastAbove(level, lastAt)];
    if (open && OF_AN_INCIDENT.has(kind)) open.hasOwnParts = true;
    const isOwn = level > 0 && (kind === null || lastAt.has(level));
    const own = isOwn ? incidentBelow(heading, level, context) : null;
    if (own) lastAt.set(level, named.push(own) - 1);
    const holder = own ?? open;
    if (!holder) continue;
    const labels = labelsAt.get(heading) ?? [];
    const start = labels.find((one) => namesStart(one, vocabulary));
    if (start || labels.some((one) => namesSeverity(one, vocabulary))) holder.hasOwnParts = true;
    holder.key ??= start?.value.text ?? null;
  }
  return named.filter(({ key }) => key !== null);
}

/** Of sections on one level, those that have facts or parts as a postmortem has. */
function withOwnParts(named: readonly NamedIncident[]): readonly NamedIncident[] {
  const whole = named.filter(({ hasOwnParts }) => hasOwnParts);
  return new Set(whole.map(({ key }) => key)).size > 1 ? whole : [];
}

/** The same of those that are headed by a day, as the entries of a journal: so far apart, one incident has none. */
function entriesOfJournal(named: readonly NamedIncident[]): readonly NamedIncident[] {
  const entries = named.filter(({ day }) => day !== null);
  const days = new Set(entries.map(({ day }) => day ?? 0));
  const apart = Math.max(...days) - Math.min(...days);
  return days.size >= LEAST_DATED && apart >= LEAST_DAYS_APART * MS_PER_DAY ? entries : [];
}

/** Rows of a list of incidents, each with its day and its severity. */
function rowsOfList({ head, rows }: TableBlock, context: AssembleContext): readonly Range[] {
  const { vocabulary } = context;
  const column = head.findIndex(({ text }) => meaningOfLabel(text, vocabulary) === "severity");
  if (column <= 0) return [];
  const days = rows.flatMap((row) => {
    const day = row.map(({ text }) => dayIn(text, context)).find((one) => one !== null);
    const isGraded = /\p{L}|\d/u.test(row[column]?.text ?? "");
    return day !== undefined && isGraded && row[0] ? [{ day, range: row[0].range }] : [];
  });
  const isList = days.length === rows.length && new Set(days.map(({ day }) => day)).size > 1;
  return isList ? days.map(({ range }) => range) : [];
}

/** Those that a table lists, in a document that tells nothing of its own. */
function listedIncidents(
  sections: readonly KnownSection[],
  labelled: readonly LabelledSection[],
  context: AssembleContext,
): readonly Range[] {
  const { vocabulary } = context;
  const tellsOne =
    sections.some(({ kind }) => kind === "timeline" || kind === "cause" || kind === "factors") ||
    labelled.some((section) =>
      section.labelled.some((one) => namesStart(one, vocabulary) || namesSeverity(one, vocabulary)),
    );
  if (tellsOne) return [];
  const tables = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === "table" ? [rowsOfList(block, context)] : [])),
  );
  return tables.find((rows) => rows.length > 1) ?? [];
}

/** That a file tells of several incidents, of which one postmortem is read; nothing where it does not. */
export function severalIncidents(
  sections: readonly KnownSection[],
  labelled: readonly LabelledSection[],
  context: AssembleContext,
): readonly Problem[] {
  const all = incidentsIn(sections, labelled, context);
  const levels = [...new Set(all.map(({ level }) => level))];
  const onLevels = levels.map((level) => all.filter((one) => one.level === level));
  const named = [...onLevels.map(entriesOfJournal), ...onLevels.map(withOwnParts)].find(
    ({ length }) => length > 1,
  );
  const ranges = named?.map(({ range }) => range) ?? listedIncidents(sections, labelled, context);
  const [, second] = ranges;
  return second ? [{ kind: "several-described", count: ranges.length, range: second }] : [];
}

type Times = Partial<Record<Milestone, Fact<number>>>;

function allInDoubt(times: Readonly<Times>): Readonly<Times> {
  const doubted: Times = {};
  for (const name of MILESTONES) {
    const fact = inDoubt(times[name] ?? null);
    if (fact) doubted[name] = fact;
  }
  return doubted;
}

/** What a file that tells of several incidents says of one: its times and its severity may be those of another. */
export function ofSeveral<
  Facts extends {
    readonly times: Readonly<Times>;
    readonly timelineMilestones: Readonly<Times>;
    readonly day: Fact<number> | null;
    readonly statedDurations: object;
    readonly labelled: BodyLabels;
  },
>(facts: Facts): Facts {
  return {
    ...facts,
    times: allInDoubt(facts.times),
    timelineMilestones: allInDoubt(facts.timelineMilestones),
    day: inDoubt(facts.day),
    statedDurations: {},
    labelled: { ...facts.labelled, severity: inDoubt(facts.labelled.severity) },
  };
}
