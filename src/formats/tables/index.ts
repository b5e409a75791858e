import { csv } from "./csv.ts";
import type { Format } from "./define.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { table } from "./table.ts";

/** Every format, in the order of `--help`; the first is the default. */
export const FORMATS = [table, csv, markdown, json] as const satisfies readonly Format[];

export type FormatName = (typeof FORMATS)[number]["name"];

/** The format of a name; null where there is none. */
export function findFormat(name: string): Format<FormatName> | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}

/** The format that the ending of a file's name means; null where it means none. */
export function findFormatByEnding(ending: string): Format<FormatName> | null {
  return FORMATS.find((format) => format.ending === ending) ?? null;
}
