/** Several changes within so many milliseconds are one: editors write a file in steps. */
const SETTLE_MILLISECONDS = 100;

/** Stops watching. */
export type StopWatching = () => Promise<void>;

/** Calls back after files or folders, or what lies in them, changed. Resolves once it watches. */
export async function watchFiles(
  paths: readonly string[],
  onChange: () => void,
): Promise<StopWatching> {
  const { watch } = await import("chokidar");
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => /[\\/](?:node_modules|\.git|\.pm)(?:[\\/]|$)/.test(path),
  });
  let pending: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(pending);
    pending = setTimeout(onChange, SETTLE_MILLISECONDS);
  });
  await new Promise<void>((resolve) => {
    watcher.once("ready", () => {
      resolve();
    });
  });
  return async () => {
    clearTimeout(pending);
    await watcher.close();
  };
}
