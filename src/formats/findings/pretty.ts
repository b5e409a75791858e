import { Chalk, type ChalkInstance } from "chalk";
import stringWidth from "string-width";
import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/printable.ts";
import { defineFindingFormat } from "./define.ts";

/** A longer source line is cut around the place that is meant; a terminal may have less room. */
const SOURCE_WIDTH = 100;
const LEAD = 30;
/** Room for the number of the line, the bar and the marks of what was cut. */
const MARGIN = 12;

/** The source line with a caret below what is meant; nothing where a whole file is. */
function sourceLines(
  { range }: Finding,
  text: string | undefined,
  chalk: ChalkInstance,
  terminalWidth: number | null,
): string {
  const width = Math.max(2 * LEAD, Math.min(SOURCE_WIDTH, (terminalWidth ?? Infinity) - MARGIN));
  const { start, end } = range;
  if (text === undefined || end.offset === 0) return "";
  const lineStart = start.offset - (start.column - 1);
  const newline = text.indexOf("\n", lineStart);
  const lineEnd = newline === -1 ? text.length : newline;
  const from = start.column > width - LEAD ? start.offset - LEAD : lineStart;
  const to = Math.min(lineEnd, from + width);
  const source = `${from > lineStart ? "…" : ""}${printable(text.slice(from, to))}${to < lineEnd ? "…" : ""}`;
  if (source.trim() === "") return "";
  const before = stringWidth(
    `${from > lineStart ? "…" : ""}${printable(text.slice(from, start.offset))}`,
  );
  const marked = stringWidth(printable(text.slice(start.offset, Math.min(end.offset, to))));
  const number = String(start.line);
  const margin = " ".repeat(number.length);
  const caret = chalk.yellow("^".repeat(Math.max(1, marked)));
  return (
    `  ${chalk.dim(`${number} |`)} ${source}\n` +
    `  ${chalk.dim(`${margin} |`)} ${" ".repeat(before)}${caret}\n`
  );
}

function findingText(
  finding: Finding,
  text: string | undefined,
  chalk: ChalkInstance,
  width: number | null,
): string {
  const { line, column } = finding.range.start;
  const place = chalk.bold(`${printable(finding.path)}:${line}:${column}`);
  const level = finding.level === "error" ? chalk.red("error") : chalk.yellow("warning");
  const rule = chalk.dim(`[${finding.ruleId}]`);
  const hint = finding.hint === null ? "" : `  ${chalk.cyan("help:")} ${printable(finding.hint)}\n`;
  const source = sourceLines(finding, text, chalk, width);
  return `${place} ${level} ${printable(finding.message)} ${rule}\n${source}${hint}`;
}

/** For people: each finding with its source line, a caret and a hint. */
export const pretty = defineFindingFormat({
  name: "pretty",
  summary: "for people, with the source line and a hint",
  render: ({ findings, texts }, { color, width }) => {
    const chalk = new Chalk({ level: color ? 1 : 0 });
    return findings
      .map((finding) => findingText(finding, texts.get(finding.path), chalk, width))
      .join("\n");
  },
});
