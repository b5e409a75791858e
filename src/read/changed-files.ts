import { execFile } from "node:child_process";
import { lstat } from "node:fs/promises";
import { devNull } from "node:os";
import { dirname, join, parse, relative, sep } from "node:path";
import { promisify } from "node:util";
import { no, ok, type Result } from "../core/result.ts";
import { realPath } from "./leaving-links.ts";
import { sourceOfBytes } from "./read-file.ts";

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Why git cannot tell what changed, as a sentence. */
interface NoChanges {
  readonly message: string;
  readonly hint: string | null;
}

/**
 * What keeps git from running a program that a configuration names: a pull request can bring a
 * repository of its own along, embedded in its folders.
 * @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-safebareRepository
 */
const RUN_NOTHING = [
  "--no-pager",
  "--no-optional-locks",
  ...["-c", "safe.bareRepository=explicit"],
  ...["-c", "core.fsmonitor=false"],
  ...["-c", `core.hooksPath=${devNull}`],
  ...["-c", "core.quotepath=off"],
];

/** Options of every `git diff`, for the same reason. */
const DIFF_RUNS_NOTHING = ["--no-ext-diff", "--no-textconv", "--ignore-submodules=all"];

/**
 * What git prints; null where it fails. It is started outside the repository: Windows looks for programs in the present
 * folder before it looks elsewhere, and so does a search path with `.` in it, so that one named git would run.
 */
async function gitBytes(root: string, ...args: readonly string[]): Promise<Buffer | null> {
  const options = {
    cwd: parse(root).root,
    maxBuffer: MAX_OUTPUT_BYTES,
    encoding: "buffer" as const,
  };
  return run("git", ["-C", root, ...RUN_NOTHING, ...args], options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

async function git(root: string, ...args: readonly string[]): Promise<string | null> {
  const bytes = await gitBytes(root, ...args);
  return bytes === null ? null : bytes.toString("utf8");
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/**
 * The nearest folder at or above one that has a `.git`, which git never takes from a commit. git
 * itself is not asked: it also takes a folder with `HEAD`, `objects` and `refs` for a repository.
 */
async function repositoryRoot(folder: string): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, ".git"))) return at;
    if (dirname(at) === at) return null;
  }
}

function contains(root: string, folder: string): boolean {
  return relative(root, folder).split(/[\\/]/u)[0] !== "..";
}

/**
 * Texts of files as they are at a commit, as they are read of a folder, by their paths: those that it
 * has. Links are not followed.
 * @param ref a commit, tag or branch.
 */
export async function filesAtCommit(
  place: ChangePlace,
  ref: string,
  paths: readonly string[],
): Promise<Result<ReadonlyMap<string, string>, NoChanges>> {
  const found = await findRoot(place);
  if (!found.ok) return found;
  const root = await realPath(found.value);
  const commit = await commitOf(root, ref);
  if (commit === null) return no({ message: `git knows no commit \`${ref}\``, hint: null });
  const texts = new Map<string, string>();
  for (const path of paths) {
    const within = relative(root, await realPath(path))
      .split(sep)
      .join("/");
    const bytes = await gitBytes(root, "cat-file", "blob", `${commit}:${within}`);
    const file = bytes && sourceOfBytes(bytes, path);
    if (file) texts.set(path, file.text);
  }
  return ok(texts);
}

/** The repository of where `pm` was started, if it holds the folder, else the folder's own. */
async function findRoot({ cwd, folder }: ChangePlace): Promise<Result<string, NoChanges>> {
  const [real, realCwd] = await Promise.all([folder, cwd].map(realPath));
  const own = await repositoryRoot(real ?? folder);
  const here = await repositoryRoot(realCwd ?? cwd);
  if (own === null) {
    const hint = "pm asks git for it, so it needs git, and a folder in its care.";
    return no({ message: `${folder}: no git repository`, hint });
  }
  if (here === null || here === own || !contains(here, real ?? folder)) return ok(own);
  return no({
    message: `${folder}: in a git repository of its own, ${own}, inside ${here}`,
    hint: "Run pm in that repository to lint its changes.",
  });
}

/** The id of a commit, tag or branch; null where there is none. */
async function commitOf(folder: string, ref: string): Promise<string | null> {
  const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options"];
  const commit = await git(folder, ...verify, `${ref}^{commit}`);
  return commit === null ? null : commit.trim();
}

/** The commit from which the present one branched off; the base itself where they share none. */
async function branchPoint(folder: string, base: string): Promise<string | null> {
  const commit = await commitOf(folder, base);
  if (commit === null) return null;
  const shared = await git(folder, "merge-base", commit, "HEAD");
  return (shared ?? commit).trim();
}

/** Where changes are looked for. */
export interface ChangePlace {
  /** Where `pm` was started. */
  readonly cwd: string;
  /** The folder of documents. */
  readonly folder: string;
}

/**
 * The paths of files of a folder's repository, links resolved and not, that differ from a base, as they lie in the working tree, and
 * those that git does not know yet. Deleted files are left out.
 * @param base a commit, tag or branch; what it has gained since the present one branched off is no
 *   change here. `HEAD` is what is not committed.
 */
export async function changedFiles(
  place: ChangePlace,
  base: string,
): Promise<Result<ReadonlySet<string>, NoChanges>> {
  const found = await findRoot(place);
  if (!found.ok) return found;
  const root = found.value;
  if ((await git(root, "rev-parse", "--git-dir")) === null) {
    const hint =
      "--changed asks git what changed, so git has to be installed and to trust the folder.";
    return no({ message: `${root}: git does not read this repository`, hint });
  }
  const from = await branchPoint(root, base);
  if (from === null) {
    const hint =
      "Name a branch, tag or commit that exists here; in CI fetch it first (fetch-depth: 0). Paths go before --changed.";
    return no({ message: `git knows no commit \`${base}\``, hint });
  }
  const options = [...DIFF_RUNS_NOTHING, "--name-only", "-z", "--diff-filter=d"];
  const tracked = await git(root, "diff", ...options, from, "--");
  const untracked = await git(root, "ls-files", "--others", "--exclude-standard", "-z");
  if (tracked === null || untracked === null)
    return no({ message: "git could not list what changed", hint: null });
  const names = [...tracked.split("\0"), ...untracked.split("\0")].filter((name) => name !== "");
  const paths = names.map((name) => join(root, name));
  return ok(new Set([...paths, ...(await Promise.all(paths.map(realPath)))]));
}
