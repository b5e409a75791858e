import { type Action, type Fact, type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import { isHiddenGroup, SMALL_TEAMS, UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Place } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { isCalendarDate } from "../../core/time/calendar.ts";
import { daysBetween } from "../../core/time/days.ts";
import type { Query } from "../define.ts";
import { startDay, today } from "../shared/days.ts";
import { type Finder, gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { isSameSkill } from "../shared/lacking.ts";
import { teamLabel } from "../shared/team-label.ts";

/** Where an action can be said to stand; proposed: nobody has taken it on. */
export const ACTION_STATES = ["open", "done", "dropped", "proposed"] as const;
/** Of one without status, owner and due date, nobody can say where it stands. */
export type ActionState = (typeof ACTION_STATES)[number] | typeof UNKNOWN;

/** The owner of an action without one. */
export const NO_OWNER = "(no owner)";

/** One action of one incident. Dates are ISO calendar dates, null where none can be read. */
export interface ActionMention {
  readonly incident: Postmortem;
  readonly action: Action;
  readonly state: ActionState;
  readonly due: string | null;
  readonly done: string | null;
  /** Days since it was due; null where it is not open or not yet due. */
  readonly overdueDays: number | null;
  /** Days from the start of the incident to now, or to the day on which it was done; null if before. */
  readonly days: number | null;
}

/** An ISO calendar date; null for anything else that was written. */
export function dateOf(fact: Fact<string> | null): string | null {
  return fact && isCalendarDate(fact.value) ? fact.value : null;
}

function stateOf({ status, owner, due }: Action): ActionState {
  const stated = ACTION_STATES.find((state) => state === status?.value);
  if (stated !== undefined) return stated;
  return status === null && owner === null && due === null ? UNKNOWN : "open";
}

function daysOf(incident: Postmortem, until: string, query: Query): number | null {
  const days = daysBetween(startDay(incident, query), until);
  return days < 0 ? null : days;
}

function mentionOf(incident: Postmortem, action: Action, query: Query): ActionMention {
  const state = stateOf(action);
  const due = dateOf(action.due);
  const done = state === "done" ? dateOf(action.done) : null;
  const now = today(query);
  const isOverdue = state === "open" && due !== null && due < now;
  return {
    ...{ incident, action, state, due, done },
    overdueDays: isOverdue ? daysBetween(due, now) : null,
    days: state === "done" && done === null ? null : daysOf(incident, done ?? now, query),
  };
}

/** Incidents by the competencies of their gaps and of their actions; `--team` means those that responded. */
export const BY_GAPS_OR_ACTIONS: Finder = {
  competenciesOf: (postmortem) => [
    ...gapCompetencies(postmortem),
    ...postmortem.actions.flatMap(({ competency }) => competency?.value ?? []),
  ],
  team: "responded",
};

/** The actions of incidents, as far as the competency filter and the owners let them through. */
export function actionMentions(
  incidents: readonly Postmortem[],
  query: Query,
  owners: readonly string[] = [],
): readonly ActionMention[] {
  const isFiltered = query.filters.competencies.length > 0;
  const passes = ({ competency, owner }: Action) =>
    (competency ? passesCompetency(query, competency.value) : !isFiltered) &&
    (owners.length === 0 || (owner !== null && owners.includes(owner.value)));
  return incidents.flatMap((incident) =>
    incident.actions.filter(passes).map((action) => mentionOf(incident, action, query)),
  );
}

/** How an owner is printed: a listed team, or a stand-in; a name that no list has may be a person's. */
export function ownerLabel({ owner }: Action, taxonomy: Taxonomy): string {
  if (owner === null) return NO_OWNER;
  const isListed = taxonomy.teams.some(({ id }) => id === owner.value);
  return isListed ? teamLabel(taxonomy, owner.value) : UNLISTED;
}

/**
 * Whether too few people may have done an action to say when: those of a small team, or, where it has no
 * owner, those who worked on the incident.
 */
export function isOfTooFew({
  action: { owner },
  incident,
}: Pick<ActionMention, "action" | "incident">): boolean {
  return owner ? isHiddenGroup(owner.value) : incident.areTimesWithheld === true;
}

/** What the row of owners that are not shown stands for; nothing where there is none. */
export function hiddenOwnerNotes(labels: readonly string[]): readonly string[] {
  if (!labels.includes(SMALL_TEAMS)) return [];
  return [
    `${SMALL_TEAMS} among owners: roles and names that the taxonomy does not list as teams, small teams, and the next smallest, so that no row points to a person; how long theirs took is in no median.`,
  ];
}

/** Whether an action builds a competency: the same one, its domain, or one of a domain's own. */
export function builds({ competency }: Action, missing: string, taxonomy: Taxonomy): boolean {
  return competency !== null && isSameSkill(taxonomy, competency.value, missing);
}

/** Whether an action of an incident that was not dropped builds a competency. */
export function isAddressed(
  { actions }: Postmortem,
  competency: string,
  taxonomy: Taxonomy,
): boolean {
  return actions.some(
    (action) => action.status?.value !== "dropped" && builds(action, competency, taxonomy),
  );
}

/** Where an action is written. */
export function placeOfAction({ incident, action }: ActionMention): Place {
  return { path: incident.path, line: action.source.range.start.line };
}
