import { csv } from "./csv.ts";
import type { Format } from "./define.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { markdown } from "./markdown.ts";
import { pptx } from "./pptx.ts";
import { table } from "./table.ts";
import { xlsx } from "./xlsx.ts";

/** Every format, in the order of `--help`; the first is the default. */
export const FORMATS = [
  table,
  csv,
  markdown,
  json,
  html,
  xlsx,
  pptx,
] as const satisfies readonly Format[];

export type FormatName = (typeof FORMATS)[number]["name"];

/** The format of a name; null where there is none. */
export function findFormat(name: string): Format<FormatName> | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}
