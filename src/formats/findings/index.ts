import { concise } from "./concise.ts";
import type { FindingFormat } from "./define.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { pretty } from "./pretty.ts";
import { sarif } from "./sarif.ts";

/** Every format, in the order of `--help`; the first is the default at a terminal. */
export const FINDING_FORMATS = [
  pretty,
  concise,
  json,
  github,
  gitlab,
  sarif,
  junit,
  markdown,
] as const satisfies readonly FindingFormat[];

export type FindingFormatName = (typeof FINDING_FORMATS)[number]["name"];

/** The format of a name; null where there is none. */
export function findFindingFormat(name: string): FindingFormat<FindingFormatName> | null {
  return FINDING_FORMATS.find((format) => format.name === name) ?? null;
}
