import type { ViewPart } from "./text-view.ts";

/** What a term is defined as, in a line of its own: ":   SEV-3". */
const DEFINITION = /^:[ \t]{1,4}(?=\S)/;
/** A term is a few words or a time, and no list, heading, quote or row. */
const TERM = /^[\p{L}\d*_`][^|]{0,58}$/u;
const NO_TERM = /^\d{1,3}[.)]\s|^[*_-]\s|[.!?,;]$/;

/** The line of the definition that follows a term, with at most one blank line between; else null. */
function definitionOf(index: number, lines: readonly string[]): number | null {
  const term = lines[index] ?? "";
  const next = (lines[index + 1] ?? "").trim() === "" ? index + 2 : index + 1;
  if (!DEFINITION.test(lines[next] ?? "")) return null;
  return TERM.test(term) && !NO_TERM.test(term.trimEnd()) ? next : null;
}

/**
 * What the lines of definition lists become, as pandoc and Sphinx write them: a term with what it is
 * defined as behind a colon, "Severity: SEV-3", or with all that it is.
 */
export function definitionLines(
  lines: readonly string[],
  starts: readonly number[],
  isCode: readonly boolean[],
): ReadonlyMap<number, readonly ViewPart[]> {
  const found = new Map<number, readonly ViewPart[]>();
  lines.forEach((line, index) => {
    const next = isCode[index] === true ? null : definitionOf(index, lines);
    if (next === null) return;
    const at = starts[index] ?? 0;
    let last = next;
    while (DEFINITION.test(lines[last + 1] ?? "")) last += 1;
    const said = lines.slice(next, last + 1).flatMap((text, step): readonly ViewPart[] => {
      const lead = DEFINITION.exec(text)?.[0].length ?? 0;
      const from = starts[next + step] ?? 0;
      const part = { text: text.slice(lead), at: from + lead };
      // A term may have several: "Services", ": ledger", ": payouts".
      return step === 0 ? [part] : [{ text: ", ", at: from, isPutIn: true }, part];
    });
    const sign = /[:：]\s*$/.test(line) ? " " : ": ";
    found.set(index, [
      { text: line.trimEnd(), at },
      { text: sign, at: at + line.trimEnd().length, isPutIn: true },
      ...said,
    ]);
    for (let taken = index + 1; taken <= last; taken += 1) found.set(taken, []);
  });
  return found;
}
