import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import { placeText } from "../../core/places/place-text.ts";
import { UNKNOWN } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { verb } from "../shared/words.ts";
import { type ActionMention, hiddenOwnerNotes, ownerLabel, placeOfAction } from "./mentions.ts";

/** Later than any date. */
const NEVER = "9999-12-31";

const earliestDue = compareBy<ActionMention>(
  (a, b) => compareText(a.due ?? NEVER, b.due ?? NEVER),
  (a, b) => (b.days ?? 0) - (a.days ?? 0),
  (a, b) => compareText(a.incident.path, b.incident.path),
  (a, b) => a.action.source.range.start.offset - b.action.source.range.start.offset,
);

function openColumns({ taxonomy }: Query): readonly ColumnOf<ActionMention>[] {
  return [
    column("due", "Due", "date", 1, ({ due }) => due),
    column("overdue_days", "Days overdue", "count", 1, ({ overdueDays }) => overdueDays),
    column("action", "Action", "text", 1, ({ action }) => action.title.value),
    column("owner", "Owner", "text", 1, ({ action }) => ownerLabel(action, taxonomy)),
    column("status", "Status", "text", 3, ({ action }) => action.status?.value ?? null),
    column("age_days", "Days open", "count", 2, ({ days }) => days),
    competencyColumn("competency", "Competency", "text", 2, ({ action: { competency } }) =>
      competency ? listedLabel(taxonomy.competencies, competency.value) : null,
    ),
    ...incidentColumns<ActionMention>(({ incident }) => incident, 3),
    column("place", "Place", "text", 3, (mention) => placeText(placeOfAction(mention))),
  ];
}

function findingOf(overdue: number, open: number): string {
  return `${overdue} of ${counted(open, "open action")} ${verb(overdue, "is", "are")} overdue`;
}

/** That none is open, as far as the documents say where their actions stand. */
function noneOpen(mentions: readonly ActionMention[]): string {
  const unknown = mentions.filter(({ state }) => state === UNKNOWN).length;
  if (unknown === 0) return "No action is open.";
  const say = verb(unknown, "says", "say");
  return `No action is known to be open: ${unknown} of ${mentions.length} ${say} neither status nor owner nor due date.`;
}

/** The open actions, or only those that are overdue, by their due date. */
export function openSection(
  mentions: readonly ActionMention[],
  onlyOverdue: boolean,
  query: Query,
  whenEmpty: string,
): Section {
  const open = mentions.filter(({ state }) => state === "open");
  const overdue = open.filter(({ overdueDays }) => overdueDays !== null);
  return tabulate({
    key: onlyOverdue ? "overdue" : "open",
    title: onlyOverdue ? "Overdue actions" : "Open actions by due date",
    columns: openColumns(query),
    items: (onlyOverdue ? overdue : open).toSorted(earliestDue),
    finding: open.length > 0 ? findingOf(overdue.length, open.length) : null,
    places: (mention) => [placeOfAction(mention)],
    whenEmpty: onlyOverdue ? whenEmpty : noneOpen(mentions),
    notes: hiddenOwnerNotes(
      (onlyOverdue ? overdue : open).map(({ action }) => ownerLabel(action, query.taxonomy)),
    ),
  });
}
