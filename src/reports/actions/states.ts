import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { incidentsOf } from "../shared/mentions.ts";
import { verb } from "../shared/words.ts";
import { ACTION_STATES, type ActionMention } from "./mentions.ts";

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

function rowOf(state: string, some: readonly ActionMention[], of: number | null): StateRow {
  const paths = incidentsOf(some).map(({ path }) => path);
  return { state, actions: { part: some.length, of }, incidents: paths.length, paths };
}

function stateRows(mentions: readonly ActionMention[]): readonly StateRow[] {
  if (mentions.length === 0) return [];
  const known = mentions.filter(({ state }) => state !== UNKNOWN);
  const unknown = mentions.filter(({ state }) => state === UNKNOWN);
  const rows = ACTION_STATES.flatMap((state) => {
    const some = known.filter((mention) => mention.state === state);
    const row = rowOf(state, some, known.length);
    if (state !== "open") return [row];
    const overdue = some.filter(({ overdueDays }) => overdueDays !== null);
    const dated = some.filter(({ due }) => due !== null);
    return [row, rowOf("open and overdue", overdue, dated.length)];
  });
  return [...rows, ...(unknown.length > 0 ? [rowOf(UNKNOWN, unknown, null)] : [])];
}

/** How many actions are open, of those of which it is known; of how many it is not. */
function findingOf(mentions: readonly ActionMention[]): string | null {
  if (mentions.length === 0) return null;
  const known = mentions.filter(({ state }) => state !== UNKNOWN);
  const open = known.filter(({ state }) => state === "open");
  const overdue = open.filter(({ overdueDays }) => overdueDays !== null).length;
  const left = mentions.length - known.length;
  if (known.length === 0) {
    return `The state of ${counted(left, "action")} is unknown`;
  }
  const unknown = left > 0 ? `; ${left} more of unknown state` : "";
  return `${open.length} of ${counted(known.length, "action")} ${verb(open.length, "is", "are")} open, ${overdue} overdue${unknown}`;
}

/** How many actions stand where. */
export function statesSection(mentions: readonly ActionMention[], whenEmpty: string): Section {
  const hasUnknown = mentions.some(({ state }) => state === UNKNOWN);
  return tabulate({
    key: "states",
    title: "Actions by state",
    columns: COLUMNS,
    items: stateRows(mentions),
    membersOf: ({ paths }) => paths,
    finding: findingOf(mentions),
    chart: { kind: "ranking", label: "state", value: "actions", called: "Actions" },
    whenEmpty,
    notes: [
      ...(mentions.length > 0 ? ["Overdue: of the open actions that have a due date."] : []),
      ...(hasUnknown ? ["Unknown: no status, no owner and no due date; in no share."] : []),
    ],
  });
}
