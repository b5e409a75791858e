import type { Choice, ToldRow } from "./milestones-rows.ts";

const MS_PER_DAY = 24 * 60 * 60_000;

function isProduction(row: ToldRow): boolean {
  return !row.is("elsewhere") || /\bprod/i.test(row.text);
}

function isChange(row: ToldRow): boolean {
  return row.is("slip") || (row.is("change") && !row.is("mending"));
}

/** A change that set it off: the last one before it was noticed, if it was noticed soon after. */
function chosenChange(before: readonly ToldRow[], detected: ToldRow | undefined): Choice | null {
  const changes = before.filter(isChange);
  const last = changes.at(-1);
  if (!last) return null;
  const wait = (detected?.at ?? Number.POSITIVE_INFINITY) - (last.at ?? 0);
  const isPlain = last.is("slip") || wait <= MS_PER_DAY;
  return { row: last, isSure: changes.length === 1 && isPlain };
}

/** A row that is both start and detection: it says what happened before it says who noticed. */
function startedAtDetection(detected: ToldRow): Choice | null {
  if (detected.tells("started") === "strong") return { row: detected, isSure: true };
  const isTold = detected.is("outsider") || /\balert/i.test(detected.text);
  const happens = detected.is("failure") || detected.is("slip");
  return happens && !isTold ? { row: detected, isSure: false } : null;
}

/**
 * The row with which the impact begins: the first that says so or in which something fails, else
 * the change that set it off. Where the timeline begins with the detection the start is not told.
 */
export function chooseStarted(
  rows: readonly ToldRow[],
  detected: ToldRow | undefined,
): Choice | null {
  const before = (detected ? rows.slice(0, detected.index) : rows).filter(isProduction);
  const said = before.find((row) => row.tells("started") === "strong");
  if (said) return { row: said, isSure: true };
  const failing = before.find((row) => row.is("failure"));
  if (failing) {
    const isLast = !before.some((row) => row.index > failing.index && isChange(row));
    return { row: failing, isSure: isLast };
  }
  const change = chosenChange(before, detected);
  if (change) return { ...change, isSure: change.isSure && detected !== undefined };
  const [first] = before;
  if (first) return { row: first, isSure: false };
  return detected ? startedAtDetection(detected) : null;
}
