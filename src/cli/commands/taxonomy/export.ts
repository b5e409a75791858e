import { type Command, Option } from "commander";
import { printableJson } from "../../../core/text/printable.ts";
import { csv } from "../../../formats/data/csv.ts";
import {
  type HandedOver,
  handOver,
  plannedCompetencies,
  type VendorName,
  VENDORS,
} from "../../../jobs/taxonomy/hand-over.ts";
import { domainOf } from "../../../jobs/taxonomy/taxonomy.ts";
import { readFolder } from "../../../project/read-postmortems.ts";
import type { Io } from "../../io.ts";
import { progressOn, writeFolderNotes } from "../../messages.ts";
import { openFor } from "../../open.ts";
import {
  addLocationOptions,
  addPeriodOptions,
  type LocationOptions,
  type PeriodOptions,
  readAsOf,
  readWindow,
} from "../../options.ts";
import { writeOutput } from "../../output.ts";

interface ExportOptions extends LocationOptions, PeriodOptions {
  readonly as: VendorName;
  readonly domain?: string;
  readonly planned?: boolean;
  readonly name: string;
  readonly output?: string;
  readonly force?: boolean;
}

const DEFAULT_NAME = "Incident competencies";

const DETAILS = [
  ...VENDORS.map(({ name, summary }) => `${name.padEnd(13)}${summary}`),
  "",
  "Hands over domains and competencies, no teams and no figures. docs/hand-over.md says which document of the " +
    "vendor each format follows, and what it cannot hold.",
].join("\n");

async function rendered({ content }: HandedOver): Promise<string> {
  if (content.kind === "json") return `${printableJson(JSON.stringify(content.value, null, 2))}\n`;
  const fields = content.columns.map((name) => {
    return { name, type: "text", unit: null, description: "" } as const;
  });
  return csv.render({ fields, rows: content.rows });
}

async function exportTaxonomy(options: ExportOptions, io: Io): Promise<void> {
  const { as, domain, planned = false, name, output } = options;
  const project = await openFor(options, io);
  const { timeZone } = project.config;
  const window = readWindow(options, timeZone, io.now());
  const asOf = readAsOf(options, timeZone, io.now());
  let only: readonly string[] | null = null;
  if (planned) {
    const read = await readFolder(project, [], ["everything", "texts"], progressOn(io));
    await writeFolderNotes(read, io);
    only = plannedCompetencies(read, project, window);
  }
  const asked = {
    name,
    asOf,
    domain: domain === undefined ? null : domainOf(domain, project),
    only,
  };
  const handed = handOver(project, as, asked);
  const text = await rendered(handed);
  if (output === undefined) await io.result(text);
  else await writeOutput(output, text, options, io);
  for (const remark of handed.remarks) await io.note(remark);
}

/** `pm taxonomy export`: the competencies in the format of a product for learning or skills. */
export function addTaxonomyExportCommand(parent: Command, io: Io): void {
  const summary = "Write the competencies in the format of a product for learning or skills";
  const command = parent
    .command("export")
    .summary(summary)
    .description(`${summary}.\n\n${DETAILS}`)
    .addOption(
      new Option("--as <product>", "the product")
        .choices(VENDORS.map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .option("--domain <id>", "only the competencies of this domain")
    .option("--planned", "only those in pm plan, of --since to --until")
    .option("--name <text>", "name of the framework or library", DEFAULT_NAME)
    .option("--output <file>", "write to a file instead of standard output")
    .option("--force", "let --output replace an existing file");
  addLocationOptions(addPeriodOptions(command)).action((options: ExportOptions) =>
    exportTaxonomy(options, io),
  );
}
