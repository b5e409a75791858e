import type { DataRows } from "../../core/output/data-table.ts";

/** A format of exported tables. */
export interface DataFormat<Name extends string = string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** With the dot. */
  readonly ending: `.${string}`;
  /** A whole file, the same on every run. Pure; it loads by itself what only it needs. */
  readonly render: (data: DataRows) => Promise<string | Uint8Array>;
}

/** Declares a format of exported tables; its file is listed in `index.ts`. */
export function defineDataFormat<const F extends DataFormat>(format: F): F {
  return format;
}
