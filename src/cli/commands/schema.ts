import { Argument } from "commander";
import { z } from "zod";
import { configSchema } from "../../schema/config.ts";
import { frontmatterSchema } from "../../schema/frontmatter.ts";
import { taxonomySchema } from "../../schema/taxonomy.ts";
import type { AddCommand } from "../command.ts";

const SCHEMAS = {
  frontmatter: { title: "Frontmatter of a postmortem", schema: frontmatterSchema("strict") },
  taxonomy: { title: "Taxonomy of pm", schema: taxonomySchema },
  config: { title: "Configuration of pm (pm.yaml)", schema: configSchema },
} as const;

type SchemaName = keyof typeof SCHEMAS;

/** A JSON Schema (2020-12) for editors, from the same source as the validation. */
function jsonSchemaText(name: SchemaName): string {
  const { title, schema } = SCHEMAS[name];
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

/** `pm schema`: the JSON Schema of a file that people write. */
export const addSchemaCommand: AddCommand = (program, io) => {
  const name = new Argument("<file>", "whose schema");
  program
    .command("schema")
    .summary("Print the JSON Schema of the frontmatter, the taxonomy or pm.yaml, for editors")
    .addArgument(name.choices(Object.keys(SCHEMAS)))
    .action((chosen: SchemaName) => io.stdout.write(jsonSchemaText(chosen)));
};
