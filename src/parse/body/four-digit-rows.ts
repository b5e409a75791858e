import type { ViewPart } from "./text-view.ts";

/** A line that begins with four digits which may be a time of day: "1758  Power fails". */
const ROW = /^(?:[-*+] )?((?:[01]\d|2[0-3]))([0-5]\d)(?=\s{1,4}\S|\s?[:–—-]\s)/;
/** Fewer may be anything. */
const LEAST_ROWS = 3;
/** The first year that such a list may be of, and the last that is a time as well. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2059];

interface Row {
  readonly index: number;
  readonly number: number;
  /** Where the minutes begin. */
  readonly column: number;
}

function rowAt(line: string, index: number): Row | null {
  const [whole, hour = "", minute = ""] = ROW.exec(line) ?? [];
  if (whole === undefined) return null;
  return { index, number: Number(hour + minute), column: whole.length - 2 };
}

/** Whether the numbers of a run are times: they go on, over midnight at most once, and are no years. */
function areTimes(run: readonly Row[]): boolean {
  const steps = run.slice(1).map(({ number }, index) => number - (run[index]?.number ?? 0));
  const areYears = run.every(({ number }) => number >= FIRST_YEAR && number <= LAST_YEAR);
  return run.length >= LEAST_ROWS && !areYears && steps.filter((step) => step < 0).length <= 1;
}

/** What lines become that begin with times in four digits, one below the other: "17:58". */
export function fourDigitRows(
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const found = new Map<number, readonly ViewPart[]>();
  let run: Row[] = [];
  const close = () => {
    for (const { index, column } of areTimes(run) ? run : []) {
      const [line, at] = [lines[index] ?? "", starts[index] ?? 0];
      const colon = { text: ":", at: at + column, isPutIn: true };
      found.set(index, [
        { text: line.slice(0, column), at },
        colon,
        { text: line.slice(column), at: at + column },
      ]);
    }
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    const row = isCode[index] === true ? null : rowAt(line, index);
    // A row may go on in further lines, or stand apart.
    if (row) run.push(row);
    else if (/^(?:#|\||[-*+] |\p{L})/u.test(line)) close();
  }
  close();
  return found;
}
