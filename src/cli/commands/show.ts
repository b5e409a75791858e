import { dirname, resolve } from "node:path";
import { counted } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import { shownDocument } from "../../jobs/anonymised.ts";
import { readJudged } from "../../jobs/lint/lint.ts";
import { RULES } from "../../lint/rules/index.ts";
import { documentReport, type FindingCounts } from "../../reports/document/document-report.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-codes.ts";
import { writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import { addLocationOptions, type LocationOptions, type OutputOptions } from "../options.ts";
import { addOutputOptions } from "../output-options.ts";

/** How much `pm lint` says of a document. */
function countsOf(findings: readonly Finding[]): FindingCounts {
  const count = (level: Finding["level"]) => findings.filter((one) => one.level === level).length;
  return { error: count("error"), warning: count("warning") };
}

/** `pm show`: shows what pm understood of one document, and from where. */
export const addShowCommand: AddCommand = (program, io, finish) => {
  const command = program
    .command("show")
    .helpGroup(GROUPS.check)
    .summary("Show what pm understood of one postmortem, and from which line")
    .description(
      "Show what pm understood of one postmortem: each value, how it was obtained, and from which line.",
    )
    .argument("<file>", "a postmortem");
  addLocationOptions(addOutputOptions(command, io)).action(
    async (file: string, options: LocationOptions & OutputOptions) => {
      const project = await openFor(options, io, dirname(resolve(io.cwd, file)));
      const read = await readJudged(project, [file], { rules: RULES, now: io.now() });
      await writeFolderNotes(read, io);
      const [document, ...others] = read.postmortems;
      if (!document) {
        finish(EXIT.usage);
        return;
      }
      if (others.length > 0) {
        const rest = counted(others.length, "other postmortem");
        await io.note(
          `only ${document.path} is shown, not ${rest} of ${file}: name one, such as ${others[0]?.path ?? ""}; pm list lists all`,
        );
      }
      const { timeZone } = project.config;
      const report = documentReport(
        shownDocument(document, project),
        timeZone,
        countsOf(read.findings),
      );
      await deliver(report, read.redact, options, io);
    },
  );
};
