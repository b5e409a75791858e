import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import { agree, type Choice, isElsewhere, latest, type ReadRow } from "./rows.ts";

/** Whether others or a machine tell of it, who may do so long after it began. */
function isReported(row: ReadRow): boolean {
  return row.is("outsider") || row.is("alarm");
}

/** Whether a row tells of a failure, not of what people do about one. */
function isFailing(row: ReadRow): boolean {
  return row.is("failure") && !row.is("mending") && !row.is("investigating");
}

function isReport(row: ReadRow): boolean {
  return row.tells("detected") === "strong" && isReported(row);
}

function isChange(row: ReadRow): boolean {
  return row.is("slip") || (row.is("change") && !row.is("mending"));
}

/** Whether a row of a kind comes well before another. */
function isPreceded(
  rows: readonly ReadRow[],
  row: ReadRow,
  isKind: (one: ReadRow) => boolean,
): boolean {
  return rows.some((one) => one.index < row.index && isKind(one) && !agree(one, row, undefined));
}

/** A change that set it off: the last before it was noticed, if it was noticed soon after. */
function chosenChange(before: readonly ReadRow[], detected: ReadRow | undefined): Choice | null {
  const changes = before.filter(isChange);
  const row = changes.findLast((one) => one.is("slip")) ?? changes.at(-1);
  if (!row) return null;
  const wait = (detected?.at ?? Number.POSITIVE_INFINITY) - (row.at ?? 0);
  // What others do first may be the start: "a new account is opened".
  const isFirst = !isPreceded(before, row, (one) => one.is("outsider"));
  return { row, isSure: changes.length === 1 && wait <= MS_PER_DAY && isFirst };
}

/** A row that is both start and detection: it tells what happened before it tells who noticed. */
function startedAtDetection(detected: ReadRow): Choice | null {
  if (detected.tells("started") === "strong") return { row: detected, isSure: true };
  const opens = detected.opensWith(["failure", "slip"], "detected");
  return opens ? { row: detected, isSure: !isReported(detected) } : null;
}

/** What those who respond see for themselves, where nothing is said of before. */
function startedAsSeen(detected: ReadRow): Choice | null {
  const isFirst = detected.index === 0 && detected.tells("detected") === "strong";
  const happens = isFailing(detected) || detected.is("slip") || isFirst;
  return happens && !isReported(detected) ? { row: detected, isSure: false } : null;
}

/** The very row of the detection, where something begins in it: "Alert fires as error rate jumps". */
function startedWithAlarm(detected: ReadRow): Choice | null {
  if (!detected.is("onset") || detected.is("ongoing") || detected.is("hindsight")) return null;
  return { row: detected, isSure: false };
}

/** Rows from the last failure on that is not over before a change follows it. */
function fromLastTrouble(before: readonly ReadRow[]): readonly ReadRow[] {
  const lastChange = before.findLast(isChange)?.index ?? -1;
  const over = before.findLast(
    (row) => row.index < lastChange && row.tells("resolved") !== null && !row.is("change"),
  );
  return over ? before.filter(({ index }) => index > over.index) : before;
}

/** Whether the first row, well before another, says that it goes on failing: it began earlier. */
export function isOngoingBefore(rows: readonly ReadRow[], row: ReadRow): boolean {
  const [first] = rows;
  if (!first || first.index >= row.index || agree(first, row, undefined)) return false;
  return first.is("ongoing");
}

/**
 * The row with which the impact begins: the first that says so or in which something fails, else
 * the change that set it off. Where the timeline begins with the detection the start is not known.
 */
export function chooseStarted(
  rows: readonly ReadRow[],
  detected: ReadRow | undefined,
): Choice | null {
  const choice = firstStart(rows, detected);
  return choice && isOngoingBefore(rows, choice.row) ? { ...choice, isSure: false } : choice;
}

function firstStart(rows: readonly ReadRow[], detected: ReadRow | undefined): Choice | null {
  const end = (detected && latest(detected)) ?? Number.POSITIVE_INFINITY;
  const before = rows.filter(
    (row) =>
      row.index < (detected?.index ?? rows.length) &&
      (row.at ?? end) <= end &&
      !isElsewhere(row) &&
      !isReport(row),
  );
  const said = before.find((row) => row.tells("started") === "strong");
  if (said) return { row: said, isSure: !isPreceded(before, said, isFailing) };
  const rest = detected ? fromLastTrouble(before) : before;
  const failing = rest.find(isFailing);
  const hinted = rest.find((row) => row.tells("started") === "weak");
  if (hinted && (!failing || hinted.index < failing.index)) return { row: hinted, isSure: false };
  if (failing) {
    const isLast = !before.some(
      (row) => row.index > failing.index && (isChange(row) || row.tells("resolved") === "strong"),
    );
    return { row: failing, isSure: isLast && rest === before && !failing.is("ongoing") };
  }
  const change = (detected && startedAtDetection(detected)) ?? chosenChange(rest, detected);
  if (change) return { ...change, isSure: change.isSure && rest === before };
  const [first] = before;
  if (first) return { row: first, isSure: false };
  return detected ? (startedAsSeen(detected) ?? startedWithAlarm(detected)) : null;
}
