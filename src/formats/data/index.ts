import { csv } from "./csv.ts";
import { jsonl } from "./jsonl.ts";
import { parquet } from "./parquet.ts";

/** Every format of exported tables; the first is the default. */
export const DATA_FORMATS = [parquet, jsonl, csv] as const;

export type DataFormatName = (typeof DATA_FORMATS)[number]["name"];

/** The format of a name; null where there is none. */
export function findDataFormat(name: string): (typeof DATA_FORMATS)[number] | null {
  return DATA_FORMATS.find((format) => format.name === name) ?? null;
}
