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
 * defined as behind a colon, "Severity: SEV-3".
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
    const [at, behind] = [starts[index] ?? 0, starts[next] ?? 0];
    const said = lines[next] ?? "";
    const lead = DEFINITION.exec(said)?.[0].length ?? 0;
    const sign = /[:：]\s*$/.test(line) ? " " : ": ";
    found.set(index, [
      { text: line.trimEnd(), at },
      { text: sign, at: at + line.trimEnd().length, isPutIn: true },
      { text: said.slice(lead), at: behind + lead },
    ]);
    for (let taken = index + 1; taken <= next; taken += 1) found.set(taken, []);
  });
  return found;
}
