import { setFlagsFromString } from "node:v8";
import { once } from "../core/memo.ts";

/** UTF-16 units of a text, and documents of a folder, beyond which memory counts for more than a tenth of the time. */
const LARGE_TEXT = 1_000_000;
const LARGE_FOLDER = 4000;
const VERY_LARGE_FOLDER = 10_000;

/**
 * From here on the heap grows by so many percent before all of it is collected again; by default it may triple. V8
 * looks at this value at each collection, and at nothing that it made before.
 */
function growBy(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/** What was read of a large text takes most of the memory, so that little more may be waste. */
const growForText = once(() => {
  growBy(20);
});
const growForFolder = once(() => {
  growBy(50);
});
const growForLargest = once(() => {
  growBy(15);
});

/** Spares memory from a large text on. */
export function spareForText({ length }: string): void {
  if (length > LARGE_TEXT) growForText();
}

/** Spares memory once so many documents of a folder were read. */
export function spareForFolder(documents: number): void {
  if (documents > VERY_LARGE_FOLDER) growForLargest();
  else if (documents > LARGE_FOLDER) growForFolder();
}
