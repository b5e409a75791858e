import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { confirmedOnly } from "../../core/document/confirmed.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import type { Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { partColumns } from "../shared/figures.ts";
import { groupByEach } from "../shared/grouping.ts";
import { teamsAtWork, teamsBeside } from "../shared/lacking.ts";
import { teamLabel, teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";

interface Coverage {
  readonly service: string;
  /** As printed; null where the taxonomy does not have the service. */
  readonly owner: string | null;
  readonly incidents: number;
  /** Incidents that say which teams worked on them: the denominator of the share. */
  readonly withTeams: number;
  readonly withOthers: number | null;
  /** Of these, the incidents that had other teams by confirmed entries alone. */
  readonly confirmed: number | null;
  readonly withoutOwner: number | null;
  readonly share: number | null;
  readonly others: readonly string[];
}

const CONFIRMED: readonly ColumnOf<Coverage>[] = [
  column("confirmed_incidents", "Confirmed", "count", 1, ({ confirmed }) => confirmed),
];

const coverageColumns = (suggested: boolean): readonly ColumnOf<Coverage>[] => [
  column("service", "Service", "text", 1, ({ service }) => service),
  column("owner", "Owner", "text", 1, ({ owner }) => owner),
  column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
  ...partColumns<Coverage>("incidents_with_other_teams", "With others", 1, (row) =>
    row.withOthers === null ? null : { part: row.withOthers, of: row.withTeams },
  ),
  ...(suggested ? CONFIRMED : []),
  column(
    "incidents_without_owner",
    "Without owner",
    "count",
    2,
    ({ withoutOwner }) => withoutOwner,
  ),
  column("other_teams", "Other teams", "list", 2, ({ others }) => others),
];

const leastCovered = compareBy<Coverage>(
  (a, b) => (b.withOthers ?? -1) - (a.withOthers ?? -1),
  (a, b) => (b.share ?? -1) - (a.share ?? -1),
  (a, b) => b.incidents - a.incidents,
  (a, b) => compareText(a.service, b.service),
);

function coverageOf(
  service: string,
  incidents: readonly Postmortem[],
  taxonomy: Taxonomy,
  owners: ReadonlyMap<string, string>,
): Coverage {
  const owner = owners.get(service);
  const staffed = incidents.filter((incident) => teamsAtWork(incident).length > 0);
  const counts = { service, incidents: incidents.length, withTeams: staffed.length };
  if (owner === undefined) {
    return {
      ...counts,
      owner: null,
      withOthers: null,
      confirmed: null,
      withoutOwner: null,
      share: null,
      others: [],
    };
  }
  const others = (incident: Postmortem) => teamsBeside(owner, incident);
  const isHelped = (incident: Postmortem) => others(incident).length > 0;
  const helped = staffed.filter(isHelped);
  return {
    ...counts,
    owner: teamLabel(taxonomy, owner),
    withOthers: helped.length,
    confirmed: staffed.map(confirmedOnly).filter(isHelped).length,
    withoutOwner: helped.filter((incident) => !teamsAtWork(incident).includes(owner)).length,
    share: staffed.length > 0 ? helped.length / staffed.length : null,
    others: teamLabels(taxonomy, helped.flatMap(others)),
  };
}

function coverageNotes(rows: readonly Coverage[], incidents: readonly Postmortem[]) {
  const unowned = rows.filter(({ owner }) => owner === null).map(({ service }) => service);
  const teamless = incidents.filter((incident) => teamsAtWork(incident).length === 0).length;
  const serviceless = incidents.filter(({ services }) => services.length === 0).length;
  const notes: string[] = [];
  if (unowned.length > 0) {
    notes.push(`The taxonomy names no owner for: ${unowned.join(", ")}.`);
  }
  if (teamless > 0) {
    const stay = verb(teamless, "names no team and stays", "name no team and stay");
    notes.push(`${counted(teamless, "incident")} ${stay} out of the shares.`);
  }
  if (serviceless > 0) {
    const are = verb(serviceless, "names no service and is", "name no service and are");
    notes.push(`${counted(serviceless, "incident")} ${are} not counted here.`);
  }
  return notes;
}

/** Incidents in which teams worked besides the owner of the service, by service. */
export function coverageSection(
  incidents: readonly Postmortem[],
  taxonomy: Taxonomy,
  suggested: boolean,
): Section {
  const owners = new Map(taxonomy.services.map(({ id, owner }) => [id, owner]));
  const groups = groupByEach(incidents, ({ services }) => services.map(({ value }) => value));
  const rows = Array.from(groups, ([service, members]) =>
    coverageOf(service, members, taxonomy, owners),
  ).toSorted(leastCovered);
  const helped = rows.filter(({ withOthers }) => (withOthers ?? 0) > 0).length;
  return tabulate({
    key: "coverage",
    title: "Incidents that needed teams besides the owner",
    columns: coverageColumns(suggested),
    items: rows,
    finding:
      rows.length > 0
        ? `${helped} of ${counted(rows.length, "service")} needed a team besides the owner`
        : null,
    chart: {
      ...{ kind: "ranking", label: "service", value: "incidents_with_other_teams" },
      called: "Incidents with other teams",
    },
    whenEmpty: "No incident in the window names a service.",
    notes: coverageNotes(rows, incidents),
  });
}
