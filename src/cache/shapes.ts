import { FILE_START, isLineAlone, type Range } from "../core/position.ts";

/**
 * How one value is written as a row of numbers: `n` a number, `s` a text by its place among the
 * texts, `c` a small object by its place among the constants, `r` a range, `l` a list with something in it;
 * the rest are the values that they name. An object is its keys with the shape of each.
 */
export type Shape =
  | "n"
  | "s"
  | "c"
  | "r"
  | "l"
  | "empty"
  | "start"
  | "null"
  | "true"
  | "false"
  | { readonly keys: readonly string[]; readonly parts: readonly Shape[] };

/** Texts longer than this are rarely the same in two documents. */
const LONGEST_CONSTANT = 48;

type JsonObject = Readonly<Record<string, unknown>>;

/** A value that a row cannot hold: JSON has no words for it. */
export class Unpackable extends Error {}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isPoint(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 3) return false;
  const { line, column, offset } = value as JsonObject;
  return isCount(line) && isCount(column) && isCount(offset);
}

/** Whether an object is a range and nothing else. */
function isRange(value: object): value is Range {
  const { start, end } = value as JsonObject;
  return isPoint(start) && isPoint(end) && Object.keys(value).length === 2;
}

/** Whether a range is that of a whole file. */
function isFileStart(range: Range): boolean {
  return range.start.line === FILE_START.start.line && isLineAlone(range);
}

/** As a key of what is read back, `__proto__` would be its prototype. */
function isPlain(value: object): boolean {
  const isObject = Object.getPrototypeOf(value) === Object.prototype;
  return isObject && !Object.hasOwn(value, "__proto__");
}

/** Letters of the texts in an object that has no number, but those of lines, and no list in it; null for any other. */
function lettersOf(value: unknown): number | null {
  if (typeof value === "string") return value.length;
  if (typeof value === "boolean" || value === null) return 0;
  if (typeof value !== "object" || !isPlain(value)) return null;
  if (isRange(value)) return isLineAlone(value) ? 0 : null;
  let letters = 0;
  for (const part of Object.values(value)) {
    const own = lettersOf(part);
    if (own === null) return null;
    letters += own;
  }
  return letters;
}

/** Whether an object is written once for all that are the same, and is then the same object. */
function isConstant(value: object): boolean {
  const letters = lettersOf(value);
  return letters !== null && letters <= LONGEST_CONSTANT;
}

/** Objects that are known to be written as constants. */
type Constants = Pick<ReadonlyMap<object, unknown>, "has">;

function shapeOfObject(value: object, constants: Constants): Shape {
  if (constants.has(value)) return "c";
  if (Array.isArray(value)) return value.length === 0 ? "empty" : "l";
  if (isRange(value)) return isFileStart(value) ? "start" : "r";
  if (isConstant(value)) return "c";
  if (!isPlain(value)) throw new Unpackable();
  const keys = Object.keys(value);
  return { keys, parts: keys.map((key) => shapeOf((value as JsonObject)[key], constants)) };
}

/**
 * The shape of a value, down to its lists.
 * @throws {Unpackable} for a value that JSON cannot hold as it is.
 */
export function shapeOf(value: unknown, constants: Constants): Shape {
  switch (typeof value) {
    case "string":
      return "s";
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value) || Object.is(value, -0)) throw new Unpackable();
      return "n";
    case "object":
      return value === null ? "null" : shapeOfObject(value, constants);
    default:
      throw new Unpackable();
  }
}
