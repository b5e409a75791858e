import type { Finding } from "../../core/finding.ts";
import type { Range } from "../../core/position.ts";
import { printable } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";
import { lastLine } from "./last-line.ts";

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** Columns of a range over several lines are left out: the runner would drop them. */
function placeProperties(range: Range): readonly string[] {
  const { start, end } = range;
  const lines = [`line=${start.line}`, `endLine=${lastLine(range)}`];
  return start.line === end.line
    ? [...lines, `col=${start.column}`, `endColumn=${end.column}`]
    : lines;
}

function command({ path, range, level, ruleId, message, hint }: Finding): string {
  const properties = [
    `file=${escapeProperty(printable(path))}`,
    ...placeProperties(range),
    `title=${escapeProperty(ruleId)}`,
  ];
  // Each on one line before they are joined: no text of a document begins a line of the log.
  const lines = hint === null ? [message] : [message, hint];
  const data = escapeData(lines.map(printable).join("\n"));
  return `::${level} ${properties.join(",")}::${data}\n`;
}

/**
 * Workflow commands, which GitHub Actions shows as annotations. Escaped as `command.ts` of
 * actions/toolkit does and the runner's `ActionCommand.cs` undoes; lines and columns count from 1.
 * That columns need a range on one line says `ValidateLinesAndColumns` in the runner's
 * `ActionCommandManager.cs`.
 */
export const github = defineFindingFormat({
  name: "github",
  summary: "GitHub Actions annotations",
  isCommands: true,
  render: ({ findings }) => findings.map(command).join(""),
});
