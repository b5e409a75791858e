import { inDoubt } from "../../core/document/fact.ts";
import { memo } from "../../core/memo.ts";
import type { EpochMs, Fact, Milestone } from "../../core/postmortem.ts";
import { anyWord } from "../../core/text/escape-pattern.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";
import type { AssembleContext } from "../context.ts";
import { type RowCues, rowCues, sentencesOf } from "../milestones/cues.ts";
import type { WrittenTime } from "../written/times.ts";
import type { BodyTimes } from "./body-times.ts";
import { namedBeforeBracket } from "./bracketed-noun.ts";
import type { BodyTimesReading } from "./instants.ts";
import { timesOfOtherDays } from "./other-days.ts";
import { ALSO_OTHERS, type SentenceTime, type TimeInSentence, wordsIn } from "./sentence-times.ts";
import { isUnawareUntil, tellsEnd, withoutData } from "./story-cues.ts";

interface Prepositions {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly between: RegExp;
  readonly and: RegExp;
  /** The latest that something was so: "by 10:40 UTC we had …". */
  readonly by: RegExp;
  /** Before the time from which on something is so: "fixed since 10:40 UTC". */
  readonly since: RegExp;
  /** What makes the end of a state its beginning: "was not noticed until 10:40 UTC". */
  readonly notUntil: RegExp;
  /** Nothing but the word between the two times of a range: "from 19:02 UTC to 19:41 UTC". */
  readonly to: RegExp;
}

const prepositionsOf = memo(({ prose_times, clock_words, months }: Vocabulary): Prepositions => {
  const { start, end, between, and, around, by, not_until, since } = prose_times;
  // A date may begin with its month: "from March 14, 19:02 UTC".
  const month = String.raw`${anyWord(months.flat())}(?!\p{L})`;
  const behind = String.raw`\s*(?:[~≈]|${anyWord(around)}\s)?\s*(?:\d|${month})`;
  const at = (words: readonly string[]) =>
    new RegExp(String.raw`(?<!\p{L})${anyWord(words)}(?:${behind}|$)`, "iu");
  return {
    start: at(start),
    end: at(end),
    between: at(between),
    and: at(and),
    by: at(by),
    since: at(since),
    notUntil: new RegExp(String.raw`(?<!\p{L})${anyWord(not_until)}(?!\p{L})\s?`, "iu"),
    to: new RegExp(String.raw`^\s*${anyWord(clock_words.to)}\s*(?:\d|${month})`, "iu"),
  };
});

/** What the times before one in a story mean. */
interface Before {
  /** Whether the last opened a range: "between 10:00". */
  readonly isOpen: boolean;
  /** Whether it was the beginning of one: "from 10:00". */
  readonly isFrom: boolean;
  readonly isDetected: boolean;
  /** Whether the story has told a start or a detection, but no end. */
  readonly isUnderWay: boolean;
}

/** What a clause may tell, the clearest first. */
const TOLD = ["resolved", "mitigated", "diagnosed", "acknowledged", "detected", "started"] as const;
/** A sentence that tells what happened from when to when has as many words. */
const LEAST_WORDS = 3;

function isWindow({ time }: WrittenTime, until: WrittenTime | null): boolean {
  return time !== null && until?.time != null && !time.equals(until.time);
}

/** Whether somebody did something that may have been enough: "rolled the driver back". */
function isRemedy(sentences: readonly string[], cues: RowCues): boolean {
  return cues.isKind(sentences, "remedy") && !cues.isKind(sentences, "fruitless");
}

/** What a time in a sentence tells: by the word before it, else by what its clause says. */
function meaningOf(
  { time, before, clause, until, isAside, text: { kind } }: TimeInSentence,
  { isOpen, isFrom, isDetected, isUnderWay }: Before,
  { vocabulary }: AssembleContext,
): { readonly milestone: Milestone; readonly isSure: boolean } | null {
  const named = isAside ? namedBeforeBracket(before, vocabulary) : null;
  // What changes after it was noticed did not begin it.
  if (named !== null && !(named === "started" && isDetected)) {
    return { milestone: named, isSure: false };
  }
  const words = prepositionsOf(vocabulary);
  const cues = rowCues(vocabulary);
  const isUntil = words.end.test(before);
  const isTurned = isUntil && words.notUntil.test(before);
  if (!isDetected && isUnawareUntil(before, vocabulary)) {
    return { milestone: "detected", isSure: isUntil && !ALSO_OTHERS.has(kind) };
  }
  const sentences = sentencesOf(isTurned ? clause.replace(words.notUntil, "") : clause);
  const isOther = ALSO_OTHERS.has(kind);
  if ((isOpen && words.and.test(before)) || (isFrom && !isOther && words.to.test(before)))
    return { milestone: "resolved", isSure: !isOther };
  const isWork = cues.isKind(sentences, "investigating") || cues.isKind(sentences, "mending");
  const isWell = cues.strengthOf(sentences, "resolved") === "strong";
  const isEnd = kind === "resolution" && isWell;
  const isOver = isWell && words.since.test(before);
  if (isOver || (isEnd && words.start.test(before)))
    return { milestone: "resolved", isSure: false };
  if (words.start.test(before) || words.between.test(before)) {
    return { milestone: "started", isSure: !isWork && !isOther };
  }
  if (isUntil && !isTurned) return { milestone: "resolved", isSure: !isWork && !isOther };
  const isLatest = words.by.test(before);
  for (const milestone of TOLD) {
    if (milestone === "detected" && isDetected) continue;
    if (milestone === "started" && isLatest) continue;
    if (cues.strengthOf(sentences, milestone) === "strong") {
      const isItsEnd = milestone === "resolved" && isEnd;
      return { milestone, isSure: !isOther || isItsEnd };
    }
  }
  const isFound =
    isDetected && cues.isKind(sentences, "finding") && !cues.isKind(sentences, "fruitless");
  if (isFound || cues.strengthOf(sentences, "diagnosed") === "weak") {
    return { milestone: "diagnosed", isSure: false };
  }
  if (tellsEnd(clause, vocabulary) && !ALSO_OTHERS.has(kind)) {
    return { milestone: "resolved", isSure: false };
  }
  if ((kind === "resolution" || isUnderWay) && isRemedy(sentences, cues)) {
    return { milestone: "mitigated", isSure: false };
  }
  if (kind === "detection" && !isDetected) return { milestone: "detected", isSure: false };
  const isTrouble =
    cues.isKind(sentences, "failure") ||
    kind === "cause" ||
    (isWindow(time, until) && wordsIn(clause) >= LEAST_WORDS && !isOther && !isWork) ||
    (!isDetected && cues.isKind(sentences, "change") && !isWork);
  return isTrouble && !isLatest ? { milestone: "started", isSure: false } : null;
}

type Meaning = NonNullable<ReturnType<typeof meaningOf>>;

/** Whether a milestone is known already: the last end counts, and a sure start more than one in doubt. */
function isKnown({ milestone, isSure }: Meaning, before: Fact<EpochMs> | undefined): boolean {
  if (milestone === "resolved" || before === undefined) return false;
  return !(milestone === "started" && isSure && before.source.confidence === "low");
}

/** Whether a start is told surely after what was over before it: the first may be that of something else. */
function beginsAnew(
  { milestone, isSure }: Meaning,
  { at, clause }: SentenceTime,
  found: ReadonlyMap<Milestone, Fact<EpochMs>>,
  { vocabulary }: AssembleContext,
): boolean {
  const end = found.get("resolved");
  const isLater = milestone === "started" && isSure && end !== undefined && end.value < at;
  return isLater && !rowCues(vocabulary).isKind(sentencesOf(clause), "relapse");
}

/**
 * The milestones that the first sentences of a document tell, for one that has no timeline: "From
 * 11:20 UTC on 11 February pages were slow; by 12:05 UTC it had recovered". The first start, the
 * first detection and cause, and the last end; with low confidence where the wording leaves doubt.
 */
export function proseTimes(
  all: readonly SentenceTime[],
  { day }: Pick<BodyTimesReading, "day">,
  context: AssembleContext,
): BodyTimes {
  const found = new Map<Milestone, Fact<EpochMs>>();
  const early = all.filter(({ text }) => text.isLate !== true);
  const times = withoutData(early, context.vocabulary);
  const words = prepositionsOf(context.vocabulary);
  const foreign = timesOfOtherDays(times, context);
  let [isOpen, isFrom] = [false, false];
  for (const one of times) {
    const { at, end, isDayGuessed } = one;
    const isDetected = found.has("detected");
    const isAfter = ({ value }: Fact<EpochMs>) => value <= at;
    const isUnderWay = [...found.values()].some(isAfter) && !found.has("resolved");
    const before = { isOpen, isFrom, isDetected, isUnderWay };
    const meaning = meaningOf(one, before, context);
    isOpen = words.between.test(one.before);
    isFrom = words.start.test(one.before);
    if (!meaning) continue;
    const first = found.get(meaning.milestone);
    if (first && beginsAnew(meaning, one, found, context)) found.set("started", inDoubt(first));
    if (isKnown(meaning, found.get(meaning.milestone))) continue;
    const isOther = foreign.has(one) || isApart(one, context);
    const isUnsure = isDayGuessed || day?.isUnsure === true;
    const isLow = !meaning.isSure || one.isAside || isUnsure || isOther;
    const doubt = isLow ? ({ confidence: "low" } as const) : {};
    const source = { origin: "body", how: "inferred", range: one.text.range, ...doubt } as const;
    found.set(meaning.milestone, { value: at, source });
    if (!end || meaning.milestone !== "started" || found.has("resolved")) continue;
    const value = end.at < at ? end.at + MS_PER_DAY : end.at;
    found.set("resolved", { value, source });
  }
  const last =
    lateEnd(all, found, context) ?? (found.has("resolved") ? null : endBelowRows(all, context));
  if (last) found.set("resolved", last);
  const told = { ...endsOfStory(times, found, context), ...Object.fromEntries(found) };
  return withoutRemedyAtEnd(withEndOfFix(told, times, context));
}

/** A fix in brackets, "the rollback (14:31 UTC)", as the end, in doubt, where nothing tells another. */
function withEndOfFix(
  told: BodyTimes,
  times: readonly SentenceTime[],
  { vocabulary }: AssembleContext,
): BodyTimes {
  const { mitigated: fix, resolved } = told;
  if (!fix || resolved) return told;
  const isNamed = times.some(
    ({ at, isAside, before }) =>
      at === fix.value && isAside && namedBeforeBracket(before, vocabulary) === "mitigated",
  );
  return isNamed ? { ...told, resolved: fix } : told;
}

/** Whether its sentence tells of something else: an exercise, an earlier incident. */
function isApart({ text }: SentenceTime, { vocabulary }: AssembleContext): boolean {
  return rowCues(vocabulary).isKind(sentencesOf(text.text), "apart");
}

/** The last end that later sentences tell, with its date where earlier ones told another, after what the story began with; in doubt. */
function lateEnd(
  all: readonly SentenceTime[],
  found: ReadonlyMap<Milestone, Fact<EpochMs>>,
  { vocabulary }: AssembleContext,
): Fact<EpochMs> | null {
  const first = found.get("resolved") ?? found.get("detected") ?? found.get("started");
  if (!first) return null;
  const cues = rowCues(vocabulary);
  const last = all.findLast(
    ({ at, text, time, clause }) =>
      text.isLate === true &&
      !ALSO_OTHERS.has(text.kind) &&
      (time.date !== null || !found.has("resolved")) &&
      at > first.value &&
      (cues.strengthOf(sentencesOf(clause), "resolved") === "strong" ||
        tellsEnd(clause, vocabulary)),
  );
  return last ? guessed(last) : null;
}

/** The last end that sentences below the rows of a timeline tell, in doubt: "Service was back to normal at 15:10." */
function endBelowRows(
  all: readonly SentenceTime[],
  { vocabulary }: AssembleContext,
): Fact<EpochMs> | null {
  const cues = rowCues(vocabulary);
  const last = all.findLast(({ text, clause }) => {
    const sentences = text.kind === "timeline" ? sentencesOf(clause) : [];
    const isOver = cues.strengthOf(sentences, "resolved") === "strong";
    return isOver && !cues.isKind(sentences, "aftermath") && !cues.isKind(sentences, "apart");
  });
  return last ? guessed(last) : null;
}

/** What was done at the very end is no mitigation before it. */
function withoutRemedyAtEnd({ mitigated, ...others }: BodyTimes): BodyTimes {
  const isOther = mitigated !== undefined && mitigated.value !== others.resolved?.value;
  return isOther ? { ...others, mitigated } : others;
}

function guessed({ at, text }: SentenceTime): Fact<EpochMs> {
  const source = { origin: "body", how: "inferred", range: text.range, confidence: "low" } as const;
  return { value: at, source };
}

/**
 * The start and the end of a story that was noticed, where no words say them: the first time that it tells
 * before that, and the last after it at which things are better; both in doubt.
 */
function endsOfStory(
  times: readonly SentenceTime[],
  found: ReadonlyMap<Milestone, Fact<EpochMs>>,
  { vocabulary }: AssembleContext,
): BodyTimes {
  const noticed = found.get("detected");
  if (!noticed) return {};
  const known = [...found.values()].map(({ value }) => value);
  const own = times.filter(({ text }) => !ALSO_OTHERS.has(text.kind));
  const [first] = own;
  const last = own.at(-1);
  const end = sentencesOf(last?.clause ?? "");
  const cues = rowCues(vocabulary);
  const isBetter =
    last !== undefined &&
    last.at > Math.max(...known) &&
    (cues.isKind(end, "better") || cues.strengthOf(end, "resolved") === "weak");
  const isFirst = first !== undefined && known.every((at) => first.at < at);
  return {
    ...(isFirst ? { started: guessed(first) } : {}),
    ...(isBetter ? { resolved: guessed(last) } : {}),
  };
}
