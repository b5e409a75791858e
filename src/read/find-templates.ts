import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { compareText } from "../core/compare.ts";

/** Paths of the templates (`*.md`) in a folder by their name; none where it does not exist. */
export async function findTemplates(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []);
  const templates = names.filter((name) => name.endsWith(".md")).toSorted(compareText);
  return new Map(templates.map((name) => [name.slice(0, -".md".length), join(folder, name)]));
}
