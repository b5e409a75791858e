import { isAbsolute, relative, sep } from "node:path";

/** A path with forward slashes, relative to a folder where it lies in it. */
export function shownPath(absolutePath: string, from: string): string {
  const within = relative(from, absolutePath);
  const shown = within === "" || isAbsolute(within) ? absolutePath : within;
  return shown.split(sep).join("/");
}
