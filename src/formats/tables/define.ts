import type { Look } from "../../core/render-options.ts";
import type { Report } from "../../core/table.ts";

export interface Format<Name extends string = string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** With the dot: how the name of an `--output` ends that means this format; null for none. */
  readonly ending: string | null;
  /** Whether a file of it can hold all sections; if not, the first (or `--section`) is written. */
  readonly sections: "all" | "one";
  /** Text ending in exactly one newline. Pure. */
  readonly render: (report: Report, look: Look) => string;
}

/** Declares a format; its file is listed in `index.ts`. */
export function defineFormat<const Name extends string>(format: Format<Name>): Format<Name> {
  return format;
}
