const DATE_TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** How a text stands in a TOML document. */
export type TomlQuotes = "basic" | "literal" | "none";

/** A text as TOML on one line: in the quotes asked for where it can stand in them, else in double ones. */
export function tomlText(text: string, quotes: TomlQuotes = "basic"): string {
  if (quotes === "none" && DATE_TIME.test(text)) return text;
  // eslint-disable-next-line no-control-regex -- TOML allows none of them.
  if (quotes === "literal" && !/['\u0000-\u001f\u007f]/.test(text)) return `'${text}'`;
  return JSON.stringify(text).replaceAll("\u007f", "\\u007F");
}

/** Plain data as TOML on one line, dates as dates; undefined entries of a mapping are left out. */
export function tomlValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (typeof value !== "object" || value === null) return tomlText(String(value), "none");
  const pairs = tomlPairs(value);
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** The entries of a mapping, each as `key = value`. */
export function tomlPairs(mapping: object): readonly string[] {
  const given = Object.entries(mapping).filter(([, value]) => value !== undefined);
  return given.map(([key, value]) => {
    const name = /^[\w-]+$/.test(key) ? key : tomlText(key);
    return `${name} = ${tomlValue(value)}`;
  });
}
