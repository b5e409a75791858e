import type { Milestone } from "../../core/postmortem.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import { isElsewhere, type ReadRow } from "./rows.ts";

/** Whether a row tells of something else than the incident, or a later one says that what it tells is not so. */
export function isBesides(milestone: Milestone, row: ReadRow, rows: readonly ReadRow[]): boolean {
  if (row.is("apart")) return true;
  if (milestone === "resolved") return row.is("aftermath");
  return (
    milestone === "diagnosed" && rows.some((one) => one.index > row.index && one.is("mistaken"))
  );
}

/** What begins so long after an end, and not as something that comes back, may be another incident. */
const LEAST_PAUSE = 2 * MS_PER_HOUR;

function isNoticed(row: ReadRow): boolean {
  return row.tells("detected") === "strong";
}

function isOver(row: ReadRow): boolean {
  return row.tells("resolved") === "strong";
}

/** Whether something begins in a row for the first time. */
function isNew(row: ReadRow): boolean {
  const isTrouble = row.tells("started") === "strong" || row.is("failure");
  return isTrouble && !isOver(row) && !row.is("mending") && !row.is("relapse");
}

/**
 * Whether rows tell of two incidents: what was noticed and is over, and hours later something that is noticed and is over,
 * of which no row says that it came back. Which of them the document is about, no row tells.
 */
export function tellsTwoStories(rows: readonly ReadRow[]): boolean {
  const noticed = rows.findIndex(isNoticed);
  const over = noticed === -1 ? -1 : rows.findIndex((row, index) => index > noticed && isOver(row));
  const end = over === -1 ? null : (rows[over]?.at ?? null);
  if (end === null) return false;
  const later = rows.slice(over + 1).filter((row) => !isElsewhere(row));
  const begun = later.find((row) => isNew(row) || row.is("relapse") || isNoticed(row));
  if (!begun || !isNew(begun) || begun.at === null || begun.at - end < LEAST_PAUSE) return false;
  const rest = later.slice(later.indexOf(begun));
  return rest.some((row) => isNoticed(row) && !row.is("relapse")) && rest.some(isOver);
}
