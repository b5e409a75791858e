import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { ReviewDecision } from "../../core/settings/review-decision.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Section } from "../../core/table.ts";
import { daysBetween } from "../../core/time/days.ts";
import type { Query } from "../define.ts";
import { today } from "../shared/days.ts";
import { listedLabel } from "../shared/listed-label.ts";
import { teamLabel } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";

/** Later than any date. */
const NEVER = "9999-12-31";

/** How an owner is printed: a name that no list has may be a person's. */
function ownerText({ owner }: ReviewDecision, { taxonomy }: Query): string | null {
  if (owner === null) return null;
  return taxonomy.teams.some(({ id }) => id === owner) ? teamLabel(taxonomy, owner) : UNLISTED;
}

/** Days since an open decision was due; null where it is not. */
function overdueDays({ due, state }: ReviewDecision, query: Query): number | null {
  const now = today(query);
  return state === "open" && due !== null && due < now ? daysBetween(due, now) : null;
}

function columnsFor(query: Query): readonly ColumnOf<ReviewDecision>[] {
  return [
    column("review", "Review", "text", 1, ({ review }) => review),
    column("decision", "Decision", "text", 1, ({ decision }) => decision),
    column("owner", "Owner", "text", 1, (one) => ownerText(one, query)),
    column("due", "Due", "date", 1, ({ due }) => due),
    column("overdue_days", "Days overdue", "count", 2, (one) => overdueDays(one, query)),
    competencyColumn("competency", "Competency", "text", 2, ({ competency }) =>
      competency === null ? null : listedLabel(query.taxonomy.competencies, competency),
    ),
    column("decision_state", "State", "text", 1, ({ state }) => state),
  ];
}

const openFirst = compareBy<ReviewDecision>(
  (a, b) => Number(b.state === "open") - Number(a.state === "open"),
  (a, b) => compareText(a.due ?? NEVER, b.due ?? NEVER),
  (a, b) => compareText(a.review, b.review),
);

/**
 * Decisions that are carried over: those that are open, of whatever review, and all of the last two.
 * @param month of this review: `2026-06`.
 */
export function decisionsSection(query: Query, month: string): Section {
  const known = (query.decisions ?? []).filter(({ review }) => review <= month);
  const last = [...new Set(known.map(({ review }) => review))].toSorted(compareText).slice(-2);
  const shown = known.filter(({ review, state }) => state === "open" || last.includes(review));
  const open = shown.filter(({ state }) => state === "open").length;
  const file = `reviews/${month}.yaml`;
  return tabulate({
    key: "decisions",
    title: "Decisions",
    columns: columnsFor(query),
    items: shown.toSorted(openFirst),
    finding:
      shown.length > 0
        ? `${open} of ${counted(shown.length, "decision")} ${verb(open, "is", "are")} open`
        : null,
    whenEmpty: `No decision is recorded. Write those of this review to ${file}, beside pm.yaml.`,
    notes:
      shown.length > 0
        ? [
            `Write the decisions of this review to ${file}; the next review carries them over with their state. Older ones that are done or dropped are left out.`,
          ]
        : [],
  });
}
