import { resolve } from "node:path";
import { compareText } from "../../core/compare.ts";
import { namesWith } from "../../core/document/listed-names.ts";
import { UsageError } from "../../core/errors.ts";
import { memo } from "../../core/memo.ts";
import { wordsOfPlaces } from "../../core/output/fingerprint.ts";
import type { TextsByPath } from "../../core/output/lint-report.ts";
import type {
  ComparedPostmortem,
  EpochMs,
  JudgedPostmortem,
  Postmortem,
} from "../../core/postmortem.ts";
import type { Config } from "../../core/settings/config.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { ownText, sharedText } from "../../core/text/own-text.ts";
import {
  type DocumentContext,
  type NamingWords,
  type Rule,
  searchListed,
} from "../../lint/define.ts";
import type { FindingDraft } from "../../lint/directives.ts";
import {
  checkDocument,
  concludeRun,
  type DocumentLinter,
  draftOutcome,
  type Linter,
  type LintOutcome,
  runRules,
} from "../../lint/run.ts";
import { peopleOf } from "../../people/people-of.ts";
import { cacheSlot } from "../../project/cache-folder.ts";
import { dateEvidence, orderOfFolder, ordersOfOthers } from "../../project/date-order.ts";
import { findFiles } from "../../project/postmortem-files.ts";
import { type Project, vocabularyFor } from "../../project/project.ts";
import {
  printable,
  type Progress,
  readAsWritten,
  type ReadFolder,
  type Reading,
  readKeeping,
  readOthers,
  type WhatToKeep,
} from "../../project/read-postmortems.ts";
import { readTexts } from "../../project/read-texts.ts";
import { changedFiles } from "../../read/changed-files.ts";
import { type FoundFiles, kindOfPath, realPath, shownPath } from "../../read/find-files.ts";
import { isInside } from "../../read/leaving-links.ts";
import { readSourceFileNow } from "../../read/read-file.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** What `pm lint` reads of each document. */
export const NEEDS = ["everything", "prose"] as const;

/** Which documents are to be judged. */
export type LintTarget =
  | { readonly kind: "paths"; readonly paths: readonly string[] }
  /** Those of the paths that differ from a commit. */
  | { readonly kind: "changed"; readonly paths: readonly string[]; readonly base: string }
  /** One whose text is at hand. */
  | { readonly kind: "text"; readonly file: SourceFile };

/** What the rules say of the documents of a target. */
export interface LintedProject extends LintOutcome {
  /** Shown paths of the documents that were judged, sorted. */
  readonly files: readonly string[];
  /** The texts of documents, by their paths. */
  readonly texts: TextsByPath;
  /** The texts of documents, each place of a person masked: of these lines are shown. */
  readonly shownTexts: TextsByPath;
  /** Shown paths of files that are no postmortems by their name. */
  readonly setAside: readonly string[];
  readonly doubtful: ReadFolder["doubtful"];
  readonly foreign: ReadFolder["foreign"];
  /** What else there is to know of the target, as sentences. */
  readonly notes: readonly string[];
}

/** A document that was judged by itself. */
interface CheckedDocument extends JudgedPostmortem {
  readonly found: readonly FindingDraft[];
}

interface ReadTarget extends ReadFolder<CheckedDocument> {
  readonly notes: readonly string[];
}

/** Judges a document, and lets go of all that nobody compares. */
function check(postmortem: Postmortem, text: string, linter: DocumentLinter): CheckedDocument {
  const { path, id, milestones, status, directives, listedNames } = postmortem;
  const wordsOf = wordsOfPlaces(text);
  const found = checkDocument(postmortem, linter).map((draft) => {
    const { message, hint } = draft;
    const own = { message: sharedText(message), hint: hint === null ? null : sharedText(hint) };
    return { ...draft, ...own, words: wordsOf(draft) };
  });
  const ownId = { ...id, value: ownText(id.value) };
  const names = namesWith(listedNames, sharedText);
  return { path, id: ownId, milestones, status, directives, listedNames: names, found };
}

/** What of the rules decides what they say of one document. Plain data. */
function rulesKey({ rules, context: { config } }: Linter): readonly unknown[] {
  const options = [...config.ruleOptions].map(([rule, own]) => [rule, [...own]]);
  return [rules.map(({ id }) => id), [...config.ruleLevels], options];
}

/** What of documents is judged, and what is kept of each. */
export function findingsToKeep(linter: DocumentLinter): WhatToKeep<CheckedDocument> {
  return { needs: NEEDS, keep: (one, _split, text) => check(one, text, linter) };
}

/** Whether edits belong to it, which are made in the very text that was judged. */
function isFixable({ fix, unsafeFix }: FindingDraft): boolean {
  return fix !== null || unsafeFix !== undefined;
}

/** How documents are read to be judged. */
function readingOf(project: Project, linter: Linter, progress: Progress): Reading<CheckedDocument> {
  const by = rulesKey(linter);
  return {
    ...findingsToKeep(linter),
    // Of others a line or two may be shown: they are read again for that.
    keepsText: ({ found }) => found.some(isFixable),
    ...cacheSlot(project, "findings", by),
    remote: { sort: "findings", by },
    progress,
  };
}

const namingWordsOf = memo(
  ({ lists: { articles, and }, action_phrases: { teams }, people }: Vocabulary): NamingWords => {
    return { articles, and, teams, roles: people.role_nouns };
  },
);

function documentContext(project: Project): DocumentContext {
  const { taxonomy, config, language } = project;
  return {
    ...{ taxonomy, config, language: language(), people: peopleOf(project) },
    namingWords: (document) => namingWordsOf(vocabularyFor(document, project)),
  };
}

/** The rules of a project's documents by themselves, as {@link rulesKey} has it of another thread. */
export function linterByKey(
  project: Project,
  [ids, levels, options]: readonly unknown[],
  all: readonly Rule[],
): DocumentLinter {
  // Our own words, from another thread.
  const wanted = new Set(ids as readonly string[]);
  const ruleLevels = new Map(levels as Config["ruleLevels"]);
  const entries = options as readonly (readonly [string, readonly (readonly [string, number])[]])[];
  const ruleOptions = new Map(entries.map(([rule, own]) => [rule, new Map(own)]));
  const config = { ...project.config, ruleLevels, ruleOptions };
  const rules = all.filter(({ id }) => wanted.has(id));
  return { rules, context: { ...documentContext(project), config } };
}

function changeNotes(
  judged: readonly string[],
  changed: ReadonlySet<string>,
  base: string,
  { setupPaths, cwd }: Project,
): readonly string[] {
  const setup = setupPaths.filter((path) => changed.has(path)).map((path) => shownPath(path, cwd));
  const advice = "which may affect every document: run pm lint without --changed to check all";
  return [
    ...(judged.length === 0 ? [`No postmortem has changed since ${base}.`] : []),
    ...(setup.length > 0 ? [`note: ${setup.join(" and ")} changed too, ${advice}`] : []),
  ];
}

/** Whether a path has to be looked through: something in it changed, or nothing is there to have. */
async function mayHaveChanged(path: string, changed: ReadonlySet<string>): Promise<boolean> {
  if ((await kindOfPath(path)) === null) return true;
  const real = await realPath(path);
  return [...changed].some((file) => isInside(file, real));
}

/** The files among which the changed ones are; none, without a look, where nothing changed there. */
async function findAround(
  paths: readonly string[],
  changed: ReadonlySet<string>,
  project: Project,
): Promise<FoundFiles> {
  const { config, cwd } = project;
  const places = paths.length === 0 ? [config.folder] : paths.map((path) => resolve(cwd, path));
  const asked = await Promise.all(places.map((place) => mayHaveChanged(place, changed)));
  return asked.includes(true) ? findFiles(project, paths) : { files: [], setAside: [], left: [] };
}

async function readChanged(
  { paths, base }: Extract<LintTarget, { kind: "changed" }>,
  project: Project,
  reading: Reading<CheckedDocument>,
): Promise<ReadTarget> {
  const changed = await changedFiles({ cwd: project.cwd, folder: project.config.folder }, base);
  if (!changed.ok) throw new UsageError(changed.why.message, changed.why.hint);
  const found = await findAround(paths, changed.value, project);
  const real = await Promise.all(found.files.map((path) => realPath(path)));
  const files = found.files.filter((_path, index) => changed.value.has(real[index] ?? ""));
  const realLeft = await Promise.all(found.left.map(({ path }) => realPath(path)));
  const left = found.left.filter((_file, index) => changed.value.has(realLeft[index] ?? ""));
  const kept = { files, named: found.named ?? [], setAside: [], left };
  const read = await readKeeping(kept, project, reading);
  return { ...read, notes: changeNotes(files, changed.value, base, project) };
}

async function readTarget(
  target: LintTarget,
  project: Project,
  reading: Reading<CheckedDocument>,
): Promise<ReadTarget> {
  if (target.kind === "text") {
    const order = await orderOfFolder([dateEvidence(target.file.text)], project, () =>
      ordersOfOthers([], project, [resolve(project.cwd, target.file.path)]),
    );
    return { ...readTexts([target.file], project, reading, order), notes: [] };
  }
  if (target.kind === "changed") return readChanged(target, project, reading);
  const found = await findFiles(project, target.paths);
  return { ...(await readKeeping(found, project, reading)), notes: [] };
}

/** The rules to check documents by, and the day on which that happens. */
export interface RuleCheck {
  readonly rules: readonly Rule[];
  readonly now: EpochMs;
}

/** What checks the documents of a project. */
export function linterOf(project: Project, { rules, now }: RuleCheck): Linter {
  return { rules, context: { ...documentContext(project), now } };
}

/** The texts of documents: those that were kept, else as they are when they are asked for. */
function textsOf({ texts }: ReadTarget, { cwd }: Project): TextsByPath {
  return {
    get: (path) => {
      const kept = texts.get(path);
      if (kept !== undefined) return kept;
      const read = readSourceFileNow(resolve(cwd, path), path);
      return read.ok ? read.value.text : "";
    },
  };
}

/**
 * Judges the documents of a target; rules across files compare them with all of the project's.
 * @throws {UsageError} where there is nothing to read, or git cannot tell what changed.
 */
export async function lintProject(
  project: Project,
  target: LintTarget,
  ruleCheck: RuleCheck,
  progress: Progress,
): Promise<LintedProject> {
  const linter = linterOf(project, ruleCheck);
  const read = await readTarget(target, project, readingOf(project, linter, progress));
  const { postmortems, unreadable, setAside, doubtful, foreign, notes } = read;
  const files = [...postmortems, ...unreadable].map(({ path }) => path).toSorted(compareText);
  const others: readonly ComparedPostmortem[] = await readOthers(project, files);
  const found = postmortems.flatMap((document) => document.found);
  const drafted = draftOutcome({ ...linter, ...read, found, others });
  const texts = textsOf(read, project);
  const outcome = concludeRun(drafted, { ...linter, postmortems, texts });
  const shownTexts = maskedTexts({ postmortems, texts }, linter);
  return { ...outcome, files, texts, shownTexts, setAside, doubtful, foreign, notes };
}

/** Most formats show no lines, so each text is masked when a line of it is to be shown. */
function maskedTexts(
  { postmortems, texts }: Pick<LintedProject, "texts"> & Pick<ReadTarget, "postmortems">,
  { context: { people } }: Linter,
): TextsByPath {
  const byPath = new Map(postmortems.map((one) => [one.path, one]));
  return {
    get: (path) => {
      const [one, text] = [byPath.get(path), texts.get(path) ?? ""];
      return one && people.mask(text, searchListed(one, people));
    },
  };
}

/** Documents as they may be printed, with what the rules say of them. */
export interface JudgedFolder extends ReadFolder, Pick<LintOutcome, "findings"> {}

/**
 * Reads the documents at some paths, once, and judges them as `pm lint` does.
 * @throws {UsageError} where a path does not exist, or nothing is there to read.
 */
export async function readJudged(
  project: Project,
  paths: readonly string[],
  ruleCheck: RuleCheck,
): Promise<JudgedFolder> {
  const read = await readAsWritten(project, paths, NEEDS);
  const others = await readOthers(
    project,
    read.postmortems.map(({ path }) => path),
  );
  const { findings } = runRules({ ...linterOf(project, ruleCheck), ...read, others });
  return { ...read, postmortems: read.postmortems.map(printable(project)), findings };
}
