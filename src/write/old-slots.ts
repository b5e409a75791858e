import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files of slots: the sort of reading, what it was read by, the shard. */
export const SHARD_NAME = /^([a-z]+-[0-9a-f]{12})-[0-9a-f]$/;
/** Slots that a folder keeps: more than one setup reads with. */
const MOST_SLOTS = 24;
/** Slots that hold a result, which is made again from the others: they are counted by themselves. */
const RESULT = /^results-/;

/** Names of the files of each slot in a folder. */
async function slotsIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const slots = new Map<string, string[]>();
  for (const name of await readdir(folder).catch(() => [])) {
    const slot = SHARD_NAME.exec(name)?.[1];
    if (slot !== undefined) slots.set(slot, [...(slots.get(slot) ?? []), name]);
  }
  return slots;
}

async function lastWritten(folder: string, names: readonly string[]): Promise<number> {
  const found = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  return Math.max(0, ...found.map((one) => one?.mtimeMs ?? 0));
}

/** Removes files of slots but for those of the ones that were written last. */
async function removeOldest(
  folder: string,
  slots: readonly (readonly string[])[],
  most: number,
): Promise<void> {
  if (slots.length <= most) return;
  const written = await Promise.all(
    slots.map(async (names) => ({ names, at: await lastWritten(folder, names) })),
  );
  for (const { names } of written.toSorted((a, b) => b.at - a.at).slice(most)) {
    for (const name of names) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/**
 * Removes the slots of a folder that were not written for longest, so that settings and questions which
 * come and go do not fill it.
 */
export async function removeOldSlots(folder: string, most = MOST_SLOTS): Promise<void> {
  const slots = [...(await slotsIn(folder))];
  for (const isOfResults of [true, false]) {
    const some = slots.filter(([slot]) => RESULT.test(slot) === isOfResults);
    await removeOldest(
      folder,
      some.map(([, names]) => names),
      most,
    );
  }
}
