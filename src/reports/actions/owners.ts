import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { kaplanMeier, type Observation } from "../../statistics/kaplan-meier.ts";
import type { Query } from "../define.ts";
import {
  type Estimate,
  estimateColumns,
  medianEstimate,
  type Part,
  partColumns,
} from "../shared/figures.ts";
import { groupByEach } from "../shared/grouping.ts";
import { verb } from "../shared/words.ts";
import {
  type ActionMention,
  hiddenOwnerNotes,
  isOfTooFew,
  NO_OWNER,
  ownerLabel,
} from "./mentions.ts";

/** The row of every action. */
const ALL = "(all)";

/** With fewer that are done, the interval of the median is too rough to print. */
const FEWEST_DONE = 10;

interface OwnerRow {
  readonly owner: string;
  readonly actions: number;
  readonly open: number;
  readonly overdue: Part;
  readonly done: Part;
  readonly proposed: number;
  readonly unknown: number;
  readonly daysToDone: Estimate;
  readonly age: Estimate;
}

const COLUMNS: readonly ColumnOf<OwnerRow>[] = [
  column("owner", "Owner", "text", 1, ({ owner }) => owner),
  column("actions", "Actions", "count", 2, ({ actions }) => actions),
  column("open", "Open", "count", 2, ({ open }) => open),
  ...partColumns<OwnerRow>("overdue", "Overdue", 1, ({ overdue }) => overdue),
  ...partColumns<OwnerRow>("done", "Done", 1, ({ done }) => done),
  column("proposed", "Proposed", "count", 3, ({ proposed }) => proposed),
  column("unknown", "Unknown", "count", 3, ({ unknown }) => unknown),
  ...estimateColumns<OwnerRow>(
    {
      key: "days_to_done_median",
      label: "Days to done, median",
      priority: 2,
      type: "number",
      countKey: "days_to_done_n",
    },
    ({ daysToDone }) => daysToDone,
  ),
  ...estimateColumns<OwnerRow>(
    {
      key: "days_open_median",
      label: "Days open, median",
      priority: 3,
      type: "number",
      countKey: "days_open_n",
      attains: true,
    },
    ({ age }) => age,
  ),
];

function isIn(...states: readonly string[]) {
  return ({ state }: ActionMention) => states.includes(state);
}

/** Done actions whose days are not known. */
function undated(mentions: readonly ActionMention[]): readonly ActionMention[] {
  return mentions.filter(({ state, days }) => state === "done" && days === null);
}

/** Whether the days of enough done actions are known for a median that is not only of the open ones. */
function hasEnoughDates(mentions: readonly ActionMention[]): boolean {
  return 2 * undated(mentions).length <= mentions.filter(isIn("done")).length;
}

/** How long actions take, the open ones counted for as long as they have been open. */
function daysToDone(mentions: readonly ActionMention[]): Estimate {
  const observations = mentions
    .filter(isIn("open", "done"))
    .flatMap(({ state, days }): readonly Observation[] =>
      days === null ? [] : [{ time: days, ended: state === "done" }],
    );
  const { median, medianLow, medianHigh, count, ended } = kaplanMeier(observations);
  const none = { value: null, low: null, high: null, of: count };
  if (!hasEnoughDates(mentions) || median === null) return none;
  return ended < FEWEST_DONE
    ? { ...none, value: median }
    : { ...none, value: median, low: medianLow, high: medianHigh };
}

function rowOf(owner: string, mentions: readonly ActionMention[]): OwnerRow {
  const open = mentions.filter(isIn("open"));
  // Not in the row of all either: in a window of one action, its days would be theirs.
  const timed = mentions.filter((one) => !isOfTooFew(one));
  const overdue = open.filter(({ overdueDays }) => overdueDays !== null).length;
  return {
    owner,
    actions: mentions.length,
    open: open.length,
    overdue: { part: overdue, of: open.filter(({ due }) => due !== null).length },
    done: {
      part: mentions.filter(isIn("done")).length,
      of: mentions.filter(isIn("open", "done", "dropped")).length,
    },
    proposed: mentions.filter(isIn("proposed")).length,
    unknown: mentions.filter(isIn(UNKNOWN)).length,
    daysToDone: daysToDone(timed),
    age: medianEstimate(timed.filter(isIn("open")).flatMap(({ days }) => days ?? [])),
  };
}

const byName = compareBy<OwnerRow>(
  (a, b) => Number(a.owner === NO_OWNER) - Number(b.owner === NO_OWNER),
  (a, b) => compareText(a.owner, b.owner),
);

function ownerNotes(mentions: readonly ActionMention[]): readonly string[] {
  if (mentions.length === 0) return [];
  const without = undated(mentions).length;
  const carry = verb(without, "carries", "carry");
  const them = verb(without, "it is", "they are");
  return [
    "Days run from the start of the incident. Actions that are still open count for the days so far (Kaplan–Meier); dropped, proposed and unknown ones do not count. There is an interval from ten done actions on.",
    ...(without > 0
      ? [
          `${counted(without, "done action")} ${carry} no date on which ${them} done, so their days are unknown; owners with more than half of these get no median.`,
        ]
      : []),
    "Owners are sorted by name; this is not a league table.",
  ];
}

/** How many actions nobody owns; null where there are no actions. */
function findingOf(mentions: readonly ActionMention[]): string | null {
  if (mentions.length === 0) return null;
  const without = mentions.filter(({ action }) => action.owner === null).length;
  return `${without} of ${counted(mentions.length, "action")} ${verb(without, "has", "have")} no owner`;
}

/** How far actions are, for all of them and for each owner. */
export function ownersSection(
  mentions: readonly ActionMention[],
  { taxonomy }: Query,
  whenEmpty: string,
): Section {
  const groups = groupByEach(mentions, ({ action }) => [ownerLabel(action, taxonomy)]);
  const rows = Array.from(groups, ([owner, some]) => rowOf(owner, some)).toSorted(byName);
  return tabulate({
    key: "owners",
    title: "Actions by owner",
    columns: COLUMNS,
    items: mentions.length > 0 ? [rowOf(ALL, mentions), ...rows] : [],
    finding: findingOf(mentions),
    whenEmpty,
    notes: [...ownerNotes(mentions), ...hiddenOwnerNotes(rows.map(({ owner }) => owner))],
  });
}
