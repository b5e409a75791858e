import { compareBy, compareText } from "../../core/compare.ts";
import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, competencyColumn, tabulate } from "../../core/output/tabulate.ts";
import type { Section } from "../../core/table.ts";
import type { Query } from "../define.ts";
import { type Part, partColumns } from "../shared/figures.ts";
import { groupByEach, knownTexts } from "../shared/grouping.ts";
import { teamsBeside } from "../shared/lacking.ts";
import { teamLabel, teamLabels } from "../shared/team-label.ts";
import { verb } from "../shared/words.ts";
import type { Evidence } from "./evidence.ts";

interface ServiceRow {
  readonly service: string;
  readonly owner: string;
  readonly competency: string;
  readonly alone: Part;
  readonly asked: readonly string[];
}

interface BorderRow {
  readonly service: string;
  readonly owner: string;
  readonly crossed: Part;
  readonly others: readonly string[];
}

const COLUMNS: readonly ColumnOf<ServiceRow>[] = [
  column("service", "Service", "text", 1, ({ service }) => service),
  column("owner", "Owner", "text", 2, ({ owner }) => owner),
  competencyColumn("competency", "Competency", "text", 1, ({ competency }) => competency),
  ...partColumns<ServiceRow>("owner_alone", "Owner alone", 1, ({ alone }) => alone),
  column("asked", "Asked whom", "list", 1, ({ asked }) => asked),
];

const BORDER_COLUMNS: readonly ColumnOf<BorderRow>[] = [
  column("service", "Service", "text", 1, ({ service }) => service),
  column("owner", "Owner", "text", 1, ({ owner }) => owner),
  ...partColumns<BorderRow>("crossed", "With other teams", 1, ({ crossed }) => crossed),
  column("others", "Other teams", "list", 1, ({ others }) => others),
];

const byService = compareBy<ServiceRow>(
  (a, b) => compareText(a.service, b.service),
  (a, b) => compareText(a.competency, b.competency),
);

const mostFirst = compareBy<BorderRow>(
  (a, b) => b.crossed.part - a.crossed.part,
  (a, b) => compareText(a.service, b.service),
);

/** The evidence of each service whose owner is known, of the incidents that name a team. */
function byOwnedService(evidence: readonly Evidence[], { taxonomy }: Query) {
  const owners = new Map(taxonomy.services.map(({ id, owner }) => [id, owner]));
  const staffed = evidence.filter(({ atWork }) => atWork.length > 0);
  const groups = groupByEach(staffed, ({ incident }) =>
    incident.services.map(({ value }) => value).filter((service) => owners.has(service)),
  );
  return Array.from(groups, ([service, some]) => {
    const owner = owners.get(service) ?? "";
    const othersIn = ({ incident }: Evidence) => teamsBeside(owner, incident);
    return { service, owner: teamLabel(taxonomy, owner), some, othersIn };
  });
}

/** Which skills the owner of a service had itself, and whom else it asked. */
export function servicesSection(
  evidence: readonly Evidence[],
  query: Query,
  whenEmpty: string,
): Section {
  const rows = byOwnedService(evidence, query).flatMap(({ service, owner, some, othersIn }) =>
    Array.from(
      groupByEach(some, ({ inPlay }) => inPlay),
      ([competency, members]): ServiceRow => {
        const asked = members.flatMap(({ askings }) =>
          askings.filter((one) => one.competency === competency).map(({ to }) => to),
        );
        return {
          ...{ service, owner },
          competency,
          alone: {
            part: members.filter((one) => othersIn(one).length === 0).length,
            of: members.length,
          },
          asked: teamLabels(query.taxonomy, knownTexts(asked)),
        };
      },
    ),
  );
  return tabulate({
    key: "services",
    title: "Services and competencies",
    columns: COLUMNS,
    items: rows.toSorted(byService),
    finding:
      rows.length > 0
        ? `${rows.filter(({ alone }) => alone.part === alone.of).length} of ${counted(rows.length, "pair")} of service and skill never needed another team`
        : null,
    chart: {
      kind: "matrix",
      row: "service",
      column: "competency",
      value: "owner_alone_n",
      called: "Incidents that needed the skill",
    },
    whenEmpty,
    notes:
      rows.length > 0
        ? [
            "The share is of the service's incidents in which the skill was missing or sought. Owner alone: no team but the owner of the service worked on the incident. That does not say how long it took.",
          ]
        : [],
  });
}

/** The services that their owner never managed without another team. */
export function bordersSection(evidence: readonly Evidence[], query: Query): Section {
  const always = byOwnedService(evidence, query).flatMap(({ service, owner, some, othersIn }) => {
    const crossed = some.filter((one) => othersIn(one).length > 0);
    if (crossed.length < some.length) return [];
    const others = teamLabels(query.taxonomy, crossed.flatMap(othersIn));
    return [{ service, owner, crossed: { part: crossed.length, of: some.length }, others }];
  });
  const rows = always.filter(({ crossed }) => crossed.part > 1);
  const once = always.length - rows.length;
  const have = verb(once, "has", "have");
  return tabulate({
    key: "borders",
    title: "Services whose incidents always cross a team border",
    columns: BORDER_COLUMNS,
    items: rows.toSorted(mostFirst),
    finding:
      rows.length > 0 ? `${counted(rows.length, "service")} always needed another team` : null,
    chart: {
      kind: "ranking",
      label: "service",
      value: "crossed",
      called: "Incidents with other teams",
    },
    whenEmpty: "No service had other teams at work in each of two or more incidents.",
    notes:
      once > 0
        ? [
            `${counted(once, "more service")} ${have} one incident only, with other teams at work; one incident shows no pattern.`,
          ]
        : [],
  });
}
