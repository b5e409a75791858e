import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { agree, type Choice, isElsewhere, isFrom, type ReadRow } from "./rows.ts";

function isRelapse(row: ReadRow): boolean {
  if (row.tells("resolved") === "strong") return false;
  const isReport = row.tells("detected") === "strong" && row.is("outsider");
  return (row.is("failure") && !row.is("mending")) || row.is("relapse") || isReport;
}

/** A relapse beyond doubt: people who look into it later may find it still broken elsewhere. */
function isClearRelapse(row: ReadRow): boolean {
  return isRelapse(row) && !row.is("investigating") && !isElsewhere(row);
}

/** Whether it goes wrong again after a row that bears the label of an end: what flaps is not over. */
export function isOvertakenEnd(rows: readonly ReadRow[], row: ReadRow): boolean {
  return between(rows, row).some(
    (one) =>
      one.tells("detected") === "strong" &&
      one.tells("resolved") !== "strong" &&
      (isClearRelapse(one) || one.is("alarm")),
  );
}

/** Rows that lie strictly between two, or after one. */
function between(rows: readonly ReadRow[], from: ReadRow, to?: ReadRow): readonly ReadRow[] {
  return rows.slice(from.index + 1, to?.index);
}

function isState(row: ReadRow): boolean {
  return row.tells("resolved") === "strong" && !row.is("end_reported");
}

/** The row before one that only tells of the end, or mends for good what worked already. */
function endBefore(
  rows: readonly ReadRow[],
  candidates: readonly ReadRow[],
  last: ReadRow,
): ReadRow | undefined {
  if (!last.is("end_reported") && !last.is("lasting")) return undefined;
  const earlier = candidates.findLast(
    (row) =>
      row.index < last.index &&
      (isState(row) || (row.tells("resolved") === "weak" && !row.is("lasting"))),
  );
  const isLasting = earlier && !between(rows, earlier, last).some(isRelapse);
  if (isLasting) return earlier;
  // Where all rows only tell of the end, the first of them is nearest to it.
  const late = candidates.filter(
    (row) => row.tells("resolved") === "strong" && !between(rows, row, last).some(isRelapse),
  );
  return earlier === undefined && late.every((row) => row.is("end_reported")) ? late[0] : undefined;
}

/** The row in which the outage itself ends, where the last only closes the incident. */
function outageEnd(
  rows: readonly ReadRow[],
  candidates: readonly ReadRow[],
  last: ReadRow,
): ReadRow | undefined {
  const over = candidates.findLast((row) => row.is("outage_over") && row.index < last.index);
  return over && !between(rows, over, last).some(isRelapse) ? over : undefined;
}

/** Whether rows after the last that says it is over tell, some time later, of what may be its end. */
function goesOn(later: readonly ReadRow[], last: ReadRow, from: ReadRow | undefined): boolean {
  // What a monitor says, or somebody of the whole incident, is over whatever is done later.
  if (last.is("alarm") || last.is("incident_over")) return false;
  // As long as somebody mends it, some minutes count even in a long incident.
  return later.some(
    (row) =>
      !row.is("end_reported") &&
      !row.is("lasting") &&
      !agree(last, row, row.is("remedy") && row.tells("resolved") === null ? undefined : from),
  );
}

/** Whether rows lie so far apart that what goes wrong between them may be another incident. */
function isDaysBefore(one: ReadRow, other: ReadRow): boolean {
  return one.at !== null && other.at !== null && other.at - one.at > MS_PER_DAY;
}

/**
 * The rows but for those that tell that somebody looked, and that a part is well: what is wrong is found or mended
 * only later.
 */
function withoutChecks(
  candidates: readonly ReadRow[],
  rows: readonly ReadRow[],
): readonly ReadRow[] {
  const found = rows.findLast(
    (one) => one.tells("diagnosed") === "strong" || one.tells("mitigated") === "strong",
  );
  const isCheck = (row: ReadRow) => row.is("investigating") || row.is("fruitless");
  return candidates.filter((row) => row.index >= (found?.index ?? 0) || !isCheck(row));
}

function chosenState(
  rows: readonly ReadRow[],
  all: readonly ReadRow[],
  from: ReadRow | undefined,
): Choice | null {
  const candidates = withoutChecks(all, rows);
  const last = candidates.findLast((row) => row.tells("resolved") === "strong");
  if (!last) return null;
  const row = outageEnd(rows, candidates, last) ?? endBefore(rows, candidates, last) ?? last;
  const later = between(rows, last);
  if (later.some(isRelapse) || goesOn(later, last, from)) return { row, isSure: false };
  if (row !== last && row.tells("resolved") !== "strong") {
    return { row, isSure: agree(row, last, undefined) };
  }
  if (row.is("outage_over")) return { row, isSure: true };
  const competing = candidates.filter(
    (other) =>
      other.index < row.index &&
      other.tells("resolved") === "strong" &&
      (isDaysBefore(other, row) || !between(rows, other, row).some(isClearRelapse)),
  );
  return { row, isSure: competing.every((other) => agree(other, row, from)) };
}

/** The last row of mending after which nothing goes wrong any more. */
function chosenMending(rows: readonly ReadRow[], candidates: readonly ReadRow[]): Choice | null {
  const mended = candidates.filter(
    (row) => row.tells("resolved") === "weak" || (row.is("better") && !row.is("fruitless")),
  );
  const row = mended.findLast((one) => !one.is("lasting")) ?? mended.at(-1);
  if (!row || between(rows, row).some(isRelapse)) return null;
  return { row, isSure: false };
}

/** Whether a row tells what was found out: the change in it, "a bad deploy", is then the cause. */
function isFound(row: ReadRow): boolean {
  return row.is("finding") || row.tells("diagnosed") !== null;
}

/** Whether something is changed or gets better in a row, and nothing fails. */
function isAct(row: ReadRow): boolean {
  const isDone = row.is("mending") || row.is("better") || (row.is("change") && !isFound(row));
  return isDone && !row.is("fruitless") && !row.is("failure") && !row.is("slip");
}

/** Whether a row may be the last word: nothing fails or is found in it, and nobody only looks or tells. */
function isQuiet(row: ReadRow): boolean {
  const isOpen = row.is("failure") || row.is("slip") || row.is("investigating");
  const isReport = row.is("end_reported") || row.is("fruitless") || row.text === "";
  return !isOpen && !isReport && !isFound(row) && !row.denies("resolved");
}

/**
 * The last act of a timeline that says nowhere that it is over, else its last row; nothing goes wrong
 * after it.
 */
function chosenAct(
  rows: readonly ReadRow[],
  candidates: readonly ReadRow[],
  detected: ReadRow | undefined,
): Choice | null {
  if (!detected) return null;
  const later = candidates.filter(
    (one) => one.index > detected.index && !one.isDay && !one.is("aftermath"),
  );
  const last = later.at(-1);
  const row = later.findLast(isAct) ?? (last && isQuiet(last) ? last : undefined);
  if (!row || row.at === null || between(rows, row).some(isRelapse)) return null;
  return { row, isSure: false };
}

/**
 * The row in which it is over: the last that says so, or the one before it where that only tells of
 * the end. Where none says so, the last that mends something, or else in which something is done, with
 * low confidence.
 */
export function chooseResolved(
  rows: readonly ReadRow[],
  started: ReadRow | undefined,
  detected: ReadRow | undefined,
): Choice | null {
  const first = detected ?? started;
  const candidates = rows.filter(
    (row) =>
      row.index >= (first?.index ?? 0) &&
      isFrom(row, first?.at ?? Number.NEGATIVE_INFINITY) &&
      !isElsewhere(row),
  );
  const choice =
    chosenState(rows, candidates, started ?? detected) ??
    chosenMending(rows, candidates) ??
    chosenAct(rows, candidates, detected);
  // Among rows with times of day, a row with a day alone tells only that it was over by then.
  const isByThen = choice?.row.isDay === true && areTimed(rows);
  return choice && isByThen ? { ...choice, isSure: false } : choice;
}

/** Whether most rows have a time of day. */
function areTimed(rows: readonly ReadRow[]): boolean {
  return rows.filter(({ isDay }) => isDay).length * 2 < rows.length;
}

/** The rows of a timeline that bound the relief: it lies between them. */
interface Bounds {
  readonly detected?: Choice | undefined;
  readonly diagnosed?: Choice | undefined;
  readonly resolved?: Choice | undefined;
}

/**
 * The first row after the cause is known in which things get better and stay so, where a later one
 * says that the incident is over; with low confidence.
 */
export function chooseRelief(
  rows: readonly ReadRow[],
  { detected, diagnosed, resolved }: Bounds,
): Choice | null {
  const [from, end] = [(diagnosed ?? detected)?.row, resolved?.row];
  if (!from || end?.tells("resolved") !== "strong") return null;
  const relief = between(rows, from, end).find(
    (row) =>
      (row.tells("resolved") === "strong" || row.is("better")) &&
      !row.is("lasting") &&
      !row.is("fruitless") &&
      !isElsewhere(row) &&
      isFrom(row, from.at ?? Number.NEGATIVE_INFINITY) &&
      !between(rows, row, end).some(isClearRelapse),
  );
  return relief ? { row: relief, isSure: false } : null;
}
