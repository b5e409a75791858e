import { byMilestone } from "../../core/document/by-milestone.ts";
import { inDoubt, isExact } from "../../core/document/fact.ts";
import type { Fact, Milestone, Postmortem } from "../../core/postmortem.ts";
import { MS_PER_DAY } from "../../core/time/milliseconds.ts";

type Milestones = Postmortem["milestones"];

/** An incident that seems to last for longer is more likely two, or has a mistyped month or year. */
const LONGEST_MS = 30 * MS_PER_DAY;

/** Whether the end lies near other milestones, so that only a start read from wording is too far off. */
function isNearOthers(
  end: number,
  { started, detected, diagnosed, mitigated }: Milestones,
): boolean {
  if (started?.source.how !== "inferred") return false;
  return [detected, diagnosed, mitigated].some(
    (one) => isExact(one) && one.value <= end && end - one.value <= LONGEST_MS,
  );
}

/** Whether a milestone cannot be right together with start and end. */
function isDoubtful(name: Milestone, fact: Fact<number>, milestones: Milestones): boolean {
  if (!isExact(fact)) return false;
  const { started, resolved } = milestones;
  const [start, end] = [started, resolved].map((one) => (isExact(one) ? one.value : null));
  if (start == null) return name === "diagnosed" && end != null && fact.value > end;
  if (name === "started") {
    const isLate = end != null && (end <= start || end - start > LONGEST_MS);
    // What a tool calls the start may be when somebody began to work on it.
    return isLate || (isExact(milestones.detected) && milestones.detected.value < start);
  }
  if (name === "resolved") {
    const isFar = fact.value - start > LONGEST_MS && !isNearOthers(fact.value, milestones);
    return fact.value <= start || isFar;
  }
  const isLate = name === "diagnosed" && end != null && end > start && fact.value > end;
  return fact.value < start || isLate;
}

const ORDER = ["started", "detected", "diagnosed", "mitigated", "resolved"] as const;

/** Whether one between start and end lies before a milestone that precedes it, or after one that follows. */
function isDisordered(
  name: Milestone,
  { value, source }: Fact<number>,
  milestones: Milestones,
): boolean {
  const { acknowledged, diagnosed, mitigated, resolved } = milestones;
  if (name === "acknowledged" && source.how === "inferred")
    return [diagnosed, mitigated, resolved].some((one) => isExact(one) && one.value < value);
  if (name === "detected" && isExact(acknowledged) && acknowledged.value < value) return true;
  const own = ORDER.findIndex((one) => one === name);
  if (own <= 0 || own === ORDER.length - 1) return false;
  return ORDER.some((other, index) => {
    const fact = milestones[other];
    if (index === own || !isExact(fact)) return false;
    return index < own ? fact.value > value : fact.value < value;
  });
}

/** Whether an end lies before the start, so that one of them is wrong, whoever states it. */
function isBeforeStart(name: Milestone, { value }: Fact<number>, { started }: Milestones): boolean {
  if (name !== "resolved" || started === null) return false;
  // A day alone begins at another instant in other zones.
  return value < started.value - (isExact(started) ? 0 : MS_PER_DAY);
}

/**
 * The milestones that a document tells, those from its body with low confidence where they
 * contradict its start, its end or their order. What the frontmatter states is left as it is, but for an end
 * before the start: rules report it.
 */
export function withDoubts(milestones: Milestones): Milestones {
  return byMilestone((name) => {
    const fact = milestones[name];
    if (!fact) return fact;
    if (fact.source.origin !== "body") {
      return isExact(fact) && isBeforeStart(name, fact, milestones) ? inDoubt(fact) : fact;
    }
    const isOut = isExact(fact) && isDisordered(name, fact, milestones);
    return isOut || isDoubtful(name, fact, milestones) ? inDoubt(fact) : fact;
  });
}
