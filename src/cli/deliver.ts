import { dirname, extname, relative, resolve, sep } from "node:path";
import { UsageError } from "../core/errors.ts";
import type { Look } from "../core/render-options.ts";
import type { Report, Section } from "../core/table.ts";
import { findFormat, findFormatByEnding, FORMATS } from "../formats/tables/index.ts";
import { withhold } from "../formats/withhold.ts";
import { redactPeople } from "../people/people.ts";
import type { Io } from "./io.ts";
import type { OutputOptions } from "./options.ts";
import { writeOutput } from "./output.ts";

function chooseFormat({ format, output }: OutputOptions) {
  if (format !== undefined) return findFormat(format) ?? FORMATS[0];
  return (output === undefined ? null : findFormatByEnding(extname(output))) ?? FORMATS[0];
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

/** How the output looks; links are relative to its file, or to the current folder for standard output. */
function lookFor({ output }: OutputOptions, io: Io): Look {
  const folder = output === undefined ? io.cwd : dirname(resolve(io.cwd, output));
  const linkTo = (path: string) => relative(folder, resolve(io.cwd, path)).split(sep).join("/");
  return output === undefined ? { ...io.look(), linkTo } : { color: false, width: null, linkTo };
}

/** Writes a report as its options ask: to standard output, or to a file in one piece. */
export async function deliver(report: Report, options: OutputOptions, io: Io): Promise<void> {
  const format = chooseFormat(options);
  const chosen = onlySection(report, options.section);
  const limitedReport = {
    ...chosen,
    sections: chosen.sections.map((section) => limited(section, options.limit)),
  };
  const look = lookFor(options, io);
  const text = format.render(withhold(limitedReport), look);
  if (format.sections === "one") await writeOmissions(limitedReport, format.name, io);
  if (options.output === undefined) {
    await io.result(text);
    return;
  }
  await writeOutput(options.output, text, options, io);
}
