import { counted } from "../../core/counted.ts";
import { column, type ColumnOf } from "../../core/output/tabulate.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import type { Query } from "../define.ts";
import { remediesOf } from "../gaps/kinds.ts";
import { estimateColumns, partColumns } from "../shared/figures.ts";
import { foreseenColumns } from "../shared/foreseen.ts";
import { interventionTexts, lastMissingText, turnReason } from "./progress-words.ts";
import type { RankedItem } from "./score.ts";
import {
  audienceOf,
  costText,
  evidenceOf,
  headCount,
  type Judging,
  measureOf,
  nameOf,
  resourceHours,
  scopeOf,
  SCOPES,
  trainingText,
  trendOf,
} from "./words.ts";

type Columns = readonly ColumnOf<RankedItem>[];

/** The name of a competency; of a domain, that its documents name no competency. */
function lineName(item: RankedItem, { competencies }: Taxonomy): string {
  const isDomain = competencies.some(({ parent }) => parent === item.id);
  return isDomain ? `${nameOf(item)}, no competency named` : nameOf(item);
}

const PLACE: Columns = [
  { ...column<RankedItem>("competency", "Competency id", "text", 3, ({ id }) => id), isId: true },
  column("turn", "When", "text", 1, ({ turn }) => turn),
  column(
    "turn_reason",
    "Why not first",
    "text",
    1,
    turnReason,
    "Why a gap that is frequent enough does not come first: an intervention worked, or it has not been missing for long.",
  ),
  column(
    "meaning",
    "What it means",
    "text",
    1,
    ({ competency }) => competency?.description || null,
  ),
];

function needColumns(query: Query): Columns {
  const { taxonomy } = query;
  return [
    column("training", "Training?", "text", 1, (item) => trainingText(item, taxonomy)),
    column("remedies", "Calls for", "list", 1, ({ gap }) => remediesOf(gap.kinds, taxonomy)),
    column("scope", "Scope", "text", 1, (item) =>
      item.progress.solvedBy === null ? scopeOf(item, query) : SCOPES["too few"],
    ),
    column("audience", "For (people)", "list", 1, (item) => audienceOf(item, taxonomy)),
    column("people", "People", "count", 3, (item) => headCount(item, taxonomy)),
    column("asked_of", "Who can teach", "list", 1, ({ gap }) => gap.askedOf),
    column("resources", "To learn from", "list", 2, ({ resources }) =>
      resources.map(({ title, hours }) => (hours === null ? title : `${title} (${hours} h)`)),
    ),
    column("resource_hours", "Hours", "number", 2, (item) => resourceHours(item, taxonomy)),
    column(
      "interventions",
      "Already done",
      "list",
      1,
      interventionTexts,
      "Interventions on the competency or its domain, with the verdict of pm impact.",
    ),
    column("open_actions", "Open actions for it", "list", 2, ({ openActions }) =>
      openActions.map(({ action, due, overdueDays }) => {
        const late = overdueDays === null ? "" : ` (${counted(overdueDays, "day")} overdue)`;
        return action.title.value + (due === null ? "" : `, due ${due}${late}`);
      }),
    ),
  ];
}

const EVIDENCE: Columns = [
  ...partColumns<RankedItem>("incidents", "Missing in", 1, ({ gap }) => {
    return { part: gap.incidents, of: gap.of };
  }),
  column(
    "last_missing",
    "Last missing",
    "text",
    2,
    lastMissingText,
    "The day of the latest incident of the window in which it was missing, and how many came after it.",
  ),
  column("verdict", "Verdict", "text", 1, ({ gap }) => gap.judgement?.verdict ?? null),
  column("verdict_rule", "Rule", "text", 3, ({ gap }) => gap.judgement?.rule ?? null),
  column("trend", "Trend", "text", 2, trendOf),
  column("cost", "Cost", "text", 2, costText),
  ...estimateColumns<RankedItem>(
    {
      ...{ key: "excess_minutes", label: "Excess per incident", priority: 3, type: "minutes" },
      ...{ countKey: "excess_minutes_n", attains: true },
    },
    ({ cost }) => ({ ...cost, value: cost.minutes }),
  ),
  column("excess_within", "Compared within", "text", 3, ({ cost }) => cost.within),
  column("excess_left_out", "Not compared", "count", 3, ({ cost }) => cost.leftOut),
  column("excess_per_year_minutes", "Excess per year", "minutes", 3, ({ cost }) =>
    cost.minutes === null ? null : cost.minutes * cost.perYear,
  ),
  column("excess_per_year_minutes_low", "Excess per year, from", "minutes", 3, ({ cost }) =>
    cost.low === null ? null : cost.low * cost.perYear,
  ),
  column("excess_per_year_minutes_high", "Excess per year, to", "minutes", 3, ({ cost }) =>
    cost.high === null ? null : cost.high * cost.perYear,
  ),
  column("evidence", "Evidence", "list", 2, evidenceOf),
  column(
    "evidence_n",
    "Sentences",
    "count",
    3,
    ({ mentions }) => mentions.filter(({ gap }) => gap.evidence !== null).length,
  ),
];

const SCORE: Columns = [
  column("rank", "Places left open", "text", 3, ({ rankLow, rankHigh }) =>
    rankLow === rankHigh ? String(rankLow) : `${rankLow}–${rankHigh}`,
  ),
  {
    ...column<RankedItem>("score", "Score", "number", 3, ({ score }) => score),
    joined: { low: "score_low", high: "score_high" },
  },
  column("score_low", "Score, from", "number", 3, ({ low }) => low),
  column("score_high", "Score, to", "number", 3, ({ high }) => high),
  column("score_frequency", "Score: how often", "number", 3, ({ parts }) => parts.frequency),
  column("score_cost", "Score: cost", "number", 3, ({ parts }) => parts.cost),
  column("score_spread", "Score: spread", "number", 3, ({ parts }) => parts.spread),
  column("score_trend", "Score: trend", "number", 3, ({ parts }) => parts.trend),
  column("score_unaddressed", "Score: unaddressed", "number", 3, ({ parts }) => parts.unaddressed),
];

/**
 * The columns of a plan.
 * @param years how long the incidents were collected
 * @param judging when it will be judged
 */
export function planColumns(query: Query, years: number, judging: Judging): Columns {
  return [
    column("name", "Competency", "text", 1, (item) => lineName(item, query.taxonomy)),
    ...PLACE,
    ...EVIDENCE,
    ...needColumns(query),
    ...foreseenColumns<RankedItem>(query, ({ id }) => id),
    column("measure", "Judged by", "text", 1, (item) =>
      item.progress.solvedBy === null ? measureOf(item, years, judging) : null,
    ),
    column("judged_on", "On", "date", 3, () => judging.day),
    ...SCORE,
  ];
}
