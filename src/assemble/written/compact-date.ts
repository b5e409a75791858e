/** A day as names of files and titles have it: "20260717-redis", "INC_2026_07_17". */
const COMPACT = /(?<!\d)(20\d{2})(_?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/g;

/** A name with such days as ISO dates; what holds no day stays, though some numbers of incidents look like one. */
export function datesApart(name: string): string {
  return name.replace(COMPACT, "$1-$3-$4");
}
