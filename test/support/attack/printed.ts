import type { Postmortem } from "../../../src/core/postmortem.ts";
import type { Column, Report } from "../../../src/core/table.ts";
import type { Taxonomy } from "../../../src/core/taxonomy.ts";
import { anonymise } from "../../../src/privacy/anonymise.ts";
import type { OptionValue, Query } from "../../../src/reports/define.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { buildQuery } from "../build-query.ts";

export const PRIVACY = { minimumPeople: 5, assumeTeamSize: null };

const ALL_TIME = { since: null, until: Date.parse("2026-07-01T00:00Z"), prior: null };

type Asked = readonly [
  name: string,
  options: Readonly<Record<string, OptionValue>>,
  query: Parameters<typeof buildQuery>[0],
];

/** Reports with their options and filters, in windows of which one lies within the other. */
export const QUICK: readonly Asked[] = [
  ["gaps", { by: "team" }, {}],
  ["gaps", { by: "team" }, { window: ALL_TIME }],
  ["gaps", { by: "service" }, { window: ALL_TIME }],
  ["escalations", {}, { window: ALL_TIME }],
  ["coverage", {}, { window: ALL_TIME }],
];

/** Reports by which owners of actions can be told apart. */
export const OF_ACTIONS: readonly Asked[] = [
  ["actions", {}, { window: ALL_TIME }],
  ["gaps", { by: "team" }, { window: ALL_TIME }],
];

/** Reports of how long incidents took, one of them a list of single incidents. */
export const TIMED: readonly Asked[] = [
  ["ttd", { by: "month", phase: "diagnose" }, { window: ALL_TIME }],
  ["ttd", { by: "severity", phase: "detect" }, {}],
  ["list", {}, { window: ALL_TIME }],
];

/** All reports that count teams or services; some take their time. */
export const ALL: readonly Asked[] = [
  ...QUICK,
  ["gaps", { by: "team,competency" }, { window: ALL_TIME }],
  ["gaps", { by: "team" }, { filters: { competencies: ["messaging.ordering"] } }],
  ["gaps", { by: "competency" }, { filters: { severities: ["P2"] } }],
  ["gaps", { by: "competency" }, { window: ALL_TIME }],
  ["ttd", { by: "service", phase: "diagnose" }, { window: ALL_TIME }],
  ["ttd", { by: "team", phase: "diagnose" }, {}],
  ["ttd", { by: "team", phase: "detect" }, { window: ALL_TIME }],
  ["actions", {}, { window: ALL_TIME }],
  ["trends", {}, { window: ALL_TIME }],
  ["plan", {}, {}],
];

/** Reports of a folder as reports may know it. */
export function printedReports(
  postmortems: readonly Postmortem[],
  taxonomy: Taxonomy,
  asked: readonly Asked[],
): readonly Report[] {
  const known = anonymise(postmortems, taxonomy, PRIVACY);
  return asked.map(([name, options, partial]) => {
    const report = REPORTS.find((one) => one.name === name);
    if (!report) throw new Error(`No report ${name}`);
    const query: Query = buildQuery({
      ...partial,
      postmortems: known.postmortems,
      taxonomy: known.taxonomy,
    });
    return report.build(query, options);
  });
}

/** Texts that say what a row is about; other texts change with its figures. */
const LABELS: ReadonlySet<string> = new Set([
  ...["team", "service", "competency", "from", "to", "reason", "owner", "group", "row", "kind"],
  ...["period", "phase", "by", "of", "state", "incident", "id", "action", "title", "name"],
]);

/** Counts of other things than incidents and what they hold. */
const NO_INCIDENTS = /^(?:teams|services|rank|people|untested|competencies|.*days)$/u;

function isCount({ type, key }: Column): boolean {
  return type === "count" && !NO_INCIDENTS.test(key);
}

/** Every count that reports print, by the place at which it stands. */
export function printedCounts(reports: readonly Report[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [index, { sections }] of reports.entries()) {
    for (const { key, columns, rows } of sections) {
      for (const row of rows) {
        const labels = columns.flatMap((column, at) =>
          LABELS.has(column.key) ? [JSON.stringify(row[at])] : [],
        );
        for (const [at, column] of columns.entries()) {
          const cell = row[at];
          if (!isCount(column) || typeof cell !== "number") continue;
          counts.set([index, key, ...labels, column.key].join("|"), cell);
        }
      }
    }
  }
  return counts;
}
