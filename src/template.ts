import { UsageError } from "./core/errors.ts";
import { formatYaml } from "./parse/yaml.ts";

/** What a template may name as `{{name}}`. */
export interface TemplateValues {
  readonly title: string;
  readonly severity: string;
  readonly services: readonly string[];
  /** An ISO instant. */
  readonly started: string;
  readonly kinds: readonly string[];
}

function inFrontmatter({ title, severity, services, started, kinds }: TemplateValues) {
  return new Map([
    ["title", formatYaml(title)],
    ["severity", severity === "" ? "" : formatYaml(severity)],
    ["services", formatYaml(services)],
    ["started", started],
    ["kinds", kinds.join(", ")],
  ]);
}

function inBody({ title, severity, services, started, kinds }: TemplateValues) {
  return new Map([
    ["title", title.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&")],
    ["severity", severity],
    ["services", services.join(", ")],
    ["started", started],
    ["kinds", kinds.join(", ")],
  ]);
}

function fillPart(text: string, values: ReadonlyMap<string, string>, name: string): string {
  return text.replace(/\{\{\s*([a-z_]+)\s*\}\}/g, (_written, key: string) => {
    const value = values.get(key);
    if (value !== undefined) return value;
    const hint = `A template may use ${[...values.keys()].map((known) => `{{${known}}}`).join(", ")}.`;
    throw new UsageError(`Unknown placeholder {{${key}}} in template ${name}`, hint);
  });
}

/** The document that a template makes of the values. Throws a UsageError for unknown placeholders. */
export function fillTemplate(template: string, values: TemplateValues, name: string): string {
  const end = template.startsWith("---\n") ? template.indexOf("\n---\n", 3) + 5 : 0;
  const frontmatter = fillPart(template.slice(0, end), inFrontmatter(values), name);
  return `${frontmatter}${fillPart(template.slice(end), inBody(values), name)}`.replace(
    /[ \t]+$/gm,
    "",
  );
}

/** A title as part of a file name: lower case, ASCII where it can be, words joined by hyphens. */
export function slugOf(title: string): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return slug.slice(0, 60).replace(/-+$/, "") || "incident";
}
