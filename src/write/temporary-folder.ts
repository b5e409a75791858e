import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../core/errors.ts";
import { MS_PER_DAY } from "../core/time/milliseconds.ts";

/** How names of such folders begin; six letters or digits follow. */
const PREFIX = "postmortem-signal-";
const OWN = /^postmortem-signal-[A-Za-z0-9]{6}$/;

/** Removes folders that killed runs left a day ago; those of other users stay, as nobody else may remove them. */
async function removeLeft(above: string, now: number): Promise<void> {
  const names = await readdir(above);
  for (const name of names.filter((one) => OWN.test(one))) {
    const folder = join(above, name);
    const since = (await stat(folder)).mtimeMs;
    if (now - since > MS_PER_DAY) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs something with a folder that is removed afterwards, whatever happens; a killed run's is removed by a later one.
 * @param above where the folder is made.
 * @throws {UsageError} where no folder can be made.
 */
export async function withTemporaryFolder<T>(
  work: (folder: string) => Promise<T>,
  above = tmpdir(),
): Promise<T> {
  const folder = await mkdtemp(join(above, PREFIX)).catch((error: unknown) => {
    const { code = String(error) } = error as { code?: string };
    throw new UsageError(
      `${above}: no temporary folder could be made (${code})`,
      "Set TMPDIR to a folder that can be written.",
    );
  });
  try {
    const now = (await stat(folder)).mtimeMs;
    await removeLeft(above, now).catch(() => undefined);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
