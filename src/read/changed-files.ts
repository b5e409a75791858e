import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

/** Real paths of the files that git says changed, or the sentence that says why it cannot tell. */
export type ChangedFiles =
  | { readonly files: ReadonlySet<string>; readonly error: null }
  | { readonly files: null; readonly error: string; readonly hint: string | null };

async function git(folder: string, ...args: readonly string[]): Promise<string | null> {
  const options = { cwd: folder, maxBuffer: MAX_OUTPUT_BYTES, encoding: "utf8" as const };
  return run("git", ["-c", "core.quotepath=off", ...args], options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

function failed(error: string, hint: string | null): ChangedFiles {
  return { files: null, error, hint };
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

/**
 * The files of a folder's repository that differ from a base, as they lie in the working tree, and
 * those that git does not know yet. Deleted files are left out.
 * @param base a commit, tag or branch; what it has gained since the present one branched off is no
 *   change here. `HEAD` is what is not committed.
 */
export async function changedFiles(folder: string, base: string): Promise<ChangedFiles> {
  const top = await git(folder, "rev-parse", "--show-toplevel");
  if (top === null) {
    const hint = "--changed asks git what changed, so it needs git, and a folder in its care.";
    return failed(`${folder}: no git repository`, hint);
  }
  const from = await branchPoint(folder, base);
  if (from === null) {
    const hint =
      "Name a branch, tag or commit that is here; in CI fetch it first (fetch-depth: 0). Paths stand before --changed.";
    return failed(`git knows no commit \`${base}\``, hint);
  }
  const root = top.trimEnd();
  const tracked = await git(root, "diff", "--name-only", "-z", "--diff-filter=d", from, "--");
  const untracked = await git(root, "ls-files", "--others", "--exclude-standard", "-z");
  if (tracked === null || untracked === null)
    return failed("git could not list what changed", null);
  const names = [...tracked.split("\0"), ...untracked.split("\0")].filter((name) => name !== "");
  const real = await Promise.all(
    names.map((name) => realpath(join(root, name)).catch(() => join(root, name))),
  );
  return { files: new Set(real), error: null };
}
