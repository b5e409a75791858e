import { UsageError } from "../core/errors.ts";
import { memo } from "../core/memo.ts";
import type { Postmortem } from "../core/postmortem.ts";
import { decisionKey, type SuggestionDecision } from "../core/suggestion-decisions.ts";
import type { Report } from "../core/table.ts";
import { findFiles } from "../project/postmortem-files.ts";
import type { Project } from "../project/project.ts";
import {
  type Keep,
  printable,
  type Progress,
  type ReadFolder,
  readFound,
  readKeeping,
} from "../project/read-postmortems.ts";
import { readShippedData } from "../project/shipped.ts";
import type { DecisionFile } from "../project/suggestion-file.ts";
import { kindOfPath } from "../read/find-files.ts";
import { parseRanker } from "../setup/ranker.ts";
import {
  type SuggestContext,
  type Suggestion,
  WORTH_ASKING,
  WORTH_PROPOSING,
} from "../suggest/define.ts";
import { suggestionReport } from "../suggest/report.ts";
import { mergeSuggestions, suggestByProse, type WithTimeline } from "../suggest/suggest.ts";
import { suggestByTags } from "../suggest/suggest-by-tags.ts";

export type { EscalationSuggestion, GapSuggestion, Suggestion } from "../suggest/define.ts";

/** What `pm suggest` finds in a folder, before anybody has decided on it. */
export interface SuggestedProject {
  /** The postmortems without their timelines. */
  readonly read: ReadFolder;
  readonly withTimeline: WithTimeline;
  /** By file and line. */
  readonly suggestions: readonly Suggestion[];
  /** What they rest on, as sentences. */
  readonly notes: readonly string[];
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

/**
 * Keeps what may be printed of postmortems that are read without their timelines: few are asked for theirs, and
 * to read the times of all takes a tenth of the time.
 */
function readingTimelinesLater(project: Project) {
  const shown = printable(project);
  const timelines = new Map<string, () => Postmortem["timeline"]>();
  const keep: Keep<Postmortem> = (postmortem, _split, _text, again) => {
    timelines.set(postmortem.path, () => {
      const { timeline } = again(["timeline"]);
      return shown({ ...postmortem, timeline }).timeline;
    });
    return shown(postmortem);
  };
  const withTimeline: WithTimeline = memo((postmortem) => {
    const timeline = timelines.get(postmortem.path)?.() ?? null;
    return { ...postmortem, timeline };
  });
  return { keep, withTimeline };
}

/** The whole folder of a project, to learn from; what was read where there is none. */
async function readAll(project: Project, read: ReadFolder): Promise<readonly Postmortem[]> {
  const { config } = project;
  if (config.path === null || (await kindOfPath(config.folder)) !== "folder") {
    return read.postmortems;
  }
  const found = await findFiles(project, []).catch((error: unknown) => {
    if (error instanceof UsageError) return null;
    throw error;
  });
  return found === null ? read.postmortems : (await readFound(found, project, NEEDS)).postmortems;
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
  const { keep, withTimeline } = readingTimelinesLater(project);
  const read = await readKeeping(found, project, { needs: NEEDS, keep, progress });
  const learnFrom = paths.length === 0 ? read.postmortems : await readAll(project, read);
  const { stop_words: stopWords } = project.vocabulary;
  const context = suggestContext(project);
  const byProse = suggestByProse(read.postmortems, context, withTimeline);
  const byTags = suggestByTags(read.postmortems, learnFrom, context, stopWords);
  const suggestions = mergeSuggestions(byProse, byTags.suggestions);
  return { read, withTimeline, suggestions, notes: byTags.notes };
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
