import { compareBy, compareText } from "../../core/compare.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Intervention } from "../../core/settings/intervention.ts";
import { domainOf } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { today } from "../shared/days.ts";
import { passesCompetency } from "../shared/filters.ts";
import { impactOf } from "./effects.ts";
import { type Judged, judgeImpacts } from "./judge.ts";

const byDate = compareBy<Intervention>(
  (a, b) => compareText(a.date, b.date),
  (a, b) => compareText(a.id, b.id),
);

/** The interventions that the filters choose, the oldest first. */
export function chosenInterventions(query: Query): readonly Intervention[] {
  const { interventions = [], filters, taxonomy } = query;
  return interventions
    .filter(
      ({ competency }) =>
        passesCompetency(query, competency) ||
        filters.competencies.some((wanted) => domainOf(taxonomy, wanted) === competency),
    )
    .toSorted(byDate);
}

/**
 * Judges interventions together.
 * @param incidents all up to the end of the window, whatever was missing in them
 */
export function judgedInterventions(
  interventions: readonly Intervention[],
  incidents: readonly Postmortem[],
  query: Query,
): Judged {
  return judgeImpacts(
    interventions.map((one) => impactOf(one, incidents, query)),
    today(query),
  );
}
