import type { SchemaName } from "./json-schema.ts";

/** Where `pm init` puts a JSON Schema, from the folder of `pm.yaml`. */
export function schemaPath(name: SchemaName): string {
  return `.pm/${name}.schema.json`;
}

/** The comment by which the YAML language server finds the schema of a file, from the file's folder. */
export function modeline(path: string): string {
  return `# yaml-language-server: $schema=${path}\n`;
}

/** A document whose frontmatter, if it has one, begins with that comment. */
export function withModeline(text: string, path: string): string {
  return text.replace(/^---\n/, (fence) => `${fence}${modeline(path)}`);
}
