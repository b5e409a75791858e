import { type Packed, packer } from "./pack.ts";
import { Unpackable } from "./shapes.ts";
import { unpacker } from "./unpack.ts";

/** Values with what is known of all of them, as one file has them. */
interface KeptRows {
  readonly head: unknown;
  /** Reads one of the values, by its place. The others are not made. */
  readonly valueAt: (place: number) => unknown;
}

/** A line of text; the numbers of all rows follow as bytes, which take no time to read while nobody asks for them. */
interface RowsData extends Omit<Packed, "rows"> {
  readonly head: unknown;
  /** How many numbers each row has. */
  readonly lengths: readonly number[];
}

const LINE_END = 0x0a;

/** Rows of so many values are held as lists at one time. */
const PORTION = 500;

/**
 * Values and their head as bytes, in pieces; null where one of them is nothing that JSON holds as it is.
 * @param kept makes what is kept of one, when its turn comes.
 */
export function bytesOfRows<Value>(
  head: unknown,
  values: readonly Value[],
  kept: (value: Value) => unknown,
): readonly Uint8Array[] | null {
  const { row, shared } = packer(true);
  const lengths: number[] = [];
  const pieces: Uint8Array[] = [];
  try {
    for (let from = 0; from < values.length; from += PORTION) {
      const rows = values.slice(from, from + PORTION).map((value) => row(kept(value)));
      for (const { length } of rows) lengths.push(length);
      pieces.push(new Uint8Array(Float64Array.from(rows.flat()).buffer));
    }
  } catch (error) {
    if (error instanceof Unpackable) return null;
    throw error;
  }
  const data: RowsData = { head, ...shared(), lengths };
  return [Buffer.from(`${JSON.stringify(data)}\n`), ...pieces];
}

/** What such bytes have. */
export function readRows(bytes: Buffer): KeptRows {
  const lineEnd = bytes.indexOf(LINE_END);
  // Only `bytesOfRows` writes what is read here.
  const data = JSON.parse(bytes.toString("utf8", 0, lineEnd)) as RowsData;
  const { head, lengths, ...shared } = data;
  // A copy, as numbers begin at a multiple of their size.
  const numbers = new Float64Array(new Uint8Array(bytes.subarray(lineEnd + 1)).buffer);
  const starts: number[] = [];
  let start = 0;
  for (const length of lengths) {
    starts.push(start);
    start += length;
  }
  const read = unpacker(shared);
  return { head, valueAt: (place) => read(numbers, starts[place] ?? numbers.length) };
}
