import { counted } from "../core/counted.ts";
import { UsageError } from "../core/errors.ts";
import type { EpochMs } from "../core/postmortem.ts";
import { findTerm, type Term } from "../core/taxonomy.ts";
import { peopleOf } from "../people/people-of.ts";
import { readMembers } from "../project/members.ts";
import type { Project } from "../project/project.ts";
import { readExport } from "../read/export-files.ts";
import { type Collected, collector, type FileReport, type ToldFacts } from "../sources/collect.ts";
import type { SourceEvent, SourceReader } from "../sources/define.ts";
import { SOURCES } from "../sources/index.ts";
import { mergeEvents } from "../sources/merge.ts";
import { type Naming, namingOf, teamLookup } from "../sources/people.ts";
import { instantText, type Proposal, proposeMilestones } from "../sources/proposals.ts";
import { oneLine, rowsOf } from "../sources/rows.ts";
import { type IncidentTime, incidentTime, isWithin } from "../sources/window.ts";
import type { FromExports } from "./draft-texts.ts";

/** One export, as the command line names it. */
export interface ExportInput {
  readonly path: string;
  /** As shown. */
  readonly name: string;
  readonly forced: SourceReader | null;
}

/** What became of an input that could not be opened. */
export interface UnreadInput {
  readonly name: string;
  readonly message: string;
}

/** A draft from exports, and what became of every entry. */
export interface Draft {
  /** Null where no export tells one. */
  readonly title: string | null;
  /** When it started, as far as it is known: for the name of the file. */
  readonly start: { readonly at: EpochMs; readonly text: string };
  readonly exports: FromExports;
  readonly files: readonly FileReport[];
  readonly unread: readonly UnreadInput[];
  /** The time to which events were cut. */
  readonly time: IncidentTime;
  readonly outside: number;
  readonly repeats: number;
  /** What similar incidents are looked for by. */
  readonly subject: string;
}

/** Nobody reads a timeline of so many events: the time of the incident was not found. */
const MOST_EVENTS = 2_000;
/** Similar incidents are looked for by the first rows, which say what was seen. */
const SUBJECT_ROWS = 20;

/** The names of all readers, as `--from NAME:FILE` takes them. */
export const SOURCE_NAMES: readonly string[] = SOURCES.map(({ name }) => name);

/** The reader of a name; null for any other. */
export function readerNamed(name: string): SourceReader | null {
  return SOURCES.find((reader) => reader.name === name.toLowerCase()) ?? null;
}

async function collect(inputs: readonly ExportInput[], timeZone: string, given: IncidentTime) {
  const { open, finish } = collector({ timeZone, keeps: (event) => isWithin(event, given) });
  const unread: UnreadInput[] = [];
  for (const { path, name, forced } of inputs) {
    const message = await readExport(path, name, (inner) =>
      open({ input: name, name: inner, forced }),
    );
    if (message !== null) unread.push({ name, message });
  }
  return { collected: await finish(), unread };
}

function namingFor(project: Project, { people }: Collected, events: readonly SourceEvent[]) {
  const { taxonomy, vocabulary } = project;
  return async (): Promise<Naming> =>
    namingOf({
      people,
      actors: events.flatMap(({ actor, to = [] }) => [...(actor ? [actor] : []), ...to]),
      teamOf: teamLookup(await readMembers(project)),
      recogniser: peopleOf({ taxonomy, vocabulary }),
      common: {
        stop: new Set([...vocabulary.stop_words, ...vocabulary.no_value]),
        ordinary: new Set(vocabulary.people.ordinary),
      },
    });
}

/** Facts in the order in which readers are believed. */
function ranked(facts: readonly ToldFacts[]): readonly ToldFacts[] {
  const rank = ({ source }: ToldFacts) => SOURCES.findIndex(({ name }) => name === source);
  return facts.toSorted((a, b) => rank(a) - rank(b));
}

/** What is written of a term: its id where the taxonomy has it. */
function termText(terms: readonly Term[], written: string, naming: Naming): string {
  return findTerm(terms, written)?.id ?? oneLine(naming.withoutPeople(written));
}

function proposeFacts(
  facts: readonly ToldFacts[],
  { taxonomy }: Project,
  naming: Naming,
): readonly Proposal[] {
  const list = (key: "services" | "teams", terms: readonly Term[]): readonly Proposal[] => {
    const told = facts.filter((one) => (one.facts[key] ?? []).length > 0);
    const names = told.flatMap((one) => one.facts[key] ?? []);
    const values = [...new Set(names.map((name) => termText(terms, name, naming)))];
    const sources = [...new Set(told.map(({ source }) => `[${source}]`))].join(" ");
    return values.length === 0
      ? []
      : [{ key, value: `[${values.join(", ")}]`, how: `from ${sources}` }];
  };
  const severe = facts.find((one) => one.facts.severity);
  const severity = severe?.facts.severity ?? null;
  return [
    ...(severe && severity !== null
      ? [
          {
            key: "severity" as const,
            value: termText(taxonomy.severities, severity, naming),
            how: `from [${severe.source}]`,
          },
        ]
      : []),
    ...list("services", taxonomy.services),
    ...list("teams", taxonomy.teams),
  ];
}

function tooMany(events: readonly SourceEvent[]): UsageError {
  const times = events.map(({ at }) => at).toSorted((a, b) => a - b);
  const [first, last] = [times[0], times.at(-1)].map((at) => instantText(at ?? 0));
  return new UsageError(
    `${counted(events.length, "event")} from ${first ?? ""} to ${last ?? ""}, more than a timeline can have`,
    "Say when the incident was, with --started and --ended, or add an export of the alert.",
  );
}

function nothingFound(files: readonly FileReport[], unread: readonly UnreadInput[]): UsageError {
  const [first] = unread;
  const unknown = files.find(({ reader }) => reader === null);
  if (first && files.length === 0) return new UsageError(`${first.name}: ${first.message}`);
  if (unknown) {
    return new UsageError(
      `${unknown.name}: no export that pm knows`,
      `It reads ${SOURCE_NAMES.join(", ")}. Name the tool to force it: --from slack:FILE.`,
    );
  }
  return new UsageError("The exports hold no event", "docs/sources.md says what is read of each.");
}

/**
 * A draft from the exports of tools: one timeline without people, and what they suggest.
 * @param given when the incident was, where the user says so.
 * @throws {UsageError} where nothing is found, or more than a timeline can have.
 */
export async function draftFrom(
  inputs: readonly ExportInput[],
  project: Project,
  given: IncidentTime,
): Promise<Draft> {
  const { collected, unread } = await collect(inputs, project.config.timeZone, given);
  const time = incidentTime(collected.events, given);
  const events = collected.events.filter((event) => isWithin(event, time));
  if (events.length > MOST_EVENTS) throw tooMany(events);
  const { rows: merged, repeats } = mergeEvents(events, SOURCE_NAMES);
  const [first] = merged;
  if (!first) throw nothingFound(collected.files, unread);
  const naming = await namingFor(project, collected, events)();
  const facts = ranked(collected.facts);
  const written = facts.find((one) => one.facts.title)?.facts.title ?? null;
  const title = written === null ? null : oneLine(naming.withoutPeople(written));
  const told = merged.flatMap(({ event, others }) => [event, ...others]);
  const milestones = proposeMilestones(told.toSorted((a, b) => a.at - b.at));
  const started = milestones.find(({ key }) => key === "started");
  const at = given.start ?? (started ? Date.parse(started.value) : (time.start ?? first.event.at));
  const rows = rowsOf(merged, naming);
  return {
    title,
    start: { at, text: instantText(at) },
    exports: { proposals: [...milestones, ...proposeFacts(facts, project, naming)], rows },
    files: collected.files,
    unread,
    time,
    outside: collected.outside + collected.events.length - events.length,
    repeats,
    subject: [title ?? "", ...rows.slice(0, SUBJECT_ROWS).map(({ text }) => text)].join(" "),
  };
}
