import type { SourceFile } from "../core/source-file.ts";
import type { ReadOrder } from "../core/time/calendar.ts";
import { type Identified, parseFile, type WhatToKeep } from "./parse-file.ts";
import { contextOf, type Project } from "./project.ts";
import { collect, type ReadFolder } from "./read-postmortems.ts";

/**
 * Reads documents whose texts are at hand.
 * @param folderOrder how the dates of their folder are ordered, as `orderOfFolder` tells.
 */
export function readTexts<Kept extends Identified>(
  files: readonly SourceFile[],
  project: Project,
  { needs, keep }: WhatToKeep<Kept>,
  folderOrder: ReadOrder | null = null,
): ReadFolder<Kept> {
  const context = { ...contextOf(project), folderOrder };
  const results = files.map((file) => {
    return { ...parseFile(file, context, { needs, keep }, true), text: file.text };
  });
  return collect(results, project);
}
