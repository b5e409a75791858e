import { counted } from "../../core/counted.ts";
import type { Section } from "../../core/table.ts";
import { column, type ColumnOf, tabulate } from "../../core/tabulate.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { verb } from "../shared/words.ts";
import { ACTION_STATES, type ActionMention, incidentsOf } from "./mentions.ts";

interface StateRow {
  readonly state: string;
  readonly actions: Part;
  readonly incidents: number;
  /** The files of these incidents. */
  readonly paths: readonly string[];
}

const COLUMNS: readonly ColumnOf<StateRow>[] = [
  column("state", "State", "text", 1, ({ state }) => state),
  ...partColumns<StateRow>("actions", "Actions", 1, ({ actions }) => actions),
  column("incidents", "Incidents", "count", 2, ({ incidents }) => incidents),
];

function rowOf(state: string, some: readonly ActionMention[], of: number): StateRow {
  const paths = incidentsOf(some).map(({ path }) => path);
  return { state, actions: { part: some.length, of }, incidents: paths.length, paths };
}

function stateRows(mentions: readonly ActionMention[]): readonly StateRow[] {
  if (mentions.length === 0) return [];
  return ACTION_STATES.flatMap((state) => {
    const some = mentions.filter((mention) => mention.state === state);
    const row = rowOf(state, some, mentions.length);
    if (state !== "open") return [row];
    const overdue = some.filter(({ overdueDays }) => overdueDays !== null);
    const dated = some.filter(({ due }) => due !== null);
    return [row, rowOf("open and overdue", overdue, dated.length)];
  });
}

/** How many actions stand where. */
export function statesSection(mentions: readonly ActionMention[], whenEmpty: string): Section {
  const open = mentions.filter(({ state }) => state === "open");
  const overdue = open.filter(({ overdueDays }) => overdueDays !== null).length;
  return tabulate({
    key: "states",
    title: "Actions by state",
    columns: COLUMNS,
    items: stateRows(mentions),
    membersOf: ({ paths }) => paths,
    finding:
      mentions.length > 0
        ? `${open.length} of ${counted(mentions.length, "action")} ${verb(open.length, "is", "are")} open, ${overdue} overdue`
        : null,
    chart: { kind: "ranking", label: "state", value: "actions", called: "Actions" },
    whenEmpty,
    notes: mentions.length > 0 ? ["Overdue: of the open actions that have a due date."] : [],
  });
}
