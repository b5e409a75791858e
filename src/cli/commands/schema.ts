import { Argument } from "commander";
import { UsageError } from "../../core/errors.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { RULES } from "../../lint/rules/index.ts";
import { openProject } from "../../project/project.ts";
import { jsonSchemaText, SCHEMA_NAMES, type SchemaName } from "../../schema/json-schema.ts";
import { type AddCommand, GROUPS } from "../command.ts";
import type { Io } from "../io.ts";
import { addLocationOptions, type LocationOptions } from "../options.ts";

async function taxonomyOf({ dir, config }: LocationOptions, io: Io): Promise<Taxonomy | null> {
  if (dir === undefined && config === undefined) return null;
  const location = { cwd: io.cwd, dir: dir ?? null, configPath: config ?? null };
  return (await openProject(location, RULES)).taxonomy;
}

async function printSchema(name: SchemaName, options: LocationOptions, io: Io): Promise<void> {
  const taxonomy = await taxonomyOf(options, io);
  if (taxonomy && name !== "frontmatter") {
    const hint = "Leave out --dir and --config.";
    throw new UsageError(`The ${name} schema is the same in every project`, hint);
  }
  await io.stdout.write(jsonSchemaText(name, taxonomy));
}

/** `pm schema`: prints the JSON Schema of a file that people write. */
export const addSchemaCommand: AddCommand = (program, io) => {
  const name = new Argument("<file>", "which schema").choices(SCHEMA_NAMES);
  const command = program
    .command("schema")
    .helpGroup(GROUPS.setUp)
    .summary("Print the JSON Schema of the frontmatter, the taxonomy or pm.yaml, for editors")
    .description(
      "Print the JSON Schema (draft 7) of the frontmatter, the taxonomy or pm.yaml, for editors. With " +
        "--dir or --config, the frontmatter schema offers the ids of the project's taxonomy.",
    )
    .addArgument(name);
  addLocationOptions(command).action((chosen: SchemaName, options: LocationOptions) =>
    printSchema(chosen, options, io),
  );
};
