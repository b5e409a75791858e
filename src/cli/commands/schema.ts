import { Argument } from "commander";
import { UsageError } from "../../core/errors.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import {
  jsonSchemaText,
  namesTerms,
  SCHEMA_NAMES,
  type SchemaName,
} from "../../schema/json-schema.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import type { Io } from "../io.ts";
import { openFor } from "../open.ts";
import { addLocationOptions, type LocationOptions } from "../options.ts";

async function taxonomyOf(options: LocationOptions, io: Io): Promise<Taxonomy | null> {
  if (options.dir === undefined && options.config === undefined) return null;
  return (await openFor(options, io)).taxonomy;
}

async function printSchema(name: SchemaName, options: LocationOptions, io: Io): Promise<void> {
  const taxonomy = await taxonomyOf(options, io);
  if (taxonomy && !namesTerms(name)) {
    const hint = "Leave out --dir and --config.";
    throw new UsageError(`The ${name} schema is the same in every project`, hint);
  }
  await io.result(jsonSchemaText(name, taxonomy));
}

/** `pm schema`: prints the JSON Schema of a file that people write. */
export const addSchemaCommand: AddCommand = (program, io) => {
  const name = new Argument("<file>", "which schema").choices(SCHEMA_NAMES);
  const command = program
    .command("schema")
    .helpGroup(GROUPS.setUp)
    .summary("Print the JSON Schema of a file that you write, for editors")
    .description(
      "Print the JSON Schema (draft 7) of the frontmatter, the taxonomy, pm.yaml, interventions.yaml, signals.yaml " +
        "or the decisions of a review, for editors. With --dir or --config, those that name terms offer the ids " +
        "of the project's taxonomy.",
    )
    .addArgument(name);
  addLocationOptions(command).action((chosen: SchemaName, options: LocationOptions) =>
    printSchema(chosen, options, io),
  );
};
