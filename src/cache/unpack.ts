import { FILE_START } from "../core/position.ts";
import type { Packed } from "./pack.ts";
import type { Shape } from "./shapes.ts";

/** Numbers of a row, or of several, and how far they are read. */
type Numbers = readonly number[] | Float64Array;

interface Cursor {
  readonly row: Numbers;
  at: number;
}

type Read = (cursor: Cursor) => unknown;

function next(cursor: Cursor): number {
  const value = cursor.row[cursor.at];
  if (value === undefined) throw new RangeError("a row ends too soon");
  cursor.at += 1;
  return value;
}

function entry<Value>(list: readonly Value[], place: number): Value {
  const found = list[place];
  if (found === undefined) throw new RangeError("a row points to nothing");
  return found;
}

function pointFrom(cursor: Cursor) {
  return { line: next(cursor), column: next(cursor), offset: next(cursor) };
}

const NOTHING: readonly never[] = Object.freeze([]);

/** The value of a shape that says all of it; undefined for one whose value stands in the row. */
function valueOf(shape: Shape): unknown {
  switch (shape) {
    case "null":
      return null;
    case "true":
      return true;
    case "false":
      return false;
    case "start":
      return FILE_START;
    case "empty":
      return NOTHING;
    default:
      return undefined;
  }
}

type Copy = (template: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * Ways to copy an object, all alike: V8 remembers, for each place in a program, how to copy objects of a few shapes,
 * and where there are more copies one key after the other. Which one it is goes by the number of keys.
 */
const COPIES: readonly [Copy, ...Copy[]] = [
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
  (template) => ({ ...template }),
];

/** Objects of one shape begin as copies of one that has all keys: to add them one by one takes three times as long. */
function objectReader(
  { keys, parts }: Exclude<Shape, string>,
  readPart: (part: Shape) => Read,
): Read {
  const whole = parts.map(valueOf);
  const template = Object.fromEntries(keys.map((key, at) => [key, whole[at]]));
  const present = keys.flatMap((key, at) => {
    const part = parts[at];
    return part === undefined || whole[at] !== undefined ? [] : [{ key, read: readPart(part) }];
  });
  const copy = COPIES[keys.length % COPIES.length] ?? COPIES[0];
  return (cursor) => {
    const made = copy(template);
    for (const { key, read } of present) made[key] = read(cursor);
    return made;
  };
}

/** What reads lists; those that stand by themselves are made once each. */
function listReader({ lists }: Pick<Packed, "lists">, readWhole: Read): Read {
  const readList = (cursor: Cursor) => {
    const length = next(cursor);
    // Most are short, and a list that grows is given room for many more.
    if (length === 1) return [readWhole(cursor)];
    if (length === 2) return [readWhole(cursor), readWhole(cursor)];
    return Array.from({ length }, () => readWhole(cursor));
  };
  if (lists === undefined) return readList;
  const made: (readonly unknown[] | undefined)[] = [];
  return (cursor) => {
    const place = next(cursor);
    return (made[place] ??= readList({ row: entry(lists, place), at: 0 }));
  };
}

/** What reads values of a shape. */
function readerOf(shape: Shape, packed: Omit<Packed, "rows">, readWhole: Read): Read {
  if (typeof shape === "object") {
    return objectReader(shape, (part) => readerOf(part, packed, readWhole));
  }
  switch (shape) {
    case "n":
      return next;
    case "s":
      return (cursor) => entry(packed.texts, next(cursor));
    case "c":
      return (cursor) => entry(packed.constants, next(cursor));
    case "r":
      return (cursor) => ({ start: pointFrom(cursor), end: pointFrom(cursor) });
    case "l":
      return listReader(packed, readWhole);
    default: {
      const value = valueOf(shape);
      return () => value;
    }
  }
}

/**
 * What reads the value of a row, of which `at` is the place of its first number. Objects that are the same are
 * one object.
 * @throws {RangeError} from what it returns, for a row that does not fit.
 */
export function unpacker(packed: Omit<Packed, "rows">): (row: Numbers, at: number) => unknown {
  const readers: Read[] = [];
  const readWhole: Read = (cursor) => {
    const place = next(cursor);
    const known = (readers[place] ??= readerOf(entry(packed.shapes, place), packed, readWhole));
    return known(cursor);
  };
  return (row, at) => readWhole({ row, at });
}
