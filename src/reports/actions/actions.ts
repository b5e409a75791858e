import { counted } from "../../core/counted.ts";
import type { Report } from "../../core/table.ts";
import { defineReport, type Query } from "../define.ts";
import { allTime } from "../shared/all-time.ts";
import { INCLUDE_SUGGESTED } from "../shared/confirmed.ts";
import { DRAFTS_OPTION, INCLUDE_DRAFTS } from "../shared/counted-once.ts";
import { today } from "../shared/days.ts";
import { undatedNotes, windowNote } from "../shared/notes.ts";
import { selectIncidents, type Selection } from "../shared/selection.ts";
import { subtitle } from "../shared/subtitle.ts";
import { SUGGESTED_OPTION, suggestedNotes } from "../shared/suggested-option.ts";
import { teamLabels, teamNotes } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import { effectsSection } from "./effects.ts";
import { dueEvents } from "./events.ts";
import { type ActionMention, actionMentions, BY_GAPS_OR_ACTIONS } from "./mentions.ts";
import { openSection } from "./open-actions.ts";
import { ownersSection } from "./owners.ts";
import { overdueReviewsText, plannedReviews, reviewsSection } from "./reviews.ts";
import { statesSection } from "./states.ts";
import { unaddressedSection } from "./unaddressed-gaps.ts";

interface ActionOptions {
  readonly overdue: boolean;
  readonly fail: boolean;
  readonly owners: readonly string[];
  readonly suggested: boolean;
}

function unreadNotes(mentions: readonly ActionMention[]): readonly string[] {
  const open = mentions.filter(({ state }) => state === "open");
  const without = open.filter(({ due }) => due === null).length;
  const silent = open.filter(({ action: { status } }) => status === null).length;
  const have = verb(without, "has no due date", "have no due date");
  const state = verb(silent, "states no status and counts", "state no status and count");
  return [
    ...(without > 0
      ? [`${counted(without, "open action")} ${have} that can be read, and cannot be overdue.`]
      : []),
    ...(silent > 0 ? [`${counted(silent, "action")} ${state} as open.`] : []),
  ];
}

/** Owners that are not printed, for a name that no list has may be a person's. */
function ownerNotes(mentions: readonly ActionMention[], { taxonomy }: Query): readonly string[] {
  const owned = mentions.flatMap(({ action }) => (action.owner ? [action] : []));
  const isListed = (name: string) => taxonomy.teams.some(({ id }) => id === name);
  const unlisted = owned.filter(({ owner }) => owner !== null && !isListed(owner.value));
  const have = verb(unlisted.length, "has an owner that is", "have owners that are");
  return [
    ...(unlisted.length > 0
      ? [`${counted(unlisted.length, "action")} ${have} no team of the taxonomy: (unlisted).`]
      : []),
    ...teamNotes(
      taxonomy,
      owned.flatMap(({ owner }) => (owner && isListed(owner.value) ? [owner.value] : [])),
    ),
  ];
}

function emptyText(selection: Selection, { overdue, owners }: ActionOptions, query: Query): string {
  if (selection.whenEmpty !== null) return selection.whenEmpty;
  const what = overdue ? `is overdue on ${today(query)}` : "is recorded";
  const whose = owners.length > 0 ? ` of ${teamLabels(query.taxonomy, owners).join(" or ")}` : "";
  const whole = counted(selection.incidents.length, "incident");
  return `No action${whose} ${what} in ${whole}.`;
}

/** What is overdue, in words; null for nothing. */
function overdueText(mentions: readonly ActionMention[], reviews: string | null): string | null {
  const overdue = mentions.filter(({ overdueDays }) => overdueDays !== null).length;
  const actions = overdue === 0 ? null : counted(overdue, "action");
  const parts = [actions, reviews].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const isOne = parts.length === 1 && parts[0]?.startsWith("1 ");
  return `${parts.join(" and ")} ${isOne ? "is" : "are"} overdue`;
}

function actionNotes(
  query: Query,
  selection: Selection,
  mentions: readonly ActionMention[],
  { owners, suggested }: ActionOptions,
): readonly string[] {
  const without = selection.incidents.filter(({ actions }) => actions.length === 0).length;
  const carry = verb(without, "carries", "carry");
  return [
    windowNote(query, selection),
    ...undatedNotes(selection),
    ...(without > 0
      ? [`${without} of ${counted(selection.incidents.length, "incident")} ${carry} no action.`]
      : []),
    ...(owners.length > 0
      ? [`Only actions of ${teamLabels(query.taxonomy, owners).join(" or ")}.`]
      : []),
    ...unreadNotes(mentions),
    ...ownerNotes(mentions, query),
    ...(suggested ? suggestedNotes(selection.incidents, ["gaps"]) : []),
  ];
}

function buildActions(query: Query, options: ActionOptions): Report {
  const { overdue, fail, owners } = options;
  const selection = selectIncidents(query, BY_GAPS_OR_ACTIONS);
  const { incidents } = selection;
  const always = allTime(query);
  const history = selectIncidents(always, BY_GAPS_OR_ACTIONS).base;
  const mentions = actionMentions(incidents, query, owners);
  const reviews = owners.length > 0 ? [] : plannedReviews(incidents, query);
  const whenEmpty = emptyText(selection, options, query);
  const open = openSection(mentions, overdue, query, whenEmpty);
  const reviewed = reviewsSection(incidents, reviews, overdue);
  const isShown = ({ overdueDays }: { readonly overdueDays: number | null }) =>
    !overdue || overdueDays !== null;
  const waiting = mentions.filter((one) => one.state === "open" && isShown(one));
  const events = dueEvents(waiting, reviews.filter(isShown), query);
  const failure = fail ? overdueText(mentions, overdueReviewsText(reviews)) : null;
  return {
    name: "actions",
    calendar: { events, asOf: query.window.until },
    title: overdue ? "Overdue actions and reviews" : "Actions and whether they worked",
    subtitle: subtitle(query, selection),
    sections: overdue
      ? [open, reviewed]
      : [
          statesSection(mentions, whenEmpty),
          open,
          ownersSection(mentions, query, whenEmpty),
          unaddressedSection(incidents, query),
          effectsSection(mentions, history, query),
          reviewed,
        ],
    notes: actionNotes(query, selection, mentions, options),
    ...(failure === null ? {} : { failure }),
  };
}

/** What was decided after incidents: what is open, what is overdue, and whether what was done worked. */
export const actions = defineReport({
  name: "actions",
  hasCalendar: true,
  summary: "Which actions are open or overdue, how long they take, and whether gaps came back",
  details: [
    "Counts actions. Open: to be done, in progress, or without a status that says otherwise.",
    "Proposed: an idea that nobody has taken on. Dropped: decided against. Unknown: no owner, no due date and no status.",
    "Overdue: open, and due before the day of --as-of. Actions can be of any incident of the window.",
    "Days to done: from the start of the incident to the date done; Kaplan–Meier median, which counts open actions for the days so far.",
    "Gaps that no action addresses: no action of the same incident names the competency, or its domain.",
    "Did it work: incidents since the action was done, and those of them with the gap; see docs/reports.md.",
    "--fail: exit code 1 where an action or a review is overdue, for a scheduled check.",
  ].join("\n"),
  needs: ["title", "milestones", "gaps", "actions", "texts"],
  options: {
    overdue: { kind: "flag", description: "only actions and reviews that are overdue" },
    fail: { kind: "flag", description: "end with exit code 1 where something is overdue" },
    owner: { kind: "teams", description: "only actions that these teams own" },
    [INCLUDE_SUGGESTED]: SUGGESTED_OPTION,
    [INCLUDE_DRAFTS]: DRAFTS_OPTION,
  },
  build: (query, { overdue, fail, owner, [INCLUDE_SUGGESTED]: suggested }) =>
    buildActions(query, { overdue, fail, owners: owner, suggested }),
});
