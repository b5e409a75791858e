import type { Action, Escalation, Fact, Gap, Postmortem } from "../core/postmortem.ts";
import { NOT_SHOWN } from "../core/settings/stand-in-names.ts";

/** A name under which a written one is shown. */
export type Label = (written: string) => string;

/** Whether a fact has nothing beside its value and its source. */
function hasNoMore(fact: Fact<string>): boolean {
  for (const name in fact) if (name !== "value" && name !== "source") return false;
  return true;
}

/** What is said in a fact's place. What it said stays only as what tells it from others. */
function relabelled(fact: Fact<string>, label: Label): Fact<string> {
  const { value, source } = fact;
  const shown = label(value);
  // Of thousands of postmortems, most facts stay the object that they are.
  if (shown === value && hasNoMore(fact)) return fact;
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

/** A list with its items as they are shown: itself where all of them are shown as they are. */
function shownList<Item>(items: readonly Item[], shownItem: (item: Item) => Item): readonly Item[] {
  if (items.length === 0) return items;
  const shown = items.map(shownItem);
  return shown.every((item, at) => item === items[at]) ? items : shown;
}

function gapWith(gap: Gap, labels: Labels): Gap {
  const competency = relabelled(gap.competency, labels.competency);
  const kind = orNull(gap.kind, labels.kind);
  const team = orNull(gap.team, labels.team);
  const isSame = competency === gap.competency && kind === gap.kind && team === gap.team;
  return isSame ? gap : { ...gap, competency, kind, team };
}

function escalationWith(escalation: Escalation, labels: Labels): Escalation {
  const from = orNull(escalation.from, labels.team);
  const to = orNull(escalation.to, labels.team);
  const competency = orNull(escalation.competency, labels.competency);
  const areSameTeams = from === escalation.from && to === escalation.to;
  if (areSameTeams && competency === escalation.competency) return escalation;
  return { ...escalation, from, to, competency };
}

function actionWith(action: Action, labels: Labels): Action {
  const owner = orNull(action.owner, labels.owner);
  const competency = orNull(action.competency, labels.competency);
  const isSame = owner === action.owner && competency === action.competency;
  return isSame ? action : { ...action, owner, competency };
}

/** The postmortem with its names as they are shown: itself where all of them are shown as they are. */
export function postmortemWith(postmortem: Postmortem, labels: Labels): Postmortem {
  const severity = orNull(postmortem.severity, labels.severity);
  const services = shownList(postmortem.services, (fact) => relabelled(fact, labels.service));
  const teams = shownList(postmortem.teams, (fact) => relabelled(fact, labels.team));
  const detectedBy = orNull(postmortem.detectedBy, labels.detectionSource);
  const trigger = orNull(postmortem.trigger, labels.trigger);
  const causes = shownList(postmortem.causes, (fact) => relabelled(fact, labels.cause));
  const gaps = shownList(postmortem.gaps, (gap) => gapWith(gap, labels));
  const escalations = shownList(postmortem.escalations, (one) => escalationWith(one, labels));
  const actions = shownList(postmortem.actions, (action) => actionWith(action, labels));
  const areSameFacts =
    severity === postmortem.severity &&
    detectedBy === postmortem.detectedBy &&
    trigger === postmortem.trigger;
  const areSameLists =
    services === postmortem.services &&
    teams === postmortem.teams &&
    causes === postmortem.causes &&
    gaps === postmortem.gaps &&
    escalations === postmortem.escalations &&
    actions === postmortem.actions;
  if (areSameFacts && areSameLists) return postmortem;
  const facts = { severity, detectedBy, trigger };
  return { ...postmortem, ...facts, services, teams, causes, gaps, escalations, actions };
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
