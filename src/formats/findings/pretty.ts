import { Chalk, type ChalkInstance } from "chalk";
import { group } from "d3-array";
import { counted } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import { printable } from "../../core/text/printable.ts";
import { textWidth } from "../tables/text-width.ts";
import { defineFindingFormat } from "./define.ts";
import { sortFindings } from "./repeated.ts";

/** A longer source line is cut around the place that is meant; a terminal may have less room. */
const SOURCE_WIDTH = 100;
const LEAD = 30;
/** Room for the number of the line, the bar and the marks of what was cut. */
const MARGIN = 14;

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
  const from = start.column > width - LEAD ? start.offset - LEAD : lineStart;
  // Of a long line only this part is looked at: it may have a finding for each of its sentences.
  const shown = text.slice(from, from + width + 1);
  const newline = shown.indexOf("\n");
  const lineEnd = from + (newline === -1 ? shown.length : newline);
  const to = Math.min(lineEnd, from + width);
  const source = `${from > lineStart ? "…" : ""}${printable(text.slice(from, to))}${to < lineEnd ? "…" : ""}`;
  if (source.trim() === "") return "";
  const before = textWidth(
    `${from > lineStart ? "…" : ""}${printable(text.slice(from, start.offset))}`,
  );
  const marked = textWidth(printable(text.slice(start.offset, Math.min(end.offset, to))));
  const number = String(start.line);
  const margin = " ".repeat(number.length);
  const caret = chalk.yellow("^".repeat(Math.max(1, marked)));
  return (
    `    ${chalk.dim(`${number} |`)} ${source}\n` +
    `    ${chalk.dim(`${margin} |`)} ${" ".repeat(before)}${caret}\n`
  );
}

/** The level, the message and the rule of a finding. */
function remark({ level, message, ruleId }: Finding, chalk: ChalkInstance): string {
  const painted = level === "error" ? chalk.red("error") : chalk.yellow("warning");
  return `${painted} ${printable(message)} ${chalk.dim(`[${ruleId}]`)}`;
}

function hintLine({ hint }: Finding, chalk: ChalkInstance): string {
  return hint === null ? "" : `    ${chalk.cyan("help:")} ${printable(hint)}\n`;
}

function placeOf({ range: { start } }: Finding): string {
  return `${start.line}:${start.column}`;
}

/** A file with what is said of it: the places below its path, as editors and terminals link them. */
function fileText(
  path: string,
  findings: readonly Finding[],
  text: string | undefined,
  chalk: ChalkInstance,
  width: number | null,
): string {
  const blocks = findings.map((finding) => {
    const source = sourceLines(finding, text, chalk, width);
    const head = `  ${chalk.bold(placeOf(finding))} ${remark(finding, chalk)}\n`;
    return `${head}${source}${hintLine(finding, chalk)}`;
  });
  return `${chalk.bold.underline(printable(path))}\n${blocks.join("")}`;
}

/** How many places of a repeated remark are listed. */
const LISTED_PLACES = 3;

/** What is said of many files, with the first places. */
function repeatedText(findings: readonly Finding[], files: number, chalk: ChalkInstance): string {
  const [first] = findings;
  if (!first) return "";
  const inFiles = [...group(findings, ({ path }) => path).values()].flatMap(([one]) => one ?? []);
  const count = inFiles.length;
  const often = findings.length > count ? `${findings.length} times in ` : "";
  const isOneHint = findings.every(({ hint }) => hint === first.hint);
  const places = inFiles.slice(0, LISTED_PLACES).map((finding) => {
    const place = `    ${printable(finding.path)}:${placeOf(finding)}\n`;
    return isOneHint ? place : `${place}  ${hintLine(finding, chalk)}`;
  });
  const more = findings.length - places.length;
  const rest = more > 0 ? `    and ${more} more: --format concise lists each\n` : "";
  const head = `${chalk.bold.underline(`${often}${count} of ${counted(files, "file")}`)}\n`;
  return `${head}  ${remark(first, chalk)}\n${isOneHint ? hintLine(first, chalk) : ""}${places.join("")}${rest}`;
}

/** For people: findings by file, each with its source line, a caret and a hint. */
export const pretty = defineFindingFormat({
  name: "pretty",
  summary: "for people, by file, with the source line and a hint; repeated findings once",
  render: ({ findings, files, texts }, { color, width }) => {
    const chalk = new Chalk({ level: color ? 1 : 0 });
    const { byFile, repeated } = sortFindings(findings);
    return [
      ...[...byFile].map(([path, own]) => fileText(path, own, texts.get(path), chalk, width)),
      ...repeated.map((one) => repeatedText(one, files.length, chalk)),
    ].join("\n");
  },
});
