import type { ImportedFile } from "../../../jobs/import/import.ts";
import type { Io } from "../../io.ts";

const IN_TIMES = "times.";

/** The keys that a document got: `title, status, times (started, detected)`. */
function keysText(keys: readonly string[]): string {
  const others = keys.filter((key) => !key.startsWith(IN_TIMES));
  const times = keys.flatMap((key) =>
    key.startsWith(IN_TIMES) ? [key.slice(IN_TIMES.length)] : [],
  );
  return [...others, ...(times.length > 0 ? [`times (${times.join(", ")})`] : [])].join(", ");
}

/** Prints each file that was written, with the keys that it got. */
export async function sayWritten(
  files: readonly Pick<ImportedFile, "path" | "keys">[],
  io: Io,
): Promise<void> {
  for (const { path, keys } of files) await io.print(`${path}: ${keysText(keys)}`);
}
