import { counted } from "../../core/counted.ts";
import { UsageError } from "../../core/errors.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { no, ok, type Result } from "../../core/result.ts";
import type { TaxonomySource } from "../../core/settings/taxonomy-source.ts";
import type { Report } from "../../core/table.ts";
import { foldName, type Term } from "../../core/taxonomy.ts";
import { ownText } from "../../core/text/own-text.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Window } from "../../core/time/window.ts";
import { peopleOf } from "../../people/people-of.ts";
import { anonymise } from "../../privacy/anonymise.ts";
import { withoutPeople } from "../../privacy/without-people.ts";
import type { Project } from "../../project/project.ts";
import { type Progress, type ReadFolder, readFolder } from "../../project/read-postmortems.ts";
import { readNeeded } from "../../project/shipped.ts";
import { laterNotes } from "../../reports/shared/notes.ts";
import { startedIn, startingLater } from "../../reports/shared/selection.ts";
import { locateEntries } from "../../setup/taxonomy-source.ts";
import { checkTaxonomy, type Doubt } from "../../taxonomy/check.ts";
import { checkReport } from "../../taxonomy/check-report.ts";
import { domainNamed, listReport } from "../../taxonomy/list.ts";
import { mentionsOf } from "../../taxonomy/mentions.ts";
import { proposeReport } from "../../taxonomy/propose.ts";
import { usageReport } from "../../taxonomy/usage.ts";

/** The team's own taxonomy file with its places; null where there is none. */
export async function readOwnTaxonomy(project: Project): Promise<TaxonomySource | null> {
  const { taxonomyPath, cwd } = project;
  return taxonomyPath === null ? null : locateEntries(await readNeeded(taxonomyPath, cwd));
}

/** The documents of a project with all they say, or why there are none: it may be before the first. */
export async function readDocuments(
  project: Project,
  progress: Progress,
  read: typeof readFolder = readFolder,
): Promise<Result<ReadFolder>> {
  try {
    return ok(await read(project, [], ["everything"], progress));
  } catch (error) {
    if (error instanceof UsageError) return no(error.message);
    throw error;
  }
}

/** Lower-case words by which a document, read with its prose, names people; never to be shown. */
export function namedWords(
  { namedPeople }: Pick<Postmortem, "namedPeople">,
  text: string,
): readonly string[] {
  const names = namedPeople.map(({ start, end }) => text.slice(start.offset, end.offset));
  const words = names.flatMap((name) => name.toLowerCase().match(/[\p{L}']+/gu) ?? []);
  return [...new Set(words)].map(ownText);
}

/** The same of all documents of a folder. */
function personWords({ postmortems, texts }: ReadFolder): ReadonlySet<string> {
  return new Set(postmortems.flatMap((one) => namedWords(one, texts.get(one.path) ?? "")));
}

/** The id of the domain that somebody names. Throws a UsageError for one that is unknown. */
export function domainOf(written: string, { taxonomy }: Project): string {
  return domainNamed(written, taxonomy);
}

/**
 * What the taxonomy has, and how often each is used.
 * @param postmortems null where how often is not known.
 * @param domain the id of the one whose competencies are asked for; null for all lists.
 */
export function listTaxonomy(
  { taxonomy, taxonomyName, config }: Project,
  postmortems: readonly Postmortem[] | null,
  domain: string | null,
): Report {
  const base = { taxonomy, taxonomyName, domain };
  // Counted as reports count: a figure here less one there would be that of those not shown.
  const known = anonymise(postmortems ?? [], taxonomy, config.privacy);
  const { labelOf, serviceLabelOf } = known.groups;
  const withheld = (terms: readonly Term[], label: (id: string) => string) =>
    new Set(terms.map(({ id }) => id).filter((id) => label(id) !== id));
  const uncounted = {
    teams: withheld(taxonomy.teams, labelOf),
    services: withheld(taxonomy.services, serviceLabelOf),
  };
  if (postmortems === null) return listReport({ ...base, postmortems, uncounted });
  return listReport({ ...base, postmortems: known.postmortems, uncounted });
}

/** What is allowed and doubtful in a team's own taxonomy, by itself and as a table. */
export function doubtsIn(
  source: TaxonomySource,
  { taxonomy, config }: Project,
): { readonly doubts: readonly Doubt[]; readonly report: Report } {
  const doubts = checkTaxonomy(source, taxonomy, config.privacy.assumeTeamSize !== null);
  return { doubts, report: checkReport(source, doubts) };
}

/** The incidents that `pm taxonomy` measures by. */
export interface Stretch {
  readonly project: Project;
  readonly read: ReadFolder;
  /** Null for all time. */
  readonly window: Window | null;
}

/** The incidents of a stretch, in words too, and what is left out of it. */
function measured({ project, read, window }: Stretch) {
  const { taxonomy, taxonomyName, config } = project;
  const base = { taxonomy, taxonomyName, smallCount: config.thresholds.smallCount };
  if (window === null) {
    return { ...base, postmortems: read.postmortems, stretch: "all time", notes: [] };
  }
  const undated = read.postmortems.filter(({ milestones }) => milestones.started === null).length;
  const until = isoDate(window.until, config.timeZone);
  const since = window.since === null ? "up" : isoDate(window.since, config.timeZone);
  const notes = [
    ...(undated === 0
      ? []
      : [`Left out, without a readable start: ${counted(undated, "incident")}.`]),
    ...laterNotes(startingLater(read.postmortems, window)),
  ];
  return {
    ...base,
    postmortems: startedIn(read.postmortems, window),
    stretch: `${since} to ${until}`,
    notes,
  };
}

function withNotes(report: Report, notes: readonly string[]): Report {
  return { ...report, notes: [...report.notes, ...notes] };
}

/** How many names in the place of terms are not printed: what is written there is a person's. */
function countWithheld(written: readonly Postmortem[], shown: readonly Postmortem[]): number {
  const shownMentions = mentionsOf(shown);
  const withheld = mentionsOf(written).filter(({ id }, at) => shownMentions[at]?.id !== id);
  return new Set(withheld.map(({ list, id }) => `${list} ${foldName(id)}`)).size;
}

/**
 * Which competencies are used, and how they are written.
 * @param stretch of documents as they are written; people in them are withheld here, and counted.
 */
export function usageIn(stretch: Stretch): Report {
  const { notes, postmortems, ...rest } = measured(stretch);
  const people = peopleOf(stretch.project);
  const shown = postmortems.map((one) => withoutPeople(one, people));
  const withheld = countWithheld(postmortems, shown);
  return withNotes(usageReport({ ...rest, postmortems: shown, withheld }), notes);
}

/** Terms that no competency covers, of documents read with their prose. */
export function proposalsIn(stretch: Stretch, minIncidents: number): Report {
  const { notes, ...rest } = measured(stretch);
  const { project, read } = stretch;
  const stopWords = project.vocabulary.stop_words;
  const report = proposeReport({
    ...rest,
    minIncidents,
    stopWords,
    personWords: personWords(read),
  });
  return withNotes(report, notes);
}
