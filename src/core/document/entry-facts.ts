import type { Action, Escalation, Gap, Review } from "../postmortem.ts";
import type { FactMap } from "./fact.ts";

// Each field is named, so that a new one does not compile before it is decided what becomes of it.

/** A gap with another form of its facts. */
export function gapWith(
  { competency, kind, team, phase, evidence, confirmed, source }: Gap,
  fact: FactMap,
): Gap {
  return {
    ...{ confirmed, source },
    competency: fact(competency),
    kind: fact(kind),
    team: fact(team),
    phase: fact(phase),
    evidence: fact(evidence),
  };
}

/** An escalation with another form of its facts. */
export function escalationWith(
  { at, from, to, reason, competency, evidence, confirmed, source }: Escalation,
  fact: FactMap,
): Escalation {
  return {
    ...{ confirmed, source },
    at: fact(at),
    from: fact(from),
    to: fact(to),
    reason: fact(reason),
    competency: fact(competency),
    evidence: fact(evidence),
  };
}

/** An action with another form of its facts. */
export function actionWith(
  { title, owner, due, status, done, competency, source }: Action,
  fact: FactMap,
): Action {
  return {
    title: fact(title),
    owner: fact(owner),
    due: fact(due),
    status: fact(status),
    done: fact(done),
    competency: fact(competency),
    source,
  };
}

/** A review with another form of its facts. */
export function reviewWith({ due, done, criteria, source }: Review, fact: FactMap): Review {
  return { due: fact(due), done: fact(done), criteria: fact(criteria), source };
}
