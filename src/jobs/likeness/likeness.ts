import { dirname, relative, resolve, sep } from "node:path";
import { leftOutNotes } from "../../core/document/confirmed.ts";
import { UsageError } from "../../core/errors.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { competencyNames } from "../../core/settings/competency-names.ts";
import type { Report } from "../../core/table.ts";
import { findTerm } from "../../core/taxonomy.ts";
import { isoDate } from "../../core/time/calendar.ts";
import type { Window } from "../../core/time/window.ts";
import { closestTo } from "../../likeness/closest.ts";
import { inOrder, type LikenessDocument } from "../../likeness/documents.ts";
import type { FamilyOptions } from "../../likeness/families.ts";
import { familiesReport } from "../../likeness/families-report.ts";
import { similarReport } from "../../likeness/similar-report.ts";
import { redactPeople } from "../../people/people.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import type { Progress } from "../../project/read-postmortems.ts";
import type { Filters, Query } from "../../reports/define.ts";
import { countable, countableNotes } from "../../reports/shared/counted-once.ts";
import { undatedNotes } from "../../reports/shared/notes.ts";
import { selectIncidents, type Selection } from "../../reports/shared/selection.ts";
import { subtitle } from "../../reports/shared/subtitle.ts";
import { type AnonymisedFolder, anonymisedFolder } from "../anonymised.ts";
import type { SimilarIncident } from "../new/draft-texts.ts";
import { lexiconFor, readForSearch, type ReadToCompare } from "./read-likeness.ts";

/** A new document links to so many incidents at most. */
const MOST_LINKED = 3;

/** Which incidents are grouped, and how close. */
export interface FamiliesRequest extends FamilyOptions {
  /** Whether drafts are grouped too. */
  readonly withDrafts: boolean;
  readonly window: Window;
  readonly filters: Filters;
  /** Whether incidents without a known start are asked for as well. */
  readonly withUndated: boolean;
}

/** Documents as they are compared: by all that they say, with the incident as reports may know it. */
function shownDocuments(
  read: ReadToCompare,
  { postmortems, taxonomy }: AnonymisedFolder,
): readonly LikenessDocument[] {
  const shown = new Map(postmortems.map((one) => [one.path, one]));
  const listed = new Set(taxonomy.competencies.map(({ id }) => id));
  return inOrder(read.documents).flatMap(({ path, words, competencies: all }) => {
    const incident = shown.get(path);
    const competencies = all.filter((id) => listed.has(id));
    return incident ? [{ incident, words, competencies }] : [];
  });
}

function selectionOf(query: Query, withUndated: boolean): Selection {
  const selection = selectIncidents(query);
  if (!withUndated) return selection;
  const incidents = [...selection.incidents, ...selection.undated];
  const whenEmpty = incidents.length > 0 ? null : selection.whenEmpty;
  return { ...selection, incidents, undated: [], whenEmpty };
}

/**
 * Groups of incidents that share factors, among documents read by {@link readForFamilies}.
 * @throws {UsageError} where a filter names a team or service that is not shown on its own.
 */
export function familiesOf(
  read: ReadToCompare,
  project: Project,
  { window, filters, withDrafts, withUndated, closeness, minSize }: FamiliesRequest,
): Report {
  const { thresholds, timeZone } = project.config;
  const { teams, responders, services } = filters;
  const named = { teams: [...teams, ...responders], services };
  const folder = anonymisedFolder(read.postmortems, project, named);
  const { taxonomy } = folder;
  const found = countable(folder.postmortems, withDrafts);
  const counted = { postmortems: found.postmortems, drafts: found.drafts.length };
  const query = { ...counted, window, filters, taxonomy, thresholds, timeZone };
  const selection = selectionOf(query, withUndated);
  const isCounted = new Set(found.postmortems);
  const isChosen = new Set(selection.incidents);
  const all = shownDocuments(read, folder).filter(({ incident }) => isCounted.has(incident));
  const report = familiesReport({
    all,
    chosen: all.filter(({ incident }) => isChosen.has(incident)),
    lexicon: lexiconFor(read, project),
    closeness,
    minSize,
    subtitle: subtitle(query, selection),
    whenEmpty: selection.whenEmpty,
    notes: [
      ...undatedNotes(selection),
      ...countableNotes(found, window),
      ...leftOutNotes(selection.incidents),
      ...folder.notes,
      ...folder.unlistedNotes,
    ],
    timeZone,
  });
  return { ...report, names: competencyNames(taxonomy) };
}

/** What incidents are compared with: a text, or one of the documents by its shown path. */
export type Sought = { readonly text: string } | { readonly path: string };

/**
 * The incidents that are like a text or a document, among documents read by {@link readForSearch}; null
 * where the document is none of them.
 */
export function similarTo(sought: Sought, read: ReadToCompare, project: Project): Report | null {
  if ("text" in sought) read.words.read(sought.text);
  const lexicon = lexiconFor(read, project);
  const folder = anonymisedFolder(read.postmortems, project, { teams: [], services: [] });
  const documents = shownDocuments(read, folder);
  const { timeZone } = project.config;
  if ("text" in sought) return similarReport({ sought, documents, lexicon, timeZone });
  const document = documents.find(({ incident }) => incident.path === sought.path);
  if (!document) return null;
  const others = documents.filter((other) => other !== document);
  return similarReport({ sought: { document }, documents: others, lexicon, timeZone });
}

/** The documents of a project; null where it has none yet: the new document may be the first. */
async function readIncidents(project: Project, progress: Progress): Promise<ReadToCompare | null> {
  try {
    return await readForSearch(await findFiles(project, []), project, progress);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return null;
  }
}

/** Competencies of the taxonomy that were missing in an incident, as somebody confirmed. */
function lackedIn(incident: Pick<Postmortem, "gaps">, { taxonomy }: Project): readonly string[] {
  const confirmed = incident.gaps.filter((gap) => gap.confirmed);
  return confirmed.flatMap(
    ({ competency }) => findTerm(taxonomy.competencies, competency.value)?.id ?? [],
  );
}

/**
 * Links to the incidents of a project that are most like what is known of a new one.
 * @param text what is known of it.
 * @param path of the new document, absolute: links are relative to it.
 */
export async function similarIncidents(
  text: string,
  path: string,
  project: Project,
  progress: Progress,
): Promise<readonly SimilarIncident[]> {
  const read = await readIncidents(project, progress);
  if (read === null) return [];
  read.words.read(text);
  const lexicon = lexiconFor(read, project);
  const { cwd, config } = project;
  const others = read.documents.filter((one) => resolve(cwd, one.path) !== path);
  return closestTo(text, inOrder(others), { lexicon, most: MOST_LINKED }).map(({ incident }) => {
    const { started } = incident.milestones;
    const way = relative(dirname(path), resolve(cwd, incident.path));
    return {
      title: redactPeople(incident.title?.value ?? incident.id.value),
      path: way.split(sep).join("/"),
      date: started && isoDate(started.value, config.timeZone),
      lacked: lackedIn(incident, project),
    };
  });
}
