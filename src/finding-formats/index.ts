import { concise } from "./concise.ts";
import type { FindingFormat } from "./define.ts";
import { pretty } from "./pretty.ts";

/** Every format, in the order of `--help`; the first is the default at a terminal. */
export const FINDING_FORMATS = [pretty, concise] as const satisfies readonly FindingFormat[];

export type FindingFormatName = (typeof FINDING_FORMATS)[number]["name"];

/** The format of a name; null where there is none. */
export function findFindingFormat(name: string): FindingFormat<FindingFormatName> | null {
  return FINDING_FORMATS.find((format) => format.name === name) ?? null;
}
