import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import { daysBetween } from "../../core/time/days.ts";
import type { Query } from "../define.ts";
import { today } from "../shared/days.ts";
import { incidentColumns } from "../shared/incident-columns.ts";
import { verb } from "../shared/words.ts";
import { dateOf } from "./mentions.ts";

/** A follow-up review that has not been held. */
export interface PlannedReview {
  readonly incident: Postmortem;
  readonly due: string | null;
  /** Null where it is not overdue. */
  readonly overdueDays: number | null;
}

const NEVER = "9999-12-31";

const earliestDue = compareBy<PlannedReview>(
  (a, b) => compareText(a.due ?? NEVER, b.due ?? NEVER),
  (a, b) => compareText(a.incident.path, b.incident.path),
);

const COLUMNS: readonly ColumnOf<PlannedReview>[] = [
  column("due", "Due", "date", 1, ({ due }) => due),
  column("overdue_days", "Days overdue", "count", 1, ({ overdueDays }) => overdueDays),
  ...incidentColumns<PlannedReview>(({ incident }) => incident),
  column("criteria", "Criteria", "text", 2, ({ incident }) => {
    return incident.review?.criteria?.value ?? null;
  }),
];

/** The reviews that are planned and not held, the earliest first. */
export function plannedReviews(
  incidents: readonly Postmortem[],
  query: Query,
): readonly PlannedReview[] {
  const now = today(query);
  const planned = incidents.filter(({ review }) => review !== null && review.done === null);
  return planned
    .map((incident): PlannedReview => {
      const due = dateOf(incident.review?.due ?? null);
      return {
        incident,
        due,
        overdueDays: due !== null && due < now ? daysBetween(due, now) : null,
      };
    })
    .toSorted(earliestDue);
}

function reviewNotes(incidents: readonly Postmortem[]): readonly string[] {
  const held = incidents.filter(({ review }) => review !== null && review.done !== null).length;
  const without = incidents.filter(({ review }) => review === null).length;
  if (incidents.length === 0) return [];
  const were = verb(held, "review was held", "reviews were held");
  const plan = verb(without, "incident plans", "incidents plan");
  return [`${held} ${were}; ${without} ${plan} none.`];
}

/** The follow-up reviews that are due or planned, or only those that are overdue. */
export function reviewsSection(
  incidents: readonly Postmortem[],
  reviews: readonly PlannedReview[],
  onlyOverdue: boolean,
): Section {
  const overdue = reviews.filter(({ overdueDays }) => overdueDays !== null);
  const which = onlyOverdue ? "overdue" : "waiting";
  return tabulate({
    key: onlyOverdue ? "overdue_reviews" : "reviews",
    title: onlyOverdue ? "Overdue reviews" : "Follow-up reviews that have not been held",
    columns: COLUMNS,
    items: onlyOverdue ? overdue : reviews,
    finding:
      reviews.length > 0
        ? `${overdue.length} of ${counted(reviews.length, "follow-up review")} ${verb(overdue.length, "is", "are")} overdue`
        : null,
    places: ({ incident }) => [
      { path: incident.path, line: incident.review?.due?.source.range.start.line ?? null },
    ],
    whenEmpty: `No follow-up review is ${which}.`,
    notes: onlyOverdue ? [] : reviewNotes(incidents),
  });
}

/** How many reviews are overdue, in words; null for none. */
export function overdueReviewsText(reviews: readonly PlannedReview[]): string | null {
  const overdue = reviews.filter(({ overdueDays }) => overdueDays !== null).length;
  return overdue === 0 ? null : counted(overdue, "review");
}
