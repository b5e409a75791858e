import { stringify } from "yaml";

/** A text, or a list of texts, as YAML on one line. */
export function formatYaml(value: string | readonly string[]): string {
  return flowYaml(value);
}

/** Any plain data as YAML in block style, ending in a line end; texts stay on one line. */
export function blockYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, flowCollectionPadding: false });
}

/** Any plain data as YAML on one line. */
export function flowYaml(value: unknown): string {
  return stringify(value, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
}
