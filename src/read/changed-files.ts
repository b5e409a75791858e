import { execFile } from "node:child_process";
import { lstat, realpath } from "node:fs/promises";
import { devNull } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Real paths of the files that git says changed, or the sentence that says why it cannot tell. */
export type ChangedFiles =
  | { readonly files: ReadonlySet<string>; readonly error: null }
  | { readonly files: null; readonly error: string; readonly hint: string | null };

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

async function git(root: string, ...args: readonly string[]): Promise<string | null> {
  const options = { cwd: root, maxBuffer: MAX_OUTPUT_BYTES, encoding: "utf8" as const };
  return run("git", [...RUN_NOTHING, ...args], options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

function failed(error: string, hint: string | null): ChangedFiles {
  return { files: null, error, hint };
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

type Root = { readonly root: string } | { readonly error: string; readonly hint: string };

/** The repository of where `pm` was started, if it holds the folder, else the folder's own. */
async function findRoot({ cwd, folder }: ChangePlace): Promise<Root> {
  const [real, realCwd] = await Promise.all([folder, cwd].map(realOrSame));
  const own = await repositoryRoot(real ?? folder);
  const here = await repositoryRoot(realCwd ?? cwd);
  if (own === null) {
    const hint = "--changed asks git what changed, so it needs git, and a folder in its care.";
    return { error: `${folder}: no git repository`, hint };
  }
  if (here === null || here === own || !contains(here, real ?? folder)) return { root: own };
  return {
    error: `${folder}: in a git repository of its own, ${own}, inside ${here}`,
    hint: "Run pm in that repository to lint its changes.",
  };
}

function realOrSame(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** The commit from which the present one branched off; the base itself where they share none. */
async function branchPoint(folder: string, base: string): Promise<string | null> {
  const commit = await git(
    folder,
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${base}^{commit}`,
  );
  if (commit === null) return null;
  const shared = await git(folder, "merge-base", commit.trim(), "HEAD");
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
 * The files of a folder's repository that differ from a base, as they lie in the working tree, and
 * those that git does not know yet. Deleted files are left out.
 * @param base a commit, tag or branch; what it has gained since the present one branched off is no
 *   change here. `HEAD` is what is not committed.
 */
export async function changedFiles(place: ChangePlace, base: string): Promise<ChangedFiles> {
  const found = await findRoot(place);
  if ("error" in found) return failed(found.error, found.hint);
  const { root } = found;
  if ((await git(root, "rev-parse", "--git-dir")) === null) {
    const hint =
      "--changed asks git what changed, so git has to be installed and to trust the folder.";
    return failed(`${root}: git does not read this repository`, hint);
  }
  const from = await branchPoint(root, base);
  if (from === null) {
    const hint =
      "Name a branch, tag or commit that is here; in CI fetch it first (fetch-depth: 0). Paths stand before --changed.";
    return failed(`git knows no commit \`${base}\``, hint);
  }
  const options = [...DIFF_RUNS_NOTHING, "--name-only", "-z", "--diff-filter=d"];
  const tracked = await git(root, "diff", ...options, from, "--");
  const untracked = await git(root, "ls-files", "--others", "--exclude-standard", "-z");
  if (tracked === null || untracked === null)
    return failed("git could not list what changed", null);
  const names = [...tracked.split("\0"), ...untracked.split("\0")].filter((name) => name !== "");
  const real = await Promise.all(names.map((name) => realOrSame(join(root, name))));
  return { files: new Set(real), error: null };
}
