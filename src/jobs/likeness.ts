import { dirname, relative, resolve, sep } from "node:path";
import { isoDate } from "../core/calendar.ts";
import { competencyNames } from "../core/competency-names.ts";
import { leftOutNotes } from "../core/confirmed.ts";
import { UsageError } from "../core/errors.ts";
import type { FactName, Postmortem } from "../core/postmortem.ts";
import type { Report } from "../core/table.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { Window } from "../core/window.ts";
import { closestTo } from "../likeness/closest.ts";
import { type LikenessDocument, likenessDocuments } from "../likeness/documents.ts";
import type { FamilyOptions } from "../likeness/families.ts";
import { familiesReport } from "../likeness/families-report.ts";
import { personWordsOf } from "../likeness/person-words.ts";
import { similarReport } from "../likeness/similar-report.ts";
import { type ReadWords, wordReader } from "../likeness/words.ts";
import { redactPeople } from "../people/people.ts";
import type { Project } from "../project/project.ts";
import { type Progress, type ReadFolder, readFolder } from "../project/read-postmortems.ts";
import { wordsIn } from "../prose/stems.ts";
import type { Filters, Query } from "../reports/define.ts";
import { countable, countableNotes } from "../reports/shared/counted-once.ts";
import { undatedNotes } from "../reports/shared/notes.ts";
import { selectIncidents, type Selection } from "../reports/shared/selection.ts";
import { subtitle } from "../reports/shared/subtitle.ts";
import { type AnonymisedFolder, anonymisedFolder } from "./anonymised.ts";
import type { SimilarIncident } from "./draft-texts.ts";
import { personWords } from "./taxonomy.ts";

/** What is to be read of documents to tell which are alike. */
export const LIKENESS_NEEDS: readonly FactName[] = ["everything", "prose"];

/** A new document links to so many incidents at most. */
const MOST_LINKED = 3;

/** A reader of the words to compare documents by. */
function wordsOf(read: ReadFolder, { vocabulary, taxonomy }: Project): ReadWords {
  const { people, stop_words: stopWords } = vocabulary;
  const clues = {
    taxonomy,
    named: personWords(read),
    notNames: [
      ...people.not_names,
      ...people.ordinary,
      ...people.listed_as.flatMap(wordsIn),
      ...stopWords,
    ],
  };
  return wordReader({ stopWords, personWords: personWordsOf(read.postmortems, clues) });
}

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
  read: ReadFolder,
  { postmortems, taxonomy }: AnonymisedFolder,
  readWords: ReadWords,
): readonly LikenessDocument[] {
  const shown = new Map(postmortems.map((one) => [one.path, one]));
  const listed = new Set(taxonomy.competencies.map(({ id }) => id));
  return likenessDocuments(read.postmortems, readWords).flatMap((document) => {
    const incident = shown.get(document.incident.path);
    const competencies = document.competencies.filter((id) => listed.has(id));
    return incident ? [{ ...document, incident, competencies }] : [];
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
 * Groups of incidents that share factors, among documents read with {@link LIKENESS_NEEDS}.
 * @throws {UsageError} where a filter names a team or service that is not shown on its own.
 */
export function familiesOf(
  read: ReadFolder,
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
  const all = shownDocuments(read, folder, wordsOf(read, project)).filter(({ incident }) =>
    isCounted.has(incident),
  );
  const report = familiesReport({
    all,
    chosen: all.filter(({ incident }) => isChosen.has(incident)),
    closeness,
    minSize,
    subtitle: subtitle(query, selection),
    whenEmpty: selection.whenEmpty,
    notes: [
      ...undatedNotes(selection),
      ...countableNotes(found, window),
      ...leftOutNotes(selection.incidents),
      ...folder.notes,
    ],
    timeZone,
  });
  return { ...report, names: competencyNames(taxonomy) };
}

/** What incidents are compared with: a text, or one of the documents by its shown path. */
export type Sought = { readonly text: string } | { readonly path: string };

/**
 * The incidents that are like a text or a document, among documents read with
 * {@link LIKENESS_NEEDS}; null where the document is none of them.
 */
export function similarTo(sought: Sought, read: ReadFolder, project: Project): Report | null {
  const readWords = wordsOf(read, project);
  const folder = anonymisedFolder(read.postmortems, project, { teams: [], services: [] });
  const documents = shownDocuments(read, folder, readWords);
  const { timeZone } = project.config;
  if ("text" in sought) {
    return similarReport({ sought: { ...sought, readWords }, documents, timeZone });
  }
  const document = documents.find(({ incident }) => incident.path === sought.path);
  if (!document) return null;
  const others = documents.filter((other) => other !== document);
  return similarReport({ sought: { document }, documents: others, timeZone });
}

/** The documents of a project; null where it has none yet: the new document may be the first. */
async function readIncidents(project: Project, progress: Progress): Promise<ReadFolder | null> {
  try {
    return await readFolder(project, [], LIKENESS_NEEDS, progress);
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
  const readWords = wordsOf(read, project);
  const { cwd, config } = project;
  const others = read.postmortems.filter((one) => resolve(cwd, one.path) !== path);
  const documents = likenessDocuments(others, readWords);
  return closestTo(text, documents, { readWords, most: MOST_LINKED }).map(({ incident }) => {
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
