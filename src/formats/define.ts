import type { Report } from "../core/table.ts";

/** How the text is to look. */
export interface Look {
  readonly color: boolean;
  /** Terminal columns; null where the output is no terminal and may be as wide as it needs. */
  readonly width: number | null;
}

export interface Format<Name extends string = string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** Whether a file of it can hold all sections; if not, the first (or `--section`) is written. */
  readonly sections: "all" | "one";
  /** Text ending in exactly one newline. Pure. */
  readonly render: (report: Report, look: Look) => string;
}

/** Declares a format; its file is listed in `index.ts`. */
export function defineFormat<const Name extends string>(format: Format<Name>): Format<Name> {
  return format;
}
