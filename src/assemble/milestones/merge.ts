import { byMilestone } from "../../core/document/by-milestone.ts";
import { inDoubt, isExact, unlessInDoubt } from "../../core/document/fact.ts";
import { type Fact, type Milestone, MILESTONES, type Postmortem } from "../../core/postmortem.ts";
import { MS_PER_DAY, MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { withDoubts } from "./doubts.ts";

type ByMilestone = Readonly<Partial<Record<Milestone, Fact<number>>>>;

interface InFrontmatter {
  readonly milestones: Postmortem["milestones"];
  /** The day under `date`, whose time of day may be read as the start. */
  readonly day: Fact<unknown> | null;
  readonly unknownMilestones: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
}

interface InBody {
  /** What stands under labels, and what the rows of the timeline tell. */
  readonly times: ByMilestone;
  readonly timelineMilestones: ByMilestone;
  /** Of these a label says that there is none, or that nobody knows them. */
  readonly leftOpen: readonly Milestone[];
  /** Of these, those of which it says that there was none: "N/A". */
  readonly inapplicable: readonly Milestone[];
  readonly day: Fact<number> | null;
  /** The earliest time that its sentences tell. */
  readonly earliestSaid: number | null;
}

type BodyFact = Fact<number> | undefined;

/** What a label states, unless it tells a day alone and a row of the timeline the time. */
function exactOf(labelled: BodyFact, inRows: BodyFact): Fact<number> | null {
  const isExact = inRows !== undefined && inRows.source.precision !== "day";
  return (labelled?.source.precision === "day" && isExact ? inRows : (labelled ?? inRows)) ?? null;
}

/** Whether rows tell, within a day after an end, of the cause being found, and then of another end. */
function isPassed(end: BodyFact, { diagnosed, resolved }: ByMilestone): boolean {
  if (end === undefined || !diagnosed || !resolved) return false;
  const isNear = diagnosed.value - end.value <= MS_PER_DAY;
  return isNear && diagnosed.value > end.value && resolved.value > end.value;
}

/** What the body tells: in doubt where the rows of its timeline go on after the end under a label. */
function inBody(name: Milestone, { times, timelineMilestones }: InBody): Fact<number> | null {
  const known = exactOf(times[name], timelineMilestones[name]);
  const isDoubtful = name === "resolved" && isPassed(times[name], timelineMilestones);
  return known && isDoubtful ? inDoubt(known) : known;
}

/** Whether a start is read from the value under `date`. */
function isDateItself(
  started: Fact<number> | null,
  day: InFrontmatter["day"],
): started is Fact<number> {
  return started !== null && day?.source.range.start.offset === started.source.range.start.offset;
}

/** What the frontmatter states: a start that is only its `date` in doubt where sentences tell an earlier time. */
function inFrontmatter(
  name: Milestone,
  { milestones, day }: InFrontmatter,
  { earliestSaid: said }: InBody,
): Fact<number> | null {
  const stated = milestones[name];
  if (name !== "started" || !isDateItself(stated, day) || said === null) return stated;
  const lag = stated.value - said;
  return lag >= MS_PER_MINUTE && lag <= MS_PER_DAY ? inDoubt(stated) : stated;
}

/** Milestones of which the frontmatter, or else a label of the body, says that there is none, or that nobody knows them. */
export function openMilestones(
  { milestones, unknownMilestones }: InFrontmatter,
  { leftOpen }: InBody,
): readonly Milestone[] {
  return MILESTONES.filter(
    (name) =>
      unknownMilestones.includes(name) || (leftOpen.includes(name) && milestones[name] === null),
  );
}

/** Of the open ones, those of which the part that says so says that there is none. */
export function inapplicableMilestones(
  facts: InFrontmatter,
  body: InBody,
): Pick<Postmortem, "inapplicableMilestones"> {
  const found = openMilestones(facts, body).filter((name) =>
    (facts.unknownMilestones.includes(name) ? facts : body).inapplicable.includes(name),
  );
  return found.length === 0 ? {} : { inapplicableMilestones: found };
}

/** Whether an end is the very instant of the `date` beside it: a page that was saved when all was over. */
function isSavedAsOver({ milestones: { started, resolved }, day }: InFrontmatter): boolean {
  return isDateItself(started, day) && started.value === resolved?.value;
}

/**
 * What a page tells that was saved when all was over: its rows, where they are sure of the start or begin before its
 * one instant; else that instant is the start, in doubt, and the end where no rows go on after it.
 */
function ofSavedPage(
  name: "started" | "resolved",
  stated: Fact<number>,
  body: InBody,
): Fact<number> {
  const [start, end] = [inBody("started", body), inBody("resolved", body)];
  const isEarlier = isExact(start) && start.value < stated.value;
  const isLater = isExact(end) && end.value > stated.value;
  if (name === "started") {
    const isSure = isEarlier || (isExact(start) && unlessInDoubt(start) !== null);
    return isSure ? start : inDoubt(stated);
  }
  return (isLater || isEarlier ? end : null) ?? inDoubt(stated);
}

/** The milestones of a document: what its frontmatter states, else what its body tells. */
export function mergeMilestones(facts: InFrontmatter, body: InBody): Postmortem["milestones"] {
  const open = openMilestones(facts, body);
  const isSaved = isSavedAsOver(facts);
  const merged = (name: Milestone): Fact<number> | null => {
    if (open.includes(name)) return null;
    const stated = inFrontmatter(name, facts, body);
    if (stated && isSaved && (name === "started" || name === "resolved"))
      return ofSavedPage(name, stated, body);
    const known = stated ?? inBody(name, body);
    return known ?? (name === "started" ? body.day : null);
  };
  return withDoubts(byMilestone(merged));
}
