import { resolve } from "node:path";
import { compareText } from "../core/compare.ts";
import { UsageError } from "../core/errors.ts";
import type { EpochMs, Postmortem, PostmortemWithoutProse } from "../core/postmortem.ts";
import type { SourceFile } from "../core/source-file.ts";
import { type Rule, searchListed } from "../lint/define.ts";
import type { FindingDraft } from "../lint/directives.ts";
import {
  checkDocument,
  concludeRun,
  type Linter,
  type LintOutcome,
  runRules,
} from "../lint/run.ts";
import { peopleOf } from "../people/people-of.ts";
import { findFiles } from "../project/postmortem-files.ts";
import type { Project } from "../project/project.ts";
import {
  type Keep,
  orderOfFolder,
  type Progress,
  type ReadFolder,
  readKeeping,
  readOthers,
  readText,
} from "../project/read-postmortems.ts";
import { changedFiles } from "../read/changed-files.ts";
import { type FoundFiles, kindOfPath, realPath, shownPath } from "../read/find-files.ts";
import { isInside } from "../read/leaving-links.ts";

/** What `pm lint` reads of each document. */
const NEEDS = ["everything", "prose"] as const;

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
  readonly texts: ReadonlyMap<string, string>;
  /** The texts of documents with findings, each place of a person masked: of these lines are shown. */
  readonly shownTexts: ReadonlyMap<string, string>;
  /** Shown paths of files that are no postmortems by their name. */
  readonly setAside: readonly string[];
  readonly doubtful: ReadFolder["doubtful"];
  readonly foreign: ReadFolder["foreign"];
  /** What else there is to know of the target, as sentences. */
  readonly notes: readonly string[];
}

/** A document that was judged by itself. */
interface CheckedDocument extends PostmortemWithoutProse {
  readonly found: readonly FindingDraft[];
}

interface ReadTarget extends ReadFolder<CheckedDocument> {
  readonly notes: readonly string[];
}

interface Reading {
  readonly keep: Keep<CheckedDocument>;
  readonly progress: Progress;
}

/** Judges a document, and lets go of its prose. */
function check({ sentences, ...rest }: Postmortem, linter: Linter): CheckedDocument {
  return { ...rest, found: checkDocument({ ...rest, sentences }, linter) };
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
  { keep, progress }: Reading,
): Promise<ReadTarget> {
  const changed = await changedFiles({ cwd: project.cwd, folder: project.config.folder }, base);
  if (!changed.ok) throw new UsageError(changed.why.message, changed.why.hint);
  const found = await findAround(paths, changed.value, project);
  const real = await Promise.all(found.files.map((path) => realPath(path)));
  const files = found.files.filter((_path, index) => changed.value.has(real[index] ?? ""));
  const realLeft = await Promise.all(found.left.map(({ path }) => realPath(path)));
  const left = found.left.filter((_file, index) => changed.value.has(realLeft[index] ?? ""));
  const kept = { files, named: found.named ?? [], setAside: [], left };
  const read = await readKeeping(kept, project, NEEDS, keep, progress);
  return { ...read, notes: changeNotes(files, changed.value, base, project) };
}

async function readTarget(
  target: LintTarget,
  project: Project,
  reading: Reading,
): Promise<ReadTarget> {
  const { keep, progress } = reading;
  if (target.kind === "text") {
    const order = await orderOfFolder([target.file.text], [], project);
    return { ...readText(target.file, project, NEEDS, keep, order), notes: [] };
  }
  if (target.kind === "changed") return readChanged(target, project, reading);
  const found = await findFiles(project, target.paths);
  return { ...(await readKeeping(found, project, NEEDS, keep, progress)), notes: [] };
}

/** The rules to check documents by, and the day on which that happens. */
export interface RuleCheck {
  readonly rules: readonly Rule[];
  readonly now: EpochMs;
}

function linterOf(project: Project, { rules, now }: RuleCheck): Linter {
  const { taxonomy, config, language } = project;
  const people = peopleOf(project);
  return { rules, context: { taxonomy, config, language: language(), now, people } };
}

function conclude(
  read: ReadFolder<CheckedDocument>,
  others: readonly PostmortemWithoutProse[],
  linter: Linter,
): LintOutcome {
  const found = read.postmortems.flatMap((document) => document.found);
  return concludeRun({ ...linter, ...read, found, others });
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
  const read = await readTarget(target, project, { keep: (one) => check(one, linter), progress });
  const { postmortems, unreadable, texts, setAside, doubtful, foreign, notes } = read;
  const files = [...postmortems, ...unreadable].map(({ path }) => path).toSorted(compareText);
  const others = await readOthers(project, files);
  const outcome = conclude(read, others, linter);
  const shownTexts = maskedTexts(outcome, read, linter);
  return { ...outcome, files, texts, shownTexts, setAside, doubtful, foreign, notes };
}

function maskedTexts(
  { findings }: LintOutcome,
  { postmortems, texts }: ReadFolder<CheckedDocument>,
  { context: { people } }: Linter,
): ReadonlyMap<string, string> {
  const found = new Set(findings.map(({ path }) => path));
  return new Map(
    postmortems
      .filter(({ path }) => found.has(path))
      .map((one) => {
        const text = texts.get(one.path) ?? "";
        return [one.path, people.mask(text, searchListed(one, people))] as const;
      }),
  );
}

/** What the rules say of one document, and the document as it was read. */
export interface CheckedText extends LintOutcome {
  /** Null where it could not be read. */
  readonly postmortem: Postmortem | null;
}

/** Judges one document whose text is at hand, beside others for the rules across files. */
export function checkText(
  file: SourceFile,
  project: Project,
  ruleCheck: RuleCheck,
  others: readonly PostmortemWithoutProse[] = [],
): CheckedText {
  const read = readText(file, project, NEEDS, (postmortem) => postmortem);
  const outcome = runRules({ ...linterOf(project, ruleCheck), ...read, others });
  return { ...outcome, postmortem: read.postmortems[0] ?? null };
}

/** Judges one document by itself. */
export function lintText(file: SourceFile, project: Project, ruleCheck: RuleCheck): LintOutcome {
  return checkText(file, project, ruleCheck);
}
