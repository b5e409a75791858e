import { resolve } from "node:path";
import { UsageError } from "../../core/errors.ts";
import { inBatches } from "../../core/in-batches.ts";
import { memo, once } from "../../core/memo.ts";
import type { FactName, Postmortem } from "../../core/postmortem.ts";
import { decisionKey, type SuggestionDecision } from "../../core/settings/suggestion-decisions.ts";
import type { Report } from "../../core/table.ts";
import { ownText, sharedText } from "../../core/text/own-text.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import type { Project } from "../../project/project.ts";
import {
  type Keep,
  printable,
  type Progress,
  type ReadFolder,
  readKeeping,
} from "../../project/read-postmortems.ts";
import { readTexts } from "../../project/read-texts.ts";
import { readShippedData } from "../../project/shipped.ts";
import type { DecisionFile } from "../../project/suggestion-file.ts";
import { kindOfPath } from "../../read/find-files.ts";
import { readSourceFileNow } from "../../read/read-file.ts";
import { parseRanker } from "../../setup/ranker.ts";
import {
  type SuggestContext,
  type Suggestion,
  WORTH_ASKING,
  WORTH_PROPOSING,
} from "../../suggest/define.ts";
import { suggestionReport } from "../../suggest/report.ts";
import { type SeenDocument, seenOf } from "../../suggest/samples.ts";
import { type StemNumbers, stemNumbers } from "../../suggest/stem-numbers.ts";
import {
  mergeSuggestions,
  sortedSuggestions,
  suggestInProse,
  type WithTimeline,
} from "../../suggest/suggest.ts";
import { suggestByTags } from "../../suggest/suggest-by-tags.ts";

export type { EscalationSuggestion, GapSuggestion, Suggestion } from "../../suggest/define.ts";

/** A document by its path, and what is wrong with it. */
type CheckedDocument = Pick<Postmortem, "path" | "problems">;

/** What `pm suggest` finds in a folder, before anybody has decided on it. */
export interface SuggestedProject<Kept extends CheckedDocument = CheckedDocument> {
  readonly read: ReadFolder<Kept>;
  /** By file and line. */
  readonly suggestions: readonly Suggestion[];
  /** What they rest on, as sentences. */
  readonly notes: readonly string[];
}

/** The same with the postmortems, without their timelines: for what asks about them or changes them. */
export interface OpenProject extends SuggestedProject<Postmortem> {
  readonly withTimeline: WithTimeline;
}

/** Suggestions below this are seldom worth a look: docs/suggest.md has the figures. */
export const MIN_CONFIDENCE = WORTH_PROPOSING;
/** Whoever decides on them one by one is asked about less sure ones too. */
export const MIN_CONFIDENCE_ASKED = WORTH_ASKING;

const NEEDS = ["prose"] as const;

/** What suggestions are made with; the weights are read only here, as no other command needs them. */
function suggestContext({ taxonomy, language, cues }: Project): SuggestContext {
  const ranker = parseRanker(readShippedData("ranker"));
  return { taxonomy, language: language(), cues: cues(), ranker };
}

/** What is made of each document. */
interface Suggested {
  readonly found: readonly Suggestion[];
  readonly seen: SeenDocument;
}

/** What is kept of each document: neither its sentences nor its text, as large folders have many. */
interface SuggestedDocument extends CheckedDocument {
  readonly suggested: () => Suggested;
}

/** Documents are read, and suggested from, so many at a time: both need much of the processor's memory. */
const BATCH = 32;

/** The same suggestion without a view of its document's text. */
function released(suggestion: Suggestion): Suggestion {
  const { sentence, because, fingerprint } = suggestion;
  return {
    ...suggestion,
    sentence: ownText(sentence),
    because: sharedText(because),
    fingerprint: ownText(fingerprint),
  };
}

/** A document in its turn: as it may be printed, and the same with its timeline, which few are asked for. */
interface Turn {
  readonly own: () => Postmortem;
  readonly withTimeline: () => Postmortem;
}

/** What is made of each document in its own turn, and of all of them. */
interface Suggesting {
  readonly project: Project;
  readonly context: SuggestContext;
  readonly numbers: StemNumbers;
  readonly shown: (postmortem: Postmortem) => Postmortem;
  readonly suggest: (turn: Turn) => () => Suggested;
}

function suggestingIn(project: Project): Suggesting {
  const [context, numbers] = [suggestContext(project), stemNumbers()];
  const later = inBatches<Suggested>(BATCH);
  const suggest = ({ own, withTimeline }: Turn) =>
    later(() => ({
      found: suggestInProse(own(), context, withTimeline).map(released),
      seen: seenOf(own(), context, numbers),
    }));
  return { project, context, numbers, shown: printable(project), suggest };
}

/** The turn of a document that is read without its times: to read those of all takes a tenth of the time. */
function turnOf(
  postmortem: Postmortem,
  again: (needs: readonly FactName[]) => Postmortem,
  { shown }: Suggesting,
): Turn {
  const own = once(() => shown(postmortem));
  const withTimeline = () => {
    const { timeline } = again(["timeline"]);
    return { ...own(), timeline: shown({ ...postmortem, timeline }).timeline };
  };
  return { own, withTimeline };
}

/** The documents of the whole folder of a project, to learn from; those that were read where there is none. */
async function learnedFrom(
  { project, context, numbers, shown }: Suggesting,
  read: readonly SeenDocument[],
): Promise<readonly SeenDocument[]> {
  const { config } = project;
  if (config.path === null || (await kindOfPath(config.folder)) !== "folder") return read;
  const found = await findFiles(project, []).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  if (found === null) return read;
  const keep: Keep<SeenDocument> = (postmortem) => seenOf(shown(postmortem), context, numbers);
  const reading = { needs: NEEDS, keep, keepsText: () => false };
  return (await readKeeping(found, project, reading)).postmortems;
}

/** Reads a document of a project another time, for its sentences; null where it cannot be read any more. */
function readAgain({ project, shown }: Suggesting): (path: string) => Postmortem | null {
  const { cwd } = project;
  const reading = { needs: NEEDS, keep: shown };
  return (path) => {
    const read = readSourceFileNow(resolve(cwd, path), path);
    return read.ok ? (readTexts([read.value], project, reading).postmortems[0] ?? null) : null;
  };
}

/** Suggests what was found in the documents of a folder, and what its own tags teach of them. */
async function suggestionsOf(
  documents: readonly SuggestedDocument[],
  isPart: boolean,
  suggesting: Suggesting,
): Promise<Pick<SuggestedProject, "suggestions" | "notes">> {
  const { project, numbers } = suggesting;
  const seen = documents.map(({ suggested }) => suggested().seen);
  const byTags = suggestByTags({
    documents: seen,
    learnFrom: isPart ? await learnedFrom(suggesting, seen) : seen,
    numbers,
    postmortemAt: readAgain(suggesting),
    stopWords: project.vocabulary.stop_words,
  });
  const byProse = sortedSuggestions(documents.flatMap(({ suggested }) => suggested().found));
  return { suggestions: mergeSuggestions(byProse, byTags.suggestions), notes: byTags.notes };
}

/**
 * Reads documents and proposes what their prose seems to tell of.
 * @throws {UsageError} where there is nothing to read.
 */
export async function suggestProject(
  project: Project,
  paths: readonly string[],
  progress: Progress,
): Promise<SuggestedProject> {
  const found = await findFiles(project, paths);
  const suggesting = suggestingIn(project);
  const keep: Keep<SuggestedDocument> = (postmortem, _split, _text, again) => {
    const { path, problems } = postmortem;
    const suggested = suggesting.suggest(turnOf(postmortem, again, suggesting));
    return { path, problems, suggested };
  };
  const reading = { needs: NEEDS, keep, keepsText: () => false, progress };
  const read = await readKeeping(found, project, reading);
  const suggested = await suggestionsOf(read.postmortems, paths.length > 0, suggesting);
  return { read, ...suggested };
}

/** A document with all that may be asked of it. */
interface OpenDocument extends SuggestedDocument {
  readonly postmortem: Postmortem;
}

/**
 * The same for what asks about documents or changes them, so that these are kept.
 * @throws {UsageError} where there is nothing to read.
 */
export async function openProject(
  project: Project,
  paths: readonly string[],
  progress: Progress,
): Promise<OpenProject> {
  const found = await findFiles(project, paths);
  const suggesting = suggestingIn(project);
  const timed = new Map<string, () => Postmortem>();
  const keep: Keep<OpenDocument> = (postmortem, _split, _text, again) => {
    const { path, problems } = postmortem;
    const turn = turnOf(postmortem, again, suggesting);
    timed.set(path, turn.withTimeline);
    return { path, problems, suggested: suggesting.suggest(turn), postmortem: turn.own() };
  };
  const read = await readKeeping(found, project, { needs: NEEDS, keep, progress });
  const suggested = await suggestionsOf(read.postmortems, paths.length > 0, suggesting);
  const postmortems = read.postmortems.map(({ postmortem }) => postmortem);
  const withTimeline: WithTimeline = memo((postmortem) => {
    const timeline = timed.get(postmortem.path)?.().timeline ?? null;
    return { ...postmortem, timeline };
  });
  return { ...suggested, read: { ...read, postmortems }, withTimeline };
}

function decidedIn({ decisions, entryPath }: DecisionFile) {
  const made = new Map(decisions.map((one) => [decisionKey(one), one]));
  return ({ path, fingerprint, type }: Suggestion): SuggestionDecision | null =>
    made.get(decisionKey({ path: entryPath(path), fingerprint, type })) ?? null;
}

/** Whether a suggestion is sure enough to be shown: a judged one is, whatever wording says. */
function isSure(one: Suggestion, minConfidence: number): boolean {
  return one.confidence >= minConfidence || (one.type === "gap" && one.judgedBy !== undefined);
}

/** Suggestions that are sure enough and that nobody has decided on. */
export function openSuggestions(
  { suggestions }: SuggestedProject,
  file: DecisionFile,
  minConfidence: number,
): readonly Suggestion[] {
  const decisionOn = decidedIn(file);
  const sure = suggestions.filter((one) => isSure(one, minConfidence));
  return sure.filter((one) => decisionOn(one) === null);
}

function decisionNotes(decided: readonly SuggestionDecision[], { path }: DecisionFile) {
  const count = (wanted: string) => decided.filter(({ decision }) => decision === wanted).length;
  const [accepted, rejected] = [count("accepted"), count("rejected")];
  return [
    ...(accepted > 0
      ? [`${accepted} accepted in ${path} but not written yet: run pm suggest --write.`]
      : []),
    ...(rejected > 0 ? [`${rejected} rejected in ${path} and left out.`] : []),
  ];
}

/** Open suggestions as a table, with a note on what was decided. */
export function reportOpen(
  suggested: SuggestedProject,
  file: DecisionFile,
  minConfidence: number,
): Report {
  const decisionOn = decidedIn(file);
  const decided = suggested.suggestions.flatMap((one) => decisionOn(one) ?? []);
  return suggestionReport({
    suggestions: openSuggestions(suggested, file, minConfidence),
    documents: suggested.read.postmortems.length,
    minConfidence,
    notes: [...suggested.notes, ...decisionNotes(decided, file)],
  });
}
