import type { LintReport } from "../../core/output/lint-report.ts";
import type { RenderOptions } from "../../core/output/render-options.ts";

/** A format in which `pm lint` writes its findings. */
export interface FindingFormat<Name extends string = string> {
  readonly name: Name;
  /** One line for `--help`. */
  readonly summary: string;
  /** The ending of files that hold it, by which --output chooses it. */
  readonly ending?: string;
  /** Whether its lines are commands to the runner of a build, and meant as such. */
  readonly isCommands?: true;
  /** Text that is empty, or ends in exactly one newline. Pure. */
  readonly render: (report: LintReport, options: RenderOptions) => string;
}

/** Declares a format; its file is listed in `index.ts`. */
export function defineFindingFormat<const Name extends string>(
  format: FindingFormat<Name>,
): FindingFormat<Name> {
  return format;
}
