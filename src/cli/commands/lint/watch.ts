import { resolve } from "node:path";
import { UsageError } from "../../../core/errors.ts";
import type { Project } from "../../../project/project.ts";
import { watchFiles } from "../../../read/watch-files.ts";
import { EXIT, type ExitCode } from "../../exit-codes.ts";
import type { Io } from "../../io.ts";

const WATCHING = "Watching for changes; press Ctrl+C to stop.";

/** What to watch: the paths or the project's folder, and its configuration files. */
function watchedPaths(paths: readonly string[], project: Project): readonly string[] {
  const { cwd, config, setupPaths } = project;
  const documents = paths.length > 0 ? paths.map((path) => resolve(cwd, path)) : [config.folder];
  return [...documents, ...setupPaths];
}

/** Runs once and prints a usage error instead of throwing it: the next save may correct it. */
async function runKindly(once: () => Promise<ExitCode>, io: Io): Promise<ExitCode> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await io.fail(error);
    return EXIT.usage;
  }
}

/** Runs now and after each change, until the user stops it; returns the exit code of the last run. */
export async function watchProject(
  paths: readonly string[],
  project: Project,
  once: () => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode> {
  let running: Promise<ExitCode> = runKindly(once, io);
  const again = async (before: Promise<ExitCode>): Promise<ExitCode> => {
    await before;
    await io.clear();
    const code = await runKindly(once, io);
    await io.say(WATCHING);
    return code;
  };
  const stop = await watchFiles(watchedPaths(paths, project), () => {
    running = again(running);
  });
  await running;
  await io.say(WATCHING);
  await io.untilInterrupted();
  await stop();
  return running;
}
