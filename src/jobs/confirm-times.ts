import type { DoubtfulTimes, TimeChoice } from "../core/imported.ts";
import { type Milestone, MILESTONES, type Postmortem } from "../core/postmortem.ts";
import { ok, type Result } from "../core/result.ts";
import { doubtfulTimes } from "../import/doubtful-times.ts";
import { peopleOf } from "../people/people-of.ts";
import type { Project } from "../project/project.ts";
import {
  contextOfRead,
  documentWith,
  type ImportedFile,
  type ImportRead,
  keysOf,
  type SeenDocument,
} from "./import.ts";

/** One question to a person: a document whose milestones are in doubt. */
export interface TimesQuestion extends DoubtfulTimes, SeenDocument {
  /** As it may be printed; null where the document has none. */
  readonly title: string | null;
}

/** What a person says of the milestones of a document: a time, or why there is none. */
export type ConfirmedTimes = ReadonlyMap<Milestone, TimeChoice | string>;

/**
 * The documents whose milestones are in doubt, in the order in which they were read.
 * @param vouchedZone the zone that a person vouches for where a document states none; null where nobody does.
 */
export function timesQuestions(
  read: ImportRead,
  project: Project,
  vouchedZone: string | null,
): readonly TimesQuestion[] {
  const context = contextOfRead(read, project);
  const people = peopleOf(project);
  return read.postmortems.flatMap((document): readonly TimesQuestion[] => {
    const seen = { document, text: read.texts.get(document.path) ?? "" };
    const search = people.search(document.listedNames);
    const redact = (text: string) => people.redact(text, search);
    const doubtful = doubtfulTimes(seen, document.split.frontmatter?.data, {
      context,
      redact,
      vouchedZone,
    });
    const title = document.title === null ? null : redact(document.title.value);
    return doubtful === null ? [] : [{ ...seen, ...doubtful, title }];
  });
}

/** Whether a document, read again, has what a person said of a milestone. */
function holds(after: Postmortem, name: Milestone, said: TimeChoice | string): boolean {
  if (typeof said === "string") return after.unknownMilestones.includes(name);
  return after.milestones[name]?.value === said.at;
}

/**
 * A document with times that a person confirmed; they are stated from then on.
 * @param read all documents, which the order of day and month is taken from.
 * @returns why not, where pm would read a time differently, or the frontmatter cannot be changed.
 */
export async function withConfirmedTimes(
  seen: SeenDocument,
  confirmed: ConfirmedTimes,
  read: ImportRead,
  project: Project,
): Promise<Result<ImportedFile>> {
  const times = MILESTONES.flatMap((name) => {
    const said = confirmed.get(name);
    return said === undefined ? [] : [[name, typeof said === "string" ? said : said.text] as const];
  });
  const entries = { times: Object.fromEntries(times) };
  const importer = { project, context: contextOfRead(read, project) };
  const made = await documentWith(seen, entries, importer, (after) => {
    const lost = [...confirmed].find(([name, said]) => !holds(after, name, said));
    return lost === undefined ? null : `pm would read \`${lost[0]}\` differently`;
  });
  return made.ok ? ok({ ...made.value, keys: keysOf(entries) }) : made;
}
