import { ownText } from "../core/own-text.ts";
import { FILE_START } from "../core/position.ts";
import type {
  Action,
  Escalation,
  Fact,
  FactName,
  Gap,
  Postmortem,
  Review,
  SectionFact,
  Source,
} from "../core/postmortem.ts";

/** A value that holds nothing of its document's text but itself. */
function released<Value extends Fact<unknown> | null>(fact: Value): Value {
  if (fact === null) return fact;
  const { value, written } = fact;
  return {
    ...fact,
    ...(typeof value === "string" ? { value: ownText(value) } : {}),
    ...(written === undefined ? {} : { written: ownText(written) }),
  };
}

/** Leaves out where a value stands. Sources that are then the same are one object. */
function unplacer(): <Value extends Fact<unknown> | null>(fact: Value) => Value {
  const sources = new Map<string, Source>();
  const unplaced = (source: Source): Source => {
    const { origin, how, precision, confidence, unsure } = source;
    const key = [origin, how, precision, confidence, unsure].join();
    const known = sources.get(key) ?? { ...source, range: FILE_START };
    sources.set(key, known);
    return known;
  };
  return (fact) => (fact === null ? fact : { ...released(fact), source: unplaced(fact.source) });
}

/** Makes the same of each entry with another form of its facts. */
function entriesWith(fact: ReturnType<typeof unplacer>) {
  const gap = (one: Gap): Gap => ({
    ...one,
    competency: fact(one.competency),
    kind: fact(one.kind),
    team: fact(one.team),
    phase: fact(one.phase),
    evidence: fact(one.evidence),
  });
  const escalation = (one: Escalation): Escalation => ({
    ...one,
    at: fact(one.at),
    from: fact(one.from),
    to: fact(one.to),
    reason: fact(one.reason),
    competency: fact(one.competency),
    evidence: fact(one.evidence),
  });
  const action = (one: Action): Action => ({
    ...one,
    title: fact(one.title),
    owner: fact(one.owner),
    due: fact(one.due),
    status: fact(one.status),
    done: fact(one.done),
    competency: fact(one.competency),
  });
  return { gap, escalation, action };
}

function shownSection(one: SectionFact): SectionFact {
  return {
    ...one,
    heading: ownText(one.heading),
    range: FILE_START,
  };
}

function shownReview(one: Review): Review {
  return {
    ...one,
    due: released(one.due),
    done: released(one.done),
    criteria: released(one.criteria),
  };
}

/**
 * What is kept of each postmortem for reports of a folder: the facts that were asked, without the
 * parts of the body that no such report reads. Of places, those stay to which a row can lead: of a
 * gap, an escalation, an action, a review, a milestone, a duration; all others are the file's start.
 */
export function reportedFacts(needs: readonly FactName[]): (postmortem: Postmortem) => Postmortem {
  const fact = unplacer();
  const { gap, escalation, action } = entriesWith(fact);
  const facts = <Value>(some: readonly Fact<Value>[]) => some.map(fact);
  const isWhole = needs.includes("everything");
  const withActions = isWhole || needs.includes("actions");
  return (postmortem) => ({
    ...postmortem,
    id: fact(postmortem.id),
    title: fact(postmortem.title),
    status: fact(postmortem.status),
    published: fact(postmortem.published),
    severity: fact(postmortem.severity),
    services: facts(postmortem.services),
    teams: facts(postmortem.teams),
    detectedBy: fact(postmortem.detectedBy),
    trigger: fact(postmortem.trigger),
    causes: facts(postmortem.causes),
    gaps: postmortem.gaps.map(gap),
    escalations: postmortem.escalations.map(escalation),
    actions: withActions ? postmortem.actions.map(action) : [],
    review: postmortem.review && shownReview(postmortem.review),
    factors: isWhole ? facts(postmortem.factors) : [],
    sections: isWhole ? postmortem.sections.map(shownSection) : [],
    problems: postmortem.problems.filter(({ kind }) => kind === "unparsed"),
    ...{ timeline: null, timelineMilestones: {}, sentences: [], namedPeople: [] },
    ...{ labels: [], prompts: [], directives: [] },
  });
}
