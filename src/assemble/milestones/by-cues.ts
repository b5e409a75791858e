import { memo } from "../../core/memo.ts";
import type { Milestone } from "../../core/postmortem.ts";
import { anyPattern } from "../../core/text/escape-pattern.ts";
import { MS_PER_HOUR } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import { normalizeHeading } from "../written/phrases.ts";
import { chooseDetected } from "./detected.ts";
import { chooseRelief, chooseResolved, isOvertakenEnd } from "./resolved.ts";
import { agree, type Choice, firstStory, isFrom, type ReadRow } from "./rows.ts";
import { chooseStarted, isOngoingBefore } from "./started.ts";
import { isBesides, tellsTwoStories } from "./stories.ts";

/** The rows that milestones have, and whether a row bears the label of its milestone. */
export type Found = Partial<
  Record<Milestone, (Choice & { readonly isStated: boolean }) | undefined>
>;

/** What a row is called before it tells its story: "Detected: …", "[IMPACT ENDS] …"; else null. */
function labelOf(text: string): string | null {
  const label = /^[^\p{L}\p{N}]*(\p{L}[\p{L} -]{1,39}?)\s*(?:[:：.–—·、\]]|\s-\s|$)/u.exec(
    text,
  )?.[1];
  return label === undefined ? null : normalizeHeading(label);
}

/** The first row that begins with each label: "Detected: …", "Resolved - …". */
function rowsByLabel(rows: readonly ReadRow[]): ReadonlyMap<string, ReadRow> {
  const found = new Map<string, ReadRow>();
  for (const row of rows) {
    const label = labelOf(row.text);
    if (label !== null && !found.has(label)) found.set(label, row);
  }
  return found;
}

/** The first row that begins with one of the milestone's own labels. */
function labelledRow(
  byLabel: ReadonlyMap<string, ReadRow>,
  labels: readonly string[],
): ReadRow | undefined {
  const [first] = labels
    .flatMap((label) => byLabel.get(label) ?? [])
    .toSorted((a, b) => a.index - b.index);
  return first;
}

/** Whether a row tells a milestone clearly after an end that is in doubt: it may be the first that is right. */
function comesLater(
  milestone: Milestone,
  rows: readonly ReadRow[],
  first: ReadRow,
  end: Found[Milestone],
): boolean {
  if (end?.isSure !== false) return false;
  return rows.some(
    (row) =>
      row.index > end.row.index &&
      row.tells(milestone) === "strong" &&
      !agree(first, row, undefined),
  );
}

/** The first row between detection and end that tells a milestone clearly, else one that may. */
function chooseBetween(
  milestone: Milestone,
  rows: readonly ReadRow[],
  { started, detected, resolved }: Found,
): Choice | null {
  const after = (detected ?? started)?.row;
  const own = rows.filter(
    (row) =>
      row.index >= (after?.index ?? 0) &&
      row.index <= (resolved?.row.index ?? rows.length) &&
      isFrom(row, after?.at ?? Number.NEGATIVE_INFINITY) &&
      row.tells(milestone) !== null,
  );
  // What somebody took for the cause is none.
  const clear = own.filter((row) => row.tells(milestone) === "strong" && !row.is("mistaken"));
  // "Issue identified" in the first row is its detection where a later row tells the cause.
  const isFirst = clear[0] === rows[0] && clear[0] === detected?.row;
  const first = milestone === "diagnosed" && isFirst ? (clear[1] ?? clear[0]) : clear[0];
  if (!first) {
    const row = own.find((one) => !one.is("fruitless"));
    return row ? { row, isSure: false } : null;
  }
  const isOver = rows
    .slice((after?.index ?? 0) + 1, first.index)
    .some((row) => row.tells("resolved") === "strong");
  // Whoever joins later acknowledges nothing any more.
  const isAlone = milestone === "acknowledged" || clear.every((row) => agree(first, row, after));
  const isLast = milestone !== "diagnosed" || !comesLater(milestone, rows, first, resolved);
  return { row: first, isSure: !isOver && isAlone && isLast };
}

/**
 * The first row after the detection in which people find what is wrong, else find something out, or else
 * say what it may come from, before things get better.
 */
function chooseFinding(
  rows: readonly ReadRow[],
  { started, detected, mitigated, resolved }: Found,
): Choice | null {
  const [from, end] = [(detected ?? started)?.row, (mitigated ?? resolved)?.row];
  const between = rows.filter(
    (one) =>
      from !== undefined &&
      one.index > from.index &&
      one.index <= (end?.index ?? rows.length) &&
      isFrom(one, from.at ?? Number.NEGATIVE_INFINITY) &&
      !one.is("fruitless"),
  );
  const findings = between.filter((one) => one.is("finding"));
  const row =
    findings.find((one) => one.is("fault")) ??
    findings[0] ??
    between.find((one) => one.is("explaining"));
  return row ? { row, isSure: false } : null;
}

/** Whether the start is doubtful, and what fails after the detection is noticed once more. */
function isOvertaken(rows: readonly ReadRow[], { started, detected }: Found): boolean {
  if (started?.isSure !== false || detected?.isStated !== false) return false;
  const failing = rows.find(
    (row) => row.index > detected.row.index && row.is("failure") && !row.is("mending"),
  );
  return rows.some(
    (row) => failing && row.index > failing.index && row.tells("detected") === "strong",
  );
}

/** Whether a row with a milestone's label speaks of something else: it lies beyond start or end. */
function isMisplaced(
  milestone: Milestone,
  row: ReadRow,
  rows: readonly ReadRow[],
  { started, resolved }: Found,
): boolean {
  if (milestone === "detected") {
    const before = rows.filter((one) => one.index < row.index);
    const isOver = before.some((one) => one.tells("resolved") === "strong");
    return isOver && before.some((one) => one.tells("detected") === "strong");
  }
  if (milestone === "resolved") return isOvertakenEnd(rows, row);
  if (milestone !== "diagnosed" || row.at === null) return false;
  const [start, end] = [started, resolved].map((one) => (one?.isSure === true ? one.row.at : null));
  return (start != null && row.at < start) || (end != null && row.at > end);
}

/** An alarm so long before a row that says who noticed: that row may tell of something else. */
const LONG_BEFORE = 2 * MS_PER_HOUR;

/** Whether a machine reported it long before the row with the label of the detection. */
function isNoticedLate(milestone: Milestone, row: ReadRow, rows: readonly ReadRow[]): boolean {
  const { at } = row;
  if (milestone !== "detected" || at === null) return false;
  const isAlarm = (one: ReadRow) => one.tells("detected") === "strong" && one.is("alarm");
  return rows.some(
    (one) => one.index < row.index && one.at !== null && at - one.at > LONG_BEFORE && isAlarm(one),
  );
}

/** So many rows that begin with what a status page calls its posts are such posts. */
const LEAST_POSTS = 3;

const fillersOf = memo(({ post_fillers: cues }: Vocabulary) => new RegExp(anyPattern(cues), "iu"));

/**
 * Whether a row is a post of a status page that says that something is identified, and else only that somebody
 * works on it: what was found by then, and whether it is the cause, it leaves open.
 */
function isBarePost(
  milestone: Milestone,
  row: ReadRow,
  byLabel: ReadonlyMap<string, ReadRow>,
  vocabulary: Vocabulary,
): boolean {
  const { post_states: states } = vocabulary;
  const label = milestone === "diagnosed" ? labelOf(row.text) : null;
  if (label === null || !states.includes(label)) return false;
  if (states.filter((state) => byLabel.has(state)).length < LEAST_POSTS) return false;
  const own = row.text.slice(row.text.toLowerCase().indexOf(label) + label.length);
  return !/\p{L}/u.test(own) || fillersOf(vocabulary).test(own);
}

/** The end of the impact is the mitigation where the incident has another end, and else its end. */
function withImpactEnd(found: Found, { frontmatter_keys: keys }: Vocabulary): Found {
  const { mitigated, ...others } = found;
  if (mitigated?.isStated !== true) return found;
  const { resolved = mitigated } = found;
  const label = labelOf(mitigated.row.text);
  const isEnd = label !== null && keys["times.resolved"].includes(label);
  return isEnd && resolved.row === mitigated.row ? { ...others, resolved } : found;
}

/** The start before a detection; where that is in doubt, so is a start that no row calls one. */
function startedBefore(rows: readonly ReadRow[], detected: Found["detected"]): Choice | null {
  const choice = chooseStarted(rows, detected?.row);
  const isOpen = detected?.isSure === false && choice?.row.tells("started") !== "strong";
  return choice && isOpen ? { ...choice, isSure: false } : choice;
}

/** Who takes it on after a detection that something else than the cues chose; null where no row tells. */
export function chooseAcknowledged(rows: readonly ReadRow[], found: Found): Choice | null {
  return chooseBetween("acknowledged", rows, found);
}

/**
 * A detection read from the very row of the start, in doubt where that tells what somebody read in logs or found out later:
 * "First failed requests in the logs".
 */
function withHindsight(found: Found): Found {
  const { started, detected } = found;
  if (!detected || detected.isStated || detected.row !== started?.row) return found;
  if (detected.row.is("alarm") || !detected.row.is("hindsight")) return found;
  return { ...found, detected: { ...detected, isSure: false } };
}

/** A time of day within a row, whose own stands before its text. */
const FURTHER_TIME = /\d{1,2}[:.h]\d{2}(?!\d)/;

/** An acknowledgement in the row of the detection may be at another time that the row tells. */
function withFurtherTimes(found: Found): Found {
  const { acknowledged, detected } = found;
  if (!acknowledged || acknowledged.row !== detected?.row) return found;
  if (!FURTHER_TIME.test(acknowledged.row.text)) return found;
  return { ...found, acknowledged: { ...acknowledged, isSure: false } };
}

/** Each milestone's row by its cues, in the order in which one helps to find the next. */
export function rowsByCues(all: readonly ReadRow[], vocabulary: Vocabulary): Found {
  const { milestones } = vocabulary;
  const rows = firstStory(all);
  const byLabel = rowsByLabel(rows);
  const found: Found = {};
  const areTwo = tellsTwoStories(rows);
  const isOfFirst = (milestone: Milestone) =>
    areTwo && (milestone === "started" || milestone === "detected");
  const put = (milestone: Milestone, choose: () => Choice | null) => {
    const named = labelledRow(byLabel, milestones[milestone].labels);
    const labelled = named && isMisplaced(milestone, named, rows, found) ? undefined : named;
    const isEarlier = labelled && milestone === "started" && isOngoingBefore(rows, labelled);
    const isOpen =
      labelled !== undefined &&
      (isNoticedLate(milestone, labelled, rows) ||
        isBarePost(milestone, labelled, byLabel, vocabulary));
    const isSure = !labelled || !(isEarlier || isOpen);
    const choice = labelled ? { row: labelled, isSure } : choose();
    if (!choice) return;
    const isStated = labelled !== undefined;
    const isOwn = !isBesides(milestone, choice.row, rows) && (isStated || !isOfFirst(milestone));
    found[milestone] = { ...choice, isSure: choice.isSure && isOwn, isStated };
  };
  put("detected", () => chooseDetected(rows));
  put("started", () => startedBefore(rows, found.detected));
  if (found.detected && isOvertaken(rows, found)) {
    found.detected = { ...found.detected, isSure: false };
  }
  put("resolved", () => chooseResolved(rows, found.started?.row, found.detected?.row));
  if (found.resolved && rows !== all) found.resolved = { ...found.resolved, isSure: false };
  for (const milestone of ["acknowledged", "mitigated", "diagnosed"] as const) {
    put(milestone, () => chooseBetween(milestone, rows, found));
  }
  if (!found.diagnosed) put("diagnosed", () => chooseFinding(rows, found));
  if (!found.mitigated) put("mitigated", () => chooseRelief(rows, found));
  return withHindsight(withFurtherTimes(withImpactEnd(found, vocabulary)));
}
