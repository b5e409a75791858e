import { counted } from "../core/counted.ts";
import type { Report, Section } from "../core/table.ts";
import { column, type ColumnOf, tabulate } from "../core/tabulate.ts";
import type { AdoptableList, Adoption, FoundService, FoundTeam } from "./adopt.ts";

function foundColumns<T extends FoundTeam>(): readonly ColumnOf<T>[] {
  return [
    column("id", "Id", "text", 1, ({ id }) => id),
    column("name", "Written as", "text", 2, ({ name, id }) => name ?? id),
    column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
  ];
}

function sections({ teams, services }: Adoption, lists: readonly AdoptableList[]) {
  const all: Readonly<Record<AdoptableList, Section>> = {
    teams: tabulate<FoundTeam>({
      key: "teams",
      title: "Teams",
      columns: foundColumns(),
      items: teams,
      whenEmpty: "The taxonomy lists every team that the documents name.",
    }),
    services: tabulate<FoundService>({
      key: "services",
      title: "Services",
      columns: [
        ...foundColumns<FoundService>(),
        column("owner", "Owner", "text", 1, ({ owner }) => owner),
      ],
      items: services,
      whenEmpty: "The taxonomy lists every service that the documents name.",
      notes:
        services.length > 0
          ? ["The owner is a guess: the team that responded to most incidents of the service."]
          : [],
    }),
  };
  return lists.map((list) => all[list]);
}

/** What would be added to a taxonomy, and what is left out of it. */
export function adoptReport(
  adoption: Adoption,
  lists: readonly AdoptableList[],
  taxonomyName: string,
): Report {
  const { people, ownerless } = adoption;
  return {
    name: "taxonomy adopt",
    title: "Names that the taxonomy could list",
    subtitle: taxonomyName,
    sections: sections(adoption, lists),
    notes: [
      ...(people === 0
        ? []
        : [
            `Left out because they look like names of people: ${counted(people, "name")}. Add by hand any that is a team or a service.`,
          ]),
      ...(ownerless === 0
        ? []
        : [
            `Left out because no listed team responded to their incidents: ${counted(ownerless, "service")}. A service needs an owner.`,
          ]),
    ],
  };
}
