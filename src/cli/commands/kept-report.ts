import { isDeepStrictEqual } from "node:util";
import type { Postmortem } from "../../core/postmortem.ts";
import type { SuggestionDecision } from "../../core/settings/suggestion-decisions.ts";
import type { Report } from "../../core/table.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Stretch, Window } from "../../core/time/window.ts";
import type { Said } from "../../jobs/kept-folder.ts";
import type { AskedReport } from "../../jobs/report.ts";
import type { Redact } from "../../people/recogniser.ts";
import { keptResult } from "../../project/kept-result.ts";
import type { Project } from "../../project/project.ts";
import type { FoundFiles } from "../../read/find-files.ts";
import type { AnyReport } from "../../reports/define.ts";
import { sameThrough } from "../../reports/moment.ts";
import { isCalendar, showsPlaces } from "../deliver.ts";
import type { Io } from "../io.ts";
import type { OutputOptions, WindowOptions } from "../options.ts";

/** A report before it is written in a format, with what was said of the files behind it. */
interface MadeReport {
  readonly report: Report;
  readonly said: readonly Said[];
}

/** What is kept of it: nothing in it is to be withheld. */
interface KeptReport extends MadeReport {
  readonly through: Stretch;
}

/** A report that is asked for. */
interface Question {
  readonly report: AnyReport;
  readonly asked: AskedReport;
  /** The window and the format as the options write them. */
  readonly written: WindowOptions & OutputOptions;
  readonly windowAt: (now: number) => Window;
  /** What people decided on proposals, where the report counts them. */
  readonly decided: readonly SuggestionDecision[];
}

/** What a report was made of, beside what was asked. */
interface MadeOf {
  /** At least those that state an instant which is still to come. */
  readonly postmortems: readonly Postmortem[];
  readonly redact: Redact;
}

/** Reports that are kept: a run over files that did not change reads none of them. */
export interface KeptReports {
  readonly find: () => MadeReport | null;
  /** To be called before any document is read. */
  readonly begin: () => Promise<void>;
  /** Keeps a report as long as it holds, unless something in it is to be withheld. */
  readonly keep: (made: MadeReport, of: MadeOf) => Promise<void>;
}

/** More letters than a report has that is worth a file of its own. */
const LONGEST = 4_000_000;

/** All texts in plain data. */
function textsIn(value: unknown, texts: Set<string>): Set<string> {
  if (typeof value === "string") texts.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) textsIn(part, texts);
  }
  return texts;
}

function namesNobody(made: MadeReport, redact: Redact): boolean {
  for (const text of textsIn(made, new Set())) if (redact(text) !== text) return false;
  return true;
}

/** Without what a format does not show: a calendar, and most often the places of what rows count. */
function shownParts({ calendar, ...report }: Report, isTraced: boolean): Report {
  const due = calendar ? { calendar: { events: [], asOf: 0 } } : {};
  if (isTraced) return { ...report, ...due };
  const sections = report.sections.map((section) => ({
    ...section,
    ...(section.places ? { places: [] } : {}),
  }));
  return { ...report, ...due, sections };
}

/** The text in which JSON holds some data; null where it would not hold them as they are. */
function jsonOf(kept: KeptReport): string | null {
  const text = JSON.stringify(kept);
  if (text.length > LONGEST) return null;
  return isDeepStrictEqual(JSON.parse(text), kept) ? text : null;
}

/** The reports of a project that are kept; null where nothing is. */
export function keptReports(
  { report, asked, written, windowAt, decided }: Question,
  found: FoundFiles,
  project: Project,
  now: number,
): KeptReports | null {
  // A calendar tells the second at which it was made.
  if (isCalendar(written)) return null;
  const { timeZone } = project.config;
  const { since, until, asOf, compare } = written;
  const isTraced = showsPlaces(written);
  const question = [report.name, asked, since, until, asOf, compare, isTraced, decided];
  const store = keptResult(
    project,
    found,
    { name: "results", asked: question },
    isoDate(now, timeZone),
  );
  if (store === null) return null;
  return {
    find: () => {
      const bytes = store.find();
      if (bytes === null) return null;
      // Only this module writes what has this key.
      const { through, ...made } = JSON.parse(bytes.toString()) as KeptReport;
      return now >= through.since && now < through.until ? made : null;
    },
    begin: store.begin,
    keep: async (made, { postmortems, redact }) => {
      const through = sameThrough(report, windowAt, postmortems, { now, timeZone });
      if (through === null) return;
      const shown = { ...made, report: shownParts(made.report, isTraced) };
      if (!namesNobody(shown, redact)) return;
      const text = jsonOf({ ...shown, through });
      if (text !== null) await store.keep(text);
    },
  };
}

/** An Io that also notes what is said. */
export function listeningTo(io: Io): { readonly io: Io; readonly said: readonly Said[] } {
  const said: Said[] = [];
  const listening = (how: Said[0]) => (line: string) => {
    said.push([how, line]);
    return io[how](line);
  };
  return { io: { ...io, note: listening("note"), warn: listening("warn") }, said };
}

/** Says again what was said. */
export async function sayAgain({ said }: Pick<MadeReport, "said">, io: Io): Promise<void> {
  for (const [how, line] of said) await io[how](line);
}
