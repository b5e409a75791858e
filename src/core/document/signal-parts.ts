import { counted } from "../counted.ts";
import { type Action, type Fact, MILESTONES, type Postmortem, UNKNOWN } from "../postmortem.ts";
import { isCalendarDate } from "../time/calendar.ts";

/** What a document earns for one part. */
interface Earned {
  /** Whole points, up to the part's most. */
  readonly points: number;
  /** What would earn the rest; means nothing where there is no rest. */
  readonly addition: string;
}

/** One of the things that a document is scored by. */
export interface SignalPart {
  readonly key: string;
  readonly label: string;
  /** The most points that it gives; those of all parts add up to 100. */
  readonly most: number;
  /** What earns its points, as `docs/signal.md` says it. */
  readonly earns: string;
  /** Null where the part does not apply to a document. */
  readonly judge: (postmortem: Postmortem) => Earned | null;
}

const SCORED_MILESTONES = MILESTONES.filter((name) => name !== "acknowledged");
const ENOUGH_FACTORS = 3;
/** Fewer words than this are a remark. */
const ENOUGH_WORDS = 20;

function isFound(fact: Fact<string> | null): boolean {
  return fact !== null && fact.value !== UNKNOWN;
}

function isDated(fact: Fact<string> | null): boolean {
  return fact !== null && isCalendarDate(fact.value);
}

const ACTION_FIELDS: readonly (readonly [name: string, has: (action: Action) => boolean])[] = [
  ["an owner", ({ owner }) => isFound(owner)],
  ["a due date", ({ due }) => isDated(due)],
  ["a competency", ({ competency }) => isFound(competency)],
];

/** Rounded down, so that only the whole earns the most. */
function shareOf(most: number, count: number, whole: number): number {
  return Math.floor((most * count) / whole);
}

/** `a`, `a and b`, `a, b and c`; empty for none. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function wordsIn({ sections }: Postmortem, kinds: readonly string[]): number {
  return sections
    .filter(({ kind }) => kind !== null && kinds.includes(kind))
    .reduce((sum, { words }) => sum + words, 0);
}

/** In how many words a document says what was learned. */
export function learningWords(postmortem: Postmortem): number {
  return wordsIn(postmortem, ["learnings"]);
}

/** 3 points for each of five milestones that is given, or said to be unknown. */
function judgeMilestones({ milestones, unknownMilestones }: Postmortem): Earned {
  const missing = SCORED_MILESTONES.filter(
    (name) => milestones[name] === null && !unknownMilestones.includes(name),
  );
  return {
    points: 3 * (SCORED_MILESTONES.length - missing.length),
    addition: `Give ${listed(missing)}, or \`unknown\``,
  };
}

/** 5 points for each contributing factor, up to three. */
function judgeFactors({ factors }: Postmortem): Earned {
  const missing = Math.max(ENOUGH_FACTORS - factors.length, 0);
  const noun = factors.length > 0 ? "more contributing factor" : "contributing factor";
  return { points: 5 * (ENOUGH_FACTORS - missing), addition: `Name ${counted(missing, noun)}` };
}

/** 8 points for a gap, and 12 for the share of gaps with evidence. */
function judgeGaps({ gaps }: Postmortem): Earned {
  if (gaps.length === 0) return { points: 0, addition: "Name a gap, with its evidence" };
  const bare = gaps.filter(({ evidence }) => evidence === null).length;
  return {
    points: 8 + shareOf(12, gaps.length - bare, gaps.length),
    addition: `Add evidence to ${counted(bare, "gap")}`,
  };
}

/** 10 points for the share of escalations with a reason; without any there is nothing to earn. */
function judgeEscalations({ escalations }: Postmortem): Earned | null {
  if (escalations.length === 0) return null;
  const bare = escalations.filter(({ reason }) => reason === null).length;
  return {
    points: shareOf(10, escalations.length - bare, escalations.length),
    addition: `Give the reason for ${counted(bare, "escalation")}`,
  };
}

/** 10 points for what was learned, 5 of them for a few words, and 5 for what went well. */
function judgeLearnings(postmortem: Postmortem): Earned {
  const words = learningWords(postmortem);
  const learned = words >= ENOUGH_WORDS ? 10 : words > 0 ? 5 : 0;
  const well = wordsIn(postmortem, ["went-well", "lucky", "help"]) > 0 ? 5 : 0;
  const lacking = [
    ...(learned < 10 ? [`what was learned (${ENOUGH_WORDS} words or more)`] : []),
    ...(well < 5 ? ["what went well"] : []),
  ];
  return { points: learned + well, addition: `Say ${listed(lacking)}` };
}

/** 5 points each for the share of actions with an owner, with a due date and with a competency. */
function judgeActions({ actions }: Postmortem): Earned {
  if (actions.length === 0)
    return { points: 0, addition: "Add an action with an owner, a due date and a competency" };
  const shares = ACTION_FIELDS.map(([name, has]) => {
    return { name, points: shareOf(5, actions.filter(has).length, actions.length) };
  });
  const lacking = shares.filter(({ points }) => points < 5).map(({ name }) => name);
  return {
    points: shares.reduce((sum, { points }) => sum + points, 0),
    addition: `Give every action ${listed(lacking)}`,
  };
}

/** 5 points for the review's date, planned or held, and 5 for its criteria. */
function judgeReview({ review }: Postmortem): Earned {
  const isPlanned = review !== null && (isDated(review.due) || isDated(review.done));
  const isJudged = review !== null && review.criteria !== null;
  const lacking = [...(isPlanned ? [] : ["a date"]), ...(isJudged ? [] : ["criteria"])];
  return {
    points: 5 * (2 - lacking.length),
    addition: `Give the follow-up review ${listed(lacking)}`,
  };
}

function part(
  key: string,
  label: string,
  most: number,
  earns: string,
  judge: SignalPart["judge"],
): SignalPart {
  return { key, label, most, earns, judge };
}

/** What a document is scored by, in the order in which it is shown and ties are broken. */
export const SIGNAL_PARTS: readonly SignalPart[] = [
  part(
    "milestones",
    "Milestones",
    15,
    "3 for each of started, detected, diagnosed, mitigated and resolved that is given, or stated as `unknown`",
    judgeMilestones,
  ),
  part("factors", "Factors", 15, "5 for each contributing factor, up to three", judgeFactors),
  part("gaps", "Gaps", 20, "8 for a gap; 12 for the share of gaps with evidence", judgeGaps),
  part(
    "escalations",
    "Escalations",
    10,
    "the share of escalations with a reason, or with `unknown` as their reason; does not apply if there are none",
    judgeEscalations,
  ),
  part(
    "learnings",
    "Learnings",
    15,
    `10 for what was learned in ${ENOUGH_WORDS} words or more, 5 for fewer; 5 for what went well, was lucky or helped`,
    judgeLearnings,
  ),
  part(
    "actions",
    "Actions",
    15,
    "5 each for the share of actions with an owner, with a due date and with a competency",
    judgeActions,
  ),
  part(
    "review",
    "Review",
    10,
    "5 for the date of the follow-up review, planned or held; 5 for its criteria",
    judgeReview,
  ),
];
