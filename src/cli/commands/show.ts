import { dirname, resolve } from "node:path";
import { shownDocument } from "../../jobs/anonymised.ts";
import { lintProject } from "../../jobs/lint.ts";
import { RULES } from "../../lint/rules/index.ts";
import type { Project } from "../../project/project.ts";
import { readFolder } from "../../project/read-postmortems.ts";
import { documentReport, type FindingCounts } from "../../reports/document/document-report.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import { deliver } from "../deliver.ts";
import { EXIT } from "../exit-codes.ts";
import type { Io } from "../io.ts";
import { writeFolderNotes } from "../messages.ts";
import { openFor } from "../open.ts";
import {
  addLocationOptions,
  addOutputOptions,
  type LocationOptions,
  type OutputOptions,
} from "../options.ts";

/** How much `pm lint` says of one document. */
async function findingCounts(path: string, project: Project, io: Io): Promise<FindingCounts> {
  const target = { kind: "paths", paths: [path] } as const;
  const check = { rules: RULES, now: io.now() };
  const { findings } = await lintProject(project, target, check, () => undefined);
  const count = (level: "error" | "warning") =>
    findings.filter((finding) => finding.level === level).length;
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
  addLocationOptions(addOutputOptions(command)).action(
    async (file: string, options: LocationOptions & OutputOptions) => {
      const project = await openFor(options, io, dirname(resolve(io.cwd, file)));
      const read = await readFolder(project, [file], ["everything"]);
      await writeFolderNotes(read, io);
      const [document] = read.postmortems;
      if (!document) {
        finish(EXIT.usage);
        return;
      }
      const findings = await findingCounts(document.path, project, io);
      const { timeZone } = project.config;
      const report = documentReport(shownDocument(document, project), timeZone, findings);
      await deliver(report, read.redact, options, io);
    },
  );
};
