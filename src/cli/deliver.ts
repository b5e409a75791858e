import { dirname, extname, relative, resolve, sep } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { RenderOptions } from "../core/render-options.ts";
import type { Report, Section } from "../core/table.ts";
import type { Format } from "../formats/tables/define.ts";
import { findFormat, type FormatName, formatOfEnding, FORMATS } from "../formats/tables/index.ts";
import { withhold } from "../formats/withhold.ts";
import { redactPeople } from "../people/people.ts";
import type { Io } from "./io.ts";
import type { OutputOptions } from "./options.ts";
import { writeOutput } from "./output.ts";

function chooseFormat({ format, output }: OutputOptions): Format<FormatName> {
  if (format !== undefined) return findFormat(format) ?? FORMATS[0];
  return (output === undefined ? null : formatOfEnding(extname(output))) ?? FORMATS[0];
}

/** Refuses what would fill a terminal, or a pipe that is read as text, with bytes. */
function refuseBytesWithoutFile({ gives, name, ending }: Format, { output }: OutputOptions): void {
  if (gives === "text" || output !== undefined) return;
  const hint = `Add --output report${ending ?? ""}.`;
  throw new UsageError(`The format ${name} is written to files only`, hint);
}

function onlySection(report: Report, key: string | undefined): Report {
  if (key === undefined) return report;
  const sections = report.sections.filter((section) => section.key === key);
  if (sections.length > 0) return { ...report, sections };
  const keys = report.sections.map((section) => section.key).join(", ");
  throw new UsageError(
    `Unknown section \`${key}\` of \`pm ${report.name}\``,
    `Available: ${keys}.`,
  );
}

function limited(section: Section, limit: number | undefined): Section {
  const more = limit === undefined ? 0 : section.rows.length - limit;
  if (more <= 0) return section;
  const note = `${more} more ${more === 1 ? "row" : "rows"} not shown (--limit ${limit ?? 0}).`;
  return { ...section, rows: section.rows.slice(0, limit), notes: [...section.notes, note] };
}

/** Says on standard error what a format without notes leaves out. */
async function writeOmissions(report: Report, format: string, io: Io): Promise<void> {
  const [written, ...others] = report.sections;
  const keys = others.map(({ key }) => key).join(", ");
  const notes = [
    ...(written?.rows.length === 0 ? [written.whenEmpty] : []),
    ...(written?.notes ?? []),
    ...report.notes,
    ...(others.length > 0
      ? [
          `${format} holds one table, ${written?.key ?? ""}; choose another with --section: ${keys}.`,
        ]
      : []),
  ];
  for (const note of notes) await io.note(redactPeople(note));
}

/** The address that --repo-url gives. Throws a UsageError for what a browser could run. */
function readRepoUrl({ repoUrl }: OutputOptions): string | undefined {
  if (repoUrl === undefined || /^https?:\/\/[^\s"'<>]+$/i.test(repoUrl)) return repoUrl;
  const hint =
    "Give the address of this folder, such as https://git.example.com/team/repo/blob/main.";
  throw new UsageError(`Unexpected --repo-url "${repoUrl}"`, hint);
}

/** How the output looks; links are relative to its file, or to the current folder for standard output. */
function lookFor(options: OutputOptions, io: Io): RenderOptions {
  const { output, charts } = options;
  const folder = output === undefined ? io.cwd : dirname(resolve(io.cwd, output));
  const repoUrl = readRepoUrl(options);
  const links = {
    linkTo: (path: string) => relative(folder, resolve(io.cwd, path)).split(sep).join("/"),
    ...(repoUrl === undefined ? {} : { repoUrl }),
    ...(charts === false ? { charts } : {}),
  };
  if (output !== undefined) return { color: false, width: null, ...links };
  return { ...io.look(), ...(io.isTerminal ? { isTerminal: true } : {}), ...links };
}

/** Writes a report as its options ask: to standard output, or to a file in one piece. */
export async function deliver(report: Report, options: OutputOptions, io: Io): Promise<void> {
  const format = chooseFormat(options);
  refuseBytesWithoutFile(format, options);
  const chosen = onlySection(report, options.section);
  const limitedReport = {
    ...chosen,
    sections: chosen.sections.map((section) => limited(section, options.limit)),
  };
  const content = await format.render(withhold(limitedReport), lookFor(options, io));
  if (format.sections === "one") await writeOmissions(limitedReport, format.name, io);
  if (options.output === undefined) {
    if (typeof content === "string") await io.result(content);
    return;
  }
  await writeOutput(options.output, content, options, io);
}
