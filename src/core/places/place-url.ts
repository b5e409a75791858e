import type { RenderOptions } from "../output/render-options.ts";
import type { Place } from "../table.ts";
import { relativeUrl } from "./relative-url.ts";

/** The address of a place: below `repoUrl` where it is given, else relative to the output. */
export function placeUrl({ path, line }: Place, { linkTo, repoUrl }: RenderOptions): string {
  const fragment = line === null ? "" : `#L${line}`;
  if (repoUrl === undefined) return relativeUrl(linkTo ? linkTo(path) : path) + fragment;
  return `${repoUrl.replace(/(?<!\/)\/+$/, "")}/${relativeUrl(path).replace(/^\.\//, "")}${fragment}`;
}
