import type { RenderOptions } from "../../core/output/render-options.ts";
import type { Report } from "../../core/table.ts";

interface Base<Name extends string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** With the dot: how the name of an `--output` ends that means this format; null for none. */
  readonly ending: `.${string}` | null;
  /** Who reads it: programs get ids and bounds as they are, people plain names and joined figures. */
  readonly readers: "people" | "programs";
  /** Whether a file of it can hold all sections; if not, the first (or `--section`) is written. */
  readonly sections: "all" | "one";
  /** Whether it shows where what a row counts is written. */
  readonly showsPlaces?: true;
}

/** A format that a terminal can show. */
export interface TextFormat<Name extends string = string> extends Base<Name> {
  readonly gives: "text";
  /** Text ending in exactly one newline. Pure; it loads by itself what only it needs. */
  readonly render: (report: Report, options: RenderOptions) => string | Promise<string>;
}

/** A format for files alone. */
export interface BytesFormat<Name extends string = string> extends Base<Name> {
  readonly gives: "bytes";
  /** A whole file, the same on every run. Pure; it loads by itself what only it needs. */
  readonly render: (report: Report, options: RenderOptions) => Promise<Uint8Array>;
}

export type Format<Name extends string = string> = TextFormat<Name> | BytesFormat<Name>;

/** Declares a format; its file is listed in `index.ts`. */
export function defineFormat<const F extends Format>(format: F): F {
  return format;
}
