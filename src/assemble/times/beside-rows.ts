import { inDoubt, isExact } from "../../core/document/fact.ts";
import { type Fact, MILESTONES, type Timeline } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import type { BodyTimes } from "./body-times.ts";

/**
 * What sentences tell of milestones that the rows of a timeline leave out, and of a start in doubt; and what
 * posts of a status page tell only later.
 */
export function besideRows(inProse: BodyTimes, inRows: BodyTimes, arePosts: boolean): BodyTimes {
  const kept = MILESTONES.flatMap((name) => {
    const [said, row] = [inProse[name], inRows[name]];
    const isDoubted = name === "started" && row?.source.confidence === "low";
    // An end before the post "Monitoring" may be that of the impact alone.
    const isEased =
      name === "resolved" && said && inRows.mitigated && said.value <= inRows.mitigated.value;
    const isLater = arePosts && isEased !== true && said && row && said.value < row.value;
    // Beyond an end in doubt, sentences may tell the true one.
    const isOpen = row?.source.confidence === "low";
    const isBeyond = name === "resolved" && isOpen && said !== undefined && said.value > row.value;
    const isOther = isLater === true || isBeyond;
    const isLeft = !row || row.source.precision === "day" || isDoubted || isOther;
    // What is said of the end alone is no mitigation.
    const isEnd = name === "mitigated" && said?.value === inRows.resolved?.value;
    const isTold = row !== undefined && row.source.precision !== "day";
    const isLess = said?.source.confidence === "low" && !isOther && isTold;
    if (!said || isEnd || isLess || !isLeft) return [];
    return [[name, inDoubt(said)] as const];
  });
  return Object.fromEntries(kept);
}

const CLOCK = /(?<![\d.:])\d{1,2}[:.h]\d{2}(?![\d.:])|\d\s?[ap]\.?m\b/i;

/** What mails tell, in doubt where one tells a time of its own: "Closed at 16:50", sent at 16:58. */
export function besideOwnTimes(inRows: BodyTimes, timeline: Timeline | null): BodyTimes {
  const rows = (timeline?.rows ?? []).filter(({ text }) => CLOCK.test(text));
  const kept = MILESTONES.flatMap((name) => {
    const fact = inRows[name];
    if (!fact) return [];
    const isOther = rows.some(({ at }) => at === fact.value);
    return [[name, isOther ? inDoubt(fact) : fact] as const];
  });
  return Object.fromEntries(kept);
}

/** So far apart two readings of one milestone are not the same. */
export const APART_MS = 10 * MS_PER_MINUTE;

/**
 * Whether a row with the label of its milestone may be a post, "Resolved – …", written some minutes after
 * what a sentence tells.
 */
function isPostedLater(said: Fact<number>, row: Fact<number>): boolean {
  const lag = row.value - said.value;
  return lag >= MS_PER_MINUTE && lag <= APART_MS;
}

/** What rows tell, in doubt where a sentence tells another time: clearly, or shortly before a row with a label. */
export function besideSentences(
  inRows: BodyTimes,
  inProse: BodyTimes,
  arePosts: boolean,
): BodyTimes {
  const kept = MILESTONES.flatMap((name) => {
    const [said, row] = [inProse[name], inRows[name]];
    if (!row) return [];
    // A second person may have taken it on, too.
    const isFirst = name === "acknowledged";
    if (isFirst || said === undefined || !isExact(said) || !isExact(row)) {
      return [[name, row] as const];
    }
    const isPost = arePosts && said.value < row.value;
    const isApart =
      row.source.how === "stated"
        ? isPostedLater(said, row)
        : isClear(said) && Math.abs(said.value - row.value) > APART_MS;
    const isOther = isPost || isApart;
    return [[name, isOther ? inDoubt(row) : row] as const];
  });
  return Object.fromEntries(kept);
}

/** Whether a time is known exactly, and beyond doubt. */
export function isClear(fact: Fact<number> | undefined): fact is Fact<number> {
  return fact !== undefined && isExact(fact) && fact.source.confidence !== "low";
}
