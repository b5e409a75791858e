import { join, resolve } from "node:path";
import { counted } from "../../core/counted.ts";
import { readShipped, SHIPPED } from "../../project/shipped.ts";
import { findInFolder, shownPath } from "../../read/find-files.ts";
import { exists, writeNewFile } from "../../write/write-file.ts";
import type { Io } from "../io.ts";

/** The example company, among what ships with pm. */
const EXAMPLES = "examples";

/** Where the demo goes unless a folder is named: 23 files are not for whatever folder one is in. */
const DEFAULT_FOLDER = "pm-demo";

/** A postmortem of it that has much to show. */
const SHOWN = "postmortems/2026-01-13-checkout-backlog.md";

/** The commands that show most, in the order in which a newcomer understands them. */
function stepsFor(folder: string): readonly string[] {
  const last = "--as-of 2026-07-01";
  const steps = [
    ["which skills were missing", `pm gaps ${last}`],
    ["the packet for the monthly meeting", `pm review ${last} --output review.html`],
    ["what to teach next", `pm plan ${last} --output plan.html`],
    ["what pm understands of one postmortem", `pm show ${SHOWN}`],
  ] as const;
  const lines = steps.flatMap(([what, command], at) => [`  ${at + 1}. ${command}`, `     ${what}`]);
  return ["", `Next, in ${folder}:`, ...lines];
}

/**
 * Writes the example company into a folder, and says which commands matter; files that are there stay.
 * @param given the folder of the command line; `.` where none is named.
 * @throws {UsageError} where a file cannot be written.
 */
export async function writeDemo(given: string, io: Io): Promise<void> {
  const root = resolve(io.cwd, given === "." ? DEFAULT_FOLDER : given);
  const folder = shownPath(root, io.cwd);
  const from = join(SHIPPED, EXAMPLES);
  const all = { include: ["**/*"], exclude: [], setAside: [] };
  const names = (await findInFolder(from, all)).files.map((file) => shownPath(file, from));
  let written = 0;
  for (const name of names) {
    const absolutePath = join(root, name);
    if (await exists(absolutePath)) continue;
    const { text } = await readShipped(`${EXAMPLES}/${name}`);
    await writeNewFile(
      { path: shownPath(absolutePath, io.cwd), absolutePath, folders: [root] },
      text,
      false,
    );
    written += 1;
  }
  const kept = names.length - written;
  await io.say(
    `Wrote ${counted(written, "file")} of a made-up payments company to ${folder}${kept > 0 ? `; kept ${kept} already there` : ""}`,
  );
  for (const line of stepsFor(folder)) await io.say(line);
}
