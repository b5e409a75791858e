import type { Range } from "../core/position.ts";
import { type Shape, shapeOf } from "./shapes.ts";

/** Values as rows of numbers, with what the rows share. Plain data for JSON. */
export interface Packed {
  readonly texts: readonly string[];
  readonly constants: readonly unknown[];
  readonly shapes: readonly Shape[];
  /** The lists, as rows, where each stands in the rows by its place among them. */
  readonly lists?: readonly (readonly number[])[];
  /** Of each value: the place of its shape, then its numbers. */
  readonly rows: readonly (readonly number[])[];
}

/** Makes rows of values. */
export interface Packer {
  /**
   * The row of one value.
   * @throws {Unpackable} for a value that JSON cannot hold as it is.
   */
  readonly row: (value: unknown) => readonly number[];
  /** What the rows so far share. */
  readonly shared: () => Omit<Packed, "rows">;
}

/** Places of values in a list that grows by those that are new; `key` tells which are the same. */
function placesIn<Value>(list: Value[]): (key: string, value: Value) => number {
  const places = new Map<string, number>();
  return (key, value) => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, list.length);
    return list.push(value) - 1;
  };
}

function rangeNumbers({ start, end }: Range): readonly number[] {
  return [start.line, start.column, start.offset, end.line, end.column, end.offset];
}

/**
 * A packer without rows yet.
 * @param sharesLists whether lists that say the same are one list in what is read back.
 */
export function packer(sharesLists = false): Packer {
  const texts: string[] = [];
  const constants: unknown[] = [];
  const shapes: Shape[] = [];
  const lists: (readonly number[])[] = [];
  const listPlace = placesIn(lists);
  const textPlace = placesIn(texts);
  const constantPlace = placesIn(constants);
  const shapePlace = placesIn(shapes);
  /** Places of the constants by the objects themselves: documents of a folder share most. */
  const knownConstants = new Map<object, number>();

  const writeConstant = (value: object): number => {
    const place = knownConstants.get(value) ?? constantPlace(JSON.stringify(value), value);
    knownConstants.set(value, place);
    return place;
  };

  const write = (value: unknown, shape: Shape, row: number[]): void => {
    if (typeof shape === "object") {
      const object = value as Readonly<Record<string, unknown>>;
      shape.keys.forEach((key, at) => {
        write(object[key], shape.parts[at] ?? "null", row);
      });
    } else if (shape === "n") row.push(value as number);
    else if (shape === "s") row.push(textPlace(value as string, value as string));
    else if (shape === "c") row.push(writeConstant(value as object));
    else if (shape === "r") row.push(...rangeNumbers(value as Range));
    else if (shape === "l") {
      const list = value as readonly unknown[];
      if (sharesLists) {
        const own: number[] = [];
        writeList(list, own);
        row.push(listPlace(own.join(), own));
      } else writeList(list, row);
    }
  };
  const writeList = (list: readonly unknown[], row: number[]): void => {
    row.push(list.length);
    for (const one of list) writeWhole(one, row);
  };
  const writeWhole = (value: unknown, row: number[]): void => {
    const shape = shapeOf(value, knownConstants);
    row.push(shapePlace(JSON.stringify(shape), shape));
    write(value, shape, row);
  };
  return {
    row: (value) => {
      const row: number[] = [];
      writeWhole(value, row);
      return row;
    },
    shared: () => ({ texts, constants, shapes, ...(sharesLists ? { lists } : {}) }),
  };
}
