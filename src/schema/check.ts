import type { z } from "zod";
import { foldName } from "../core/taxonomy.ts";
import { didYouMean } from "../core/text/did-you-mean.ts";
import { typingErrors } from "../core/text/typing-errors.ts";

/** A schema that checks data and gives them their type. */
export type Schema<T> = z.ZodType<T>;

/** One thing in which data does not fit a schema. */
export interface SchemaIssue {
  readonly kind: "unknown" | "mismatch";
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string | null;
  /** The allowed value that differs from the written one in its spelling alone. */
  readonly replacement: string | null;
  /** The known key that an unknown one most likely misspells. */
  readonly meant: string | null;
  /** The keys that could stand there, where an unknown one does. */
  readonly allowed: readonly string[];
}

/** Data that fit their schema, or all in which they do not. */
export type Checked<T> = { readonly data: T } | { readonly issues: readonly SchemaIssue[] };

/** The keys that a schema allows at a path of the data. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current = schema as {
    shape?: Record<string, unknown>;
    element?: unknown;
    keyType?: { options?: string[] };
    valueType?: unknown;
    unwrap?: () => unknown;
  };
  const unwrapped = () => {
    while (!current.shape && !current.element && typeof current.unwrap === "function") {
      current = current.unwrap() as typeof current;
    }
    return current;
  };
  for (const step of path) {
    const { shape, element, valueType } = unwrapped();
    const next = typeof step === "number" ? element : (shape?.[String(step)] ?? valueType);
    if (!next) return [];
    current = next;
  }
  const { shape, keyType } = unwrapped();
  return shape ? Object.keys(shape) : (keyType?.options ?? []);
}

/** The value at a path of plain data; undefined where there is none. */
export function dataAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "object") return "mapping";
  return `\`${JSON.stringify(value)}\``.replaceAll('"', "");
}

const EXPECTED = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["int", "a whole number"],
  ["boolean", "true or false"],
  ["array", "a list"],
  ["object", "`key: value` lines"],
]);

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return EXPECTED.get(issue.expected) ?? issue.expected;
    case "invalid_value":
      return `one of ${issue.values.map((value) => String(value)).join(", ")}`;
    case "invalid_union":
      return "text";
    case "too_small":
      return `at least ${String(issue.minimum)}`;
    case "too_big":
      return `at most ${String(issue.maximum)}`;
    default:
      return issue.message;
  }
}

/** Of so few letters, two wrong ones make another word: `site` is no `title`. */
const SHORT = 4;

/** The key that an unknown one most likely misspells; null where none is near. */
function keyMeant(key: string, allowed: readonly string[]): string | null {
  const near = didYouMean(key, allowed);
  if (near === null || key.length > SHORT) return near;
  return typingErrors(foldName(key), foldName(near)) > 1 ? null : near;
}

function unknownKey(schema: unknown, path: (string | number)[], key: string): SchemaIssue {
  const allowed = keysAt(schema, path);
  const near = keyMeant(key, allowed);
  const hint = near ? `Did you mean \`${near}\`?` : `Known here: ${allowed.join(", ")}.`;
  const message = `Unknown key \`${key}\``;
  return {
    kind: "unknown",
    path: [...path, key],
    message,
    hint,
    replacement: null,
    meant: near,
    allowed,
  };
}

function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other);
}

/** Of what a value is, in words: its key, or the list that it stands in. */
function whereIn(path: readonly (string | number)[]): string {
  const name = path.at(-1);
  if (name === undefined) return "";
  if (typeof name === "string") return ` for \`${name}\``;
  const list = path.findLast((step) => typeof step === "string");
  return list === undefined ? "" : ` in \`${list}\``;
}

function mismatch(issue: z.core.$ZodIssue, data: unknown, path: (string | number)[]): SchemaIssue {
  const value = dataAt(data, path);
  const name = path.at(-1);
  const missing = value === undefined && typeof name === "string";
  const values = issue.code === "invalid_value" ? issue.values.map((v) => String(v)) : [];
  const near = typeof value === "string" ? didYouMean(value, values) : null;
  const message = missing
    ? `Missing key \`${name}\`, expected ${expectation(issue)}`
    : `Unexpected ${describe(value)}${whereIn(path)}, expected ${expectation(issue)}`;
  // `folder:postmortems` is a text to YAML.
  const isUnspaced = path.length === 0 && typeof value === "string" && /^[\w-]+:\S/.test(value);
  const spaced = isUnspaced ? "Put a space after the colon." : null;
  const hint = near ? `Did you mean \`${near}\`?` : spaced;
  const replacement = near !== null && isSameName(String(value), near) ? near : null;
  return { kind: "mismatch", path, message, hint, replacement, meant: near, allowed: [] };
}

function schemaIssues(
  schema: z.ZodType,
  issue: z.core.$ZodIssue,
  data: unknown,
): readonly SchemaIssue[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(schema, path, key));
    case "invalid_key":
      return [unknownKey(schema, path.slice(0, -1), String(path.at(-1)))];
    default:
      return [mismatch(issue, data, path)];
  }
}

/** The data as a schema gives them, or everything in which they do not fit it, in their order. */
export function decode<T>(schema: Schema<T>, data: unknown): Checked<T> {
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data };
  const issues = result.error.issues.flatMap((issue) => schemaIssues(schema, issue, data));
  return { issues };
}

/** The data without mapping entries that have no value: `severity:` alone says nothing yet. */
export function withoutEmpty(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutEmpty);
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutEmpty(value)]));
}
