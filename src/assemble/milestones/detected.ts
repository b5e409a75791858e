import { agree, type Choice, type ToldRow } from "./rows.ts";

/** Whether something goes wrong in a row. */
function isTrouble(row: ToldRow): boolean {
  return row.is("failure") || row.is("slip");
}

/** Whether people act on the trouble in a row; one that says that it is over is no sign of that. */
function isReaction(row: ToldRow, trouble: ToldRow): boolean {
  const acts = row.is("responding");
  if (!acts && row.tells("detected") !== "weak") return false;
  const isOver =
    row.tells("resolved") === "strong" && !row.opensWith(["investigating"], "resolved");
  const isWhole = row !== trouble || acts || row.is("investigating");
  return !isOver && row.index >= trouble.index && isWhole;
}

/** The row after a public report in which those who respond learn of it. */
function handedOn(rows: readonly ToldRow[], noticed: ToldRow): ToldRow | undefined {
  const next = rows[noticed.index + 1];
  const isLate = next?.is("team_informed") === true && !noticed.is("team_informed");
  return isLate && noticed.is("outsider") ? next : undefined;
}

/**
 * The first row in which somebody or something notices the trouble. People who act on it before
 * have noticed it by then: their first act is the latest that it can be.
 */
export function chooseDetected(rows: readonly ToldRow[]): Choice | null {
  const noticed = rows.find((row) => row.tells("detected") === "strong");
  const trouble = rows.find(isTrouble);
  const reacted = rows.find((row) => trouble !== undefined && isReaction(row, trouble));
  if (reacted && (!noticed || reacted.index < noticed.index))
    return { row: reacted, isSure: false };
  if (!noticed) return null;
  if (noticed.isDay && rows.some((row) => !row.isDay && row.tells("detected") === "strong")) {
    return { row: noticed, isSure: false };
  }
  const later = handedOn(rows, noticed);
  if (!later) return { row: noticed, isSure: true };
  return { row: later, isSure: agree(noticed, later, undefined) };
}
