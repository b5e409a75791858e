import { FILE_START } from "../core/position.ts";
import type {
  Action,
  Escalation,
  Fact,
  FactName,
  Gap,
  Postmortem,
  Source,
} from "../core/postmortem.ts";

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
  return (fact) => (fact === null ? fact : { ...fact, source: unplaced(fact.source) });
}

/**
 * What is kept of each postmortem for reports of a folder: the facts that were asked, without the
 * parts of the body that no such report reads. Of places, those stay to which a row can lead: of a
 * gap, an escalation, an action, a review, a milestone, a duration; all others are the file's start.
 */
export function reportedFacts(needs: readonly FactName[]): (postmortem: Postmortem) => Postmortem {
  const fact = unplacer();
  const facts = <Value>(some: readonly Fact<Value>[]) => some.map(fact);
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
    factors: isWhole ? facts(postmortem.factors) : [],
    sections: isWhole ? postmortem.sections.map((one) => ({ ...one, range: FILE_START })) : [],
    problems: postmortem.problems.filter(({ kind }) => kind === "unparsed"),
    ...{ timeline: null, timelineMilestones: {}, sentences: [], namedPeople: [] },
    ...{ labels: [], prompts: [], directives: [] },
  });
}
