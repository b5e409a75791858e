import { column, type ColumnOf, competencyColumn } from "../../core/output/tabulate.ts";
import type { Column } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import type { BeforeAfter } from "../../statistics/difference-in-differences.ts";
import type { Share } from "../../statistics/fisher.ts";
import type { Query } from "../define.ts";
import {
  type Estimate,
  estimateColumns,
  finite,
  medianColumns,
  partColumns,
} from "../shared/figures.ts";
import type { Outcome } from "./effects.ts";
import type { JudgedImpact } from "./judge.ts";
import { sentenceOf } from "./sentence.ts";

function ratioOf({ effect, after }: Outcome): Estimate {
  return {
    value: finite(effect?.ratio),
    low: finite(effect?.interval?.low),
    high: finite(effect?.interval?.high),
    of: after,
  };
}

function missingColumns(
  key: string,
  label: string,
  priority: Column["priority"],
  when: keyof BeforeAfter<Share>,
): readonly ColumnOf<JudgedImpact>[] {
  return partColumns(key, label, priority, ({ missing }) => {
    const { count, of } = missing[when];
    return { part: count, of };
  });
}

const interventionColumns = (taxonomy: Taxonomy): readonly ColumnOf<JudgedImpact>[] => [
  column("intervention", "Intervention", "text", 1, ({ intervention }) => intervention.id),
  column("date", "Date", "date", 1, ({ intervention }) => intervention.date),
  column("kind", "Kind", "text", 3, ({ intervention }) => intervention.kind),
  competencyColumn(
    "competency",
    "Competency",
    "text",
    1,
    ({ intervention }) => intervention.competency,
  ),
  column(
    "teams",
    "Teams",
    "list",
    3,
    ({ intervention: { teams } }) => (teams.length > 0 ? teams : ["(all)"]),
    "Teams that it was for: only their gaps count.",
  ),
  column("hours", "Hours", "number", 3, ({ intervention }) => intervention.hours),
  column("verdict", "Verdict", "text", 1, ({ verdict }) => verdict),
  column("summary", "In one sentence", "text", 1, (impact) => sentenceOf(impact, taxonomy)),
];

const RATIO = { priority: 2, type: "ratio" } as const;

const FREQUENCY: readonly ColumnOf<JudgedImpact>[] = [
  ...missingColumns("incidents_before", "Missing before", 2, "before"),
  ...missingColumns("incidents_after", "Missing since", 2, "after"),
  ...estimateColumns<JudgedImpact>(
    { ...RATIO, key: "missing_ratio", label: "How often, ratio", countKey: "missing_ratio_n" },
    ({ frequency }) => ratioOf(frequency),
  ),
  column("missing_smallest_ratio", "Smallest fall that would show", "ratio", 3, (impact) => {
    return impact.frequency.smallest;
  }),
  column("missing_needed_n", "Incidents since, for a halving", "count", 3, (impact) => {
    return impact.frequency.needed;
  }),
];

const DURATION: readonly ColumnOf<JudgedImpact>[] = [
  ...medianColumns<JudgedImpact>(
    "time_to_diagnose_before",
    "Diagnosing before",
    3,
    ({ minutes }) => minutes.before,
  ),
  ...medianColumns<JudgedImpact>(
    "time_to_diagnose_after",
    "Diagnosing since",
    3,
    ({ minutes }) => minutes.after,
  ),
  ...medianColumns<JudgedImpact>(
    "others_time_to_diagnose_before",
    "Others before",
    3,
    ({ otherMinutes }) => otherMinutes.before,
  ),
  ...medianColumns<JudgedImpact>(
    "others_time_to_diagnose_after",
    "Others since",
    3,
    ({ otherMinutes }) => otherMinutes.after,
  ),
  ...estimateColumns<JudgedImpact>(
    {
      ...RATIO,
      key: "time_to_diagnose_ratio",
      label: "How long, ratio",
      countKey: "time_to_diagnose_ratio_n",
    },
    ({ duration }) => ratioOf(duration),
  ),
  column(
    "time_to_diagnose_smallest_ratio",
    "Smallest fall that would show",
    "ratio",
    3,
    (impact) => {
      return impact.duration.smallest;
    },
  ),
  column("time_to_diagnose_needed_n", "With a time since, for a halving", "count", 3, (impact) => {
    return impact.duration.needed;
  }),
];

/** The columns of the report on interventions. */
export function impactColumns({ taxonomy }: Query): readonly ColumnOf<JudgedImpact>[] {
  return [...interventionColumns(taxonomy), ...FREQUENCY, ...DURATION];
}
