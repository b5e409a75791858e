import { agree, type Choice, type ReadRow } from "./rows.ts";

/** Whether something goes wrong in a row. */
function isTrouble(row: ReadRow): boolean {
  return row.is("failure") || row.is("slip");
}

/** Whether people act on the trouble in a row; one that says that it is over is no sign of that. */
function isReaction(row: ReadRow, trouble: ReadRow): boolean {
  const acts = row.is("responding");
  if (!acts && row.tells("detected") !== "weak") return false;
  const isOver =
    row.tells("resolved") === "strong" && !row.opensWith(["investigating"], "resolved");
  const isWhole = row !== trouble || acts || row.is("investigating");
  return !isOver && row.index >= trouble.index && isWhole;
}

/** Whether others tell of it in a row, or somebody acts on it there, though no word says that it is noticed. */
function isKnownIn(row: ReadRow): boolean {
  if (row.is("change")) return false;
  const isActedOn = row.tells("detected") === "weak" || row.tells("diagnosed") === "strong";
  return isActedOn || (row.is("outsider") && row.is("alarm"));
}

/** Whether somebody looks into something in a row, finds something out or does something about it. */
function isWorkIn(row: ReadRow): boolean {
  if (row.is("investigating")) return true;
  // A change that is told of by what it did may be the one that set it off.
  if (row.is("change")) return row.is("looking") && row.is("failure");
  if (row.is("looking")) return true;
  // What is found, mended or restarted first of all may be how it began.
  const isFound = row.is("finding") || row.tells("diagnosed") !== null;
  return row.index > 0 && (isFound || row.is("mending") || row.is("remedy"));
}

/** Whether somebody seems to have known of it well before the row that says so: who reports it may not be the first. */
function isKnownBefore(rows: readonly ReadRow[], noticed: ReadRow): boolean {
  const before = rows.slice(0, noticed.index).filter((row) => !agree(row, noticed, undefined));
  const isReport = noticed.is("outsider") && !noticed.is("alarm");
  return before.some((row) => isKnownIn(row) || (isReport && isWorkIn(row)));
}

/** Whether a row only tells what somebody found out, after something failed: the trouble may have been noticed before. */
function isFindingAlone(rows: readonly ReadRow[], noticed: ReadRow): boolean {
  if (noticed.is("alarm") || noticed.is("outsider") || noticed.tells("diagnosed") === null)
    return false;
  return rows
    .slice(0, noticed.index)
    .some((row) => isTrouble(row) && !agree(row, noticed, undefined));
}

/**
 * Whether a row only has a word for it, and what raises alarms does so in a later one: "First failed requests
 * observed" may come from logs that somebody read when all was over.
 */
function isTooEarly(rows: readonly ReadRow[], noticed: ReadRow): boolean {
  if (noticed.is("alarm") || noticed.is("outsider") || noticed.is("responding")) return false;
  return rows
    .slice(noticed.index + 1)
    .some(
      (row) =>
        row.is("alarm") && row.tells("detected") === "strong" && !agree(noticed, row, undefined),
    );
}

/** Whether it is over by itself in the next row, and goes wrong again later: that may be another story. */
function isOverAtOnce(rows: readonly ReadRow[], noticed: ReadRow): boolean {
  const next = rows[noticed.index + 1];
  if (next?.tells("resolved") !== "strong" || isAct(next)) return false;
  return rows
    .slice(next.index + 1)
    .some((row) => row.tells("detected") === "strong" && row.is("failure"));
}

function isAct(row: ReadRow): boolean {
  return row.is("change") || row.is("mending") || row.tells("detected") !== null;
}

/** The last row before anybody acts in which a report of outsiders reaches those who respond. */
function handedOn(rows: readonly ReadRow[], noticed: ReadRow): ReadRow | undefined {
  if (!noticed.is("outsider") || noticed.is("team_informed")) return undefined;
  const later = rows.slice(noticed.index + 1);
  const acted = later.findIndex(
    (row) => row.is("investigating") || row.tells("diagnosed") === "strong",
  );
  const before = later.slice(0, acted === -1 ? undefined : acted + 1);
  return before.findLast((row) => row.is("team_informed") && !row.is("failure"));
}

/**
 * The first row in which somebody or something notices the trouble. People who act on it before
 * have noticed it by then: their first act is the latest that it can be.
 */
export function chooseDetected(rows: readonly ReadRow[]): Choice | null {
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
  if (!later) {
    const isDoubtful =
      isKnownBefore(rows, noticed) ||
      isFindingAlone(rows, noticed) ||
      isOverAtOnce(rows, noticed) ||
      isTooEarly(rows, noticed);
    return { row: noticed, isSure: !isDoubtful };
  }
  return { row: later, isSure: agree(noticed, later, undefined) };
}
