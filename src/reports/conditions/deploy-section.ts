import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Deploy } from "../../core/settings/deploy.ts";
import type { Section } from "../../core/table.ts";
import { MINUTES_PER_HOUR } from "../../core/time/minutes-text.ts";
import type { Query } from "../define.ts";
import { CANNOT_TELL } from "../shared/change-columns.ts";
import { finite, partColumns } from "../shared/figures.ts";
import { percent } from "../shared/words.ts";
import { type DeployRate, deployRates, tellsOf } from "./deploy-rates.ts";

function timeShare({ after, other }: DeployRate): number | null {
  const all = after.exposure + other.exposure;
  return all > 0 ? after.exposure / all : null;
}

function ruleOf({ after, other, p }: DeployRate): string {
  const counts = `${counted(after.count, "incident")} in ${Math.round(after.exposure)} h after deploys, ${other.count} in ${Math.round(other.exposure)} h of other time`;
  return p === null ? `${counts}: too few` : `${counts}, p ${percent(p)}`;
}

const COLUMNS: readonly ColumnOf<DeployRate>[] = [
  column("service", "Deploys of", "text", 1, ({ service }) => service),
  column("within_minutes", "Within", "minutes", 1, ({ hours }) => hours * MINUTES_PER_HOUR),
  ...partColumns<DeployRate>("deploys_with_incident", "With incident", 1, (row) => {
    return { part: row.followed, of: row.deploys };
  }),
  ...partColumns<DeployRate>("deploys_without_incident", "False alarms", 1, (row) => {
    return { part: row.deploys - row.followed, of: row.deploys };
  }),
  ...partColumns<DeployRate>("incidents_after_deploy", "Incidents after deploy", 2, (row) => {
    return { part: row.after.count, of: row.after.count + row.other.count };
  }),
  column("time_after_deploy_share", "Time after deploy", "share", 2, timeShare),
  {
    ...column<DeployRate>("rate_ratio", "Rate, times other", "ratio", 1, ({ comparison }) =>
      finite(comparison?.ratio),
    ),
    joined: { low: "rate_ratio_low", high: "rate_ratio_high" },
  },
  column("rate_ratio_low", "Rate, from", "ratio", 2, ({ comparison }) =>
    finite(comparison?.interval?.low),
  ),
  column("rate_ratio_high", "Rate, to", "ratio", 2, ({ comparison }) =>
    finite(comparison?.interval?.high),
  ),
  column("answer", "Answer", "text", 1, (row) => tellsOf(row) ?? CANNOT_TELL),
  column("rule", "Compared", "text", 3, ruleOf),
];

function findingOf(rows: readonly DeployRate[]): string | null {
  const standout = rows.find((row) => tellsOf(row) === "more often");
  if (standout) {
    const { followed, deploys, hours, service } = standout;
    return `${followed} of ${counted(deploys, "deploy")} of ${service} had an incident within ${hours} h: more often than at other times`;
  }
  return rows.length > 0 ? "No deploys that incidents follow by more than chance" : null;
}

const NOTES = [
  "With incident: an incident started in that time after the deploy. False alarms: no incident did; a warning at every deploy would be wrong that often.",
  "Rate: incidents per hour after deploys, as a multiple of the rate in other hours, from the first known deploy to the last. Deploys and incidents are both more common in working hours, and that alone can raise it.",
];

/** What followed deploys, from the incidents of a window. */
export function deploySection(
  query: Query,
  deploys: readonly Deploy[],
  incidents: readonly Postmortem[],
): Section {
  const { window, thresholds } = query;
  const rows = deployRates({ deploys, incidents, window, fewest: thresholds.systemicIncidents });
  return tabulate({
    key: "deploys",
    title: "How often an incident follows a deploy",
    columns: COLUMNS,
    items: rows,
    finding: findingOf(rows),
    membersOf: ({ paths }) => paths,
    whenEmpty: "No deploy is known.",
    notes: rows.length > 0 ? NOTES : [],
  });
}
