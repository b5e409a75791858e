import { type Packed, packer } from "./pack.ts";
import { Unpackable } from "./shapes.ts";
import { unpacker } from "./unpack.ts";

/** Values with what is known of all of them, as one text has them. */
interface KeptRows {
  readonly head: unknown;
  /** Reads one of the values, by its place. The others are not made. */
  readonly valueAt: (place: number) => unknown;
}

/** Each row is a text, which takes less to read than a list of numbers while nobody asks for it. */
interface RowsData extends Omit<Packed, "rows"> {
  readonly head: unknown;
  readonly rows: readonly string[];
}

/** Values and their head as a text of one line; null where one of them is nothing that JSON holds as it is. */
export function textOfRows(head: unknown, values: readonly unknown[]): string | null {
  const { row, shared } = packer();
  try {
    const rows = values.map((value) => row(value).join());
    const data: RowsData = { head, ...shared(), rows };
    return JSON.stringify(data);
  } catch (error) {
    if (error instanceof Unpackable) return null;
    throw error;
  }
}

/** What such a text has. */
export function readRows(text: string): KeptRows {
  // Only `textOfRows` writes what is read here.
  const { head, rows, ...shared } = JSON.parse(text) as RowsData;
  const read = unpacker(shared);
  return {
    head,
    valueAt: (place) => read(JSON.parse(`[${rows[place] ?? ""}]`) as readonly number[]),
  };
}
