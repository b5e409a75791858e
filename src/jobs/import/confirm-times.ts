import type { AssembleContext } from "../../assemble/context.ts";
import { byMilestone } from "../../core/document/by-milestone.ts";
import type { DoubtfulTimes, TimeChoice } from "../../core/document/imported.ts";
import { FILE_START } from "../../core/position.ts";
import {
  type EpochMs,
  type Fact,
  type Milestone,
  MILESTONES,
  type Postmortem,
} from "../../core/postmortem.ts";
import { ok, type Result } from "../../core/result.ts";
import { doubtfulTimes } from "../../import/doubtful-times.ts";
import { asRead } from "../../import/times.ts";
import { disorderedMilestones } from "../../lint/disordered-milestones.ts";
import { peopleOf } from "../../people/people-of.ts";
import type { Project } from "../../project/project.ts";
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
  /** What it took to read it: the order of day and month is that of all documents. */
  readonly context: AssembleContext;
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
    const given = asRead(document, seen.text, context, document.split);
    const search = people.search(document.listedNames);
    const redact = (text: string) => people.redact(text, search);
    const { data } = document.split.frontmatter ?? {};
    const doubtful = doubtfulTimes(given, data, { redact, vouchedZone });
    const title = document.title === null ? null : redact(document.title.value);
    return doubtful === null ? [] : [{ ...seen, ...doubtful, title, context }];
  });
}

/** Two milestones of which the one that comes first is later. */
export interface TimesDisorder {
  readonly early: Milestone;
  readonly before: Milestone;
}

/** Where times that a person may confirm are out of order; null where they are in order. */
export function disorderIn(
  { known, open }: TimesQuestion,
  times: ConfirmedTimes,
): TimesDisorder | null {
  const all = new Map([...known.map((one) => [one.name, one] as const), ...times]);
  const milestones = byMilestone((name): Fact<EpochMs> | null => {
    const said = all.get(name);
    if (said === undefined || typeof said === "string") return null;
    return { value: said.at, source: { origin: "body", how: "stated", range: FILE_START } };
  });
  const disorders = [...disorderedMilestones({ milestones })];
  const found = disorders.find(({ early, before }) =>
    [early, before].some(({ name }) => open.includes(name)),
  );
  return found ? { early: found.early.name, before: found.before.name } : null;
}

/** Whether a document, read again, has what a person said of a milestone. */
function holds(after: Postmortem, name: Milestone, said: TimeChoice | string): boolean {
  if (typeof said === "string") return after.unknownMilestones.includes(name);
  return after.milestones[name]?.value === said.at;
}

/**
 * A document with times that a person confirmed; they are stated from then on.
 * @returns why not, where pm would read a time differently, or the frontmatter cannot be changed.
 */
export async function withConfirmedTimes(
  question: TimesQuestion,
  confirmed: ConfirmedTimes,
  project: Project,
): Promise<Result<ImportedFile>> {
  const times = MILESTONES.flatMap((name) => {
    const said = confirmed.get(name);
    return said === undefined ? [] : [[name, typeof said === "string" ? said : said.text] as const];
  });
  const entries = { times: Object.fromEntries(times) };
  const importer = { project, context: question.context };
  const made = await documentWith(question, entries, importer, (after) => {
    const lost = [...confirmed].find(([name, said]) => !holds(after, name, said));
    return lost === undefined ? null : `pm would read \`${lost[0]}\` differently`;
  });
  return made.ok ? ok({ ...made.value, keys: keysOf(entries) }) : made;
}
