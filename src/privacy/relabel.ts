import type { Action, Escalation, Fact, Gap, Postmortem } from "../core/postmortem.ts";
import { NOT_SHOWN } from "../core/stand-in-names.ts";

/** A name under which a written one is shown. */
export type Label = (written: string) => string;

/** What is said in a fact's place. What it said stays only as what tells it from others. */
function relabelled(fact: Fact<string>, label: Label): Fact<string> {
  const { value, source } = fact;
  const shown = label(value);
  // Of thousands of postmortems, most facts stay the object that they are.
  if (shown === value && Object.keys(fact).length === 2) return fact;
  return shown === value
    ? { value, source }
    : { value: shown, distinct: NOT_SHOWN + value, source };
}

function orNull(fact: Fact<string> | null, label: Label): Fact<string> | null {
  return fact && relabelled(fact, label);
}

/** How each sort of name is shown. */
export interface Labels {
  readonly team: Label;
  /** Of an action's owner, who may be a role, and so one person. */
  readonly owner: Label;
  readonly service: Label;
  readonly severity: Label;
  readonly kind: Label;
  readonly trigger: Label;
  readonly cause: Label;
  readonly detectionSource: Label;
  readonly competency: Label;
}

function gapWith(gap: Gap, labels: Labels): Gap {
  return {
    ...gap,
    competency: relabelled(gap.competency, labels.competency),
    kind: orNull(gap.kind, labels.kind),
    team: orNull(gap.team, labels.team),
  };
}

function escalationWith(escalation: Escalation, labels: Labels): Escalation {
  return {
    ...escalation,
    from: orNull(escalation.from, labels.team),
    to: orNull(escalation.to, labels.team),
    competency: orNull(escalation.competency, labels.competency),
  };
}

function actionWith(action: Action, labels: Labels): Action {
  return {
    ...action,
    owner: orNull(action.owner, labels.owner),
    competency: orNull(action.competency, labels.competency),
  };
}

/** The postmortem with its names as they are shown. */
export function postmortemWith(postmortem: Postmortem, labels: Labels): Postmortem {
  return {
    ...postmortem,
    severity: orNull(postmortem.severity, labels.severity),
    services: postmortem.services.map((fact) => relabelled(fact, labels.service)),
    teams: postmortem.teams.map((fact) => relabelled(fact, labels.team)),
    detectedBy: orNull(postmortem.detectedBy, labels.detectionSource),
    trigger: orNull(postmortem.trigger, labels.trigger),
    causes: postmortem.causes.map((fact) => relabelled(fact, labels.cause)),
    gaps: postmortem.gaps.map((gap) => gapWith(gap, labels)),
    escalations: postmortem.escalations.map((one) => escalationWith(one, labels)),
    actions: postmortem.actions.map((action) => actionWith(action, labels)),
  };
}

/** The postmortem as if nobody had said which services it is about. */
export function withoutServices(postmortem: Postmortem): Postmortem {
  return { ...postmortem, services: [] };
}

/** The postmortem as if nobody had said which teams had to do with it. */
export function withoutTeams(postmortem: Postmortem): Postmortem {
  const { gaps, escalations, actions } = postmortem;
  return {
    ...postmortem,
    teams: [],
    gaps: gaps.map((gap) => ({ ...gap, team: null })),
    escalations: escalations.map((one) => ({ ...one, from: null, to: null })),
    actions: actions.map((action) => ({ ...action, owner: null })),
  };
}
