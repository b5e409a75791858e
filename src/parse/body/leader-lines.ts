import type { ViewPart } from "./text-view.ts";

/** What leads the eye from a label to its value: "Severity ........ 2", "Severity . . . . . 2". */
const LEADERS = /(?<![.…_·])(?:\.{3,}|…{2,}|_{4,}|·{4,}|(?: \.){4,})(?![.…_·])/g;
/** Three dots alone are as often those of a sentence that breaks off. */
const SURE = /\.{4,}|…{2,}|_{4,}|·{4,}|(?: \.){4,}/;
/** Longer lines are prose, and what stands before the first leader is a label, or what is to be done. */
const [LONGEST_LINE, LONGEST_LABEL] = [240, 120];
const LABEL = /\p{L}{2}|\d:\d{2}/u;
const TIME = /^\W{0,3}\d{1,2}:\d{2}/;
/** One such line may be anything. */
const LEAST_LINES = 2;

interface Cell {
  readonly text: string;
  /** Where it stands in its line. */
  readonly at: number;
}

/** What stands between the leaders of a line; null for any other line. */
function cellsOf(line: string): readonly Cell[] | null {
  if (line.length > LONGEST_LINE || !SURE.test(line)) return null;
  const cells: Cell[] = [];
  let from = 0;
  for (const { index, 0: leaders } of [...line.matchAll(LEADERS), { index: line.length, 0: "" }]) {
    const written = line.slice(from, index);
    // "Severity ....: 2" has a colon of its own.
    const text = (cells.length > 0 ? written.replace(/^\s*[:：]/, "") : written).trim();
    cells.push({ text, at: from + written.lastIndexOf(text) });
    from = index + leaders.length;
  }
  const [label, ...values] = cells;
  const isLabel = label !== undefined && label.text.length <= LONGEST_LABEL;
  const isFilled = values.length > 0 && values.every(({ text }) => text !== "");
  return isLabel && isFilled && LABEL.test(label.text) ? cells : null;
}

function joinedBy(label: string, count: number): string {
  if (count > 2) return " | ";
  return TIME.test(label) ? " – " : ": ";
}

/** What lines become whose parts dots lead to: a label with its value behind a colon, or the parts of an entry. */
export function leaderLines(
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const led = lines.flatMap((line, index) => {
    const cells = isCode[index] === true ? null : cellsOf(line);
    return cells === null ? [] : [{ index, cells }];
  });
  // In a table of contents dots lead to pages.
  const arePages = led.every(({ cells }) => /^\d+$/.test(cells.at(-1)?.text ?? ""));
  if (led.length < LEAST_LINES || arePages) return new Map();
  return new Map(
    led.map(({ index, cells }) => {
      const start = starts[index] ?? 0;
      const sign = joinedBy(cells[0]?.text ?? "", cells.length);
      const parts = cells.flatMap(({ text, at }, place): readonly ViewPart[] => {
        const part = { text, at: start + at };
        return place === 0 ? [part] : [{ text: sign, at: start + at, isPutIn: true }, part];
      });
      return [index, parts];
    }),
  );
}
