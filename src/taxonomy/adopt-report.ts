import { counted } from "../core/counted.ts";
import { firstOf } from "../core/first-of.ts";
import { column, type ColumnOf, tabulate } from "../core/output/tabulate.ts";
import type { Report, Section } from "../core/table.ts";
import { TERM_LISTS } from "../core/taxonomy.ts";
import type { AdoptableList, Adoption, FoundService, FoundTeam } from "./adopt.ts";

function foundColumns<T extends FoundTeam>(): readonly ColumnOf<T>[] {
  return [
    column("id", "Id", "text", 1, ({ id }) => id),
    column("name", "Written as", "text", 2, ({ name, id }) => name ?? id),
    column("incidents", "Incidents", "count", 1, ({ incidents }) => incidents),
    column("other_spellings", "Also written as", "list", 1, ({ others }) =>
      others.map(({ name, incidents }) => `${name} (${incidents})`),
    ),
  ];
}

/** What stands in place of an empty list. */
function whenEmpty(list: AdoptableList, { misspelt, named, incomplete }: Adoption): string {
  const noun = TERM_LISTS[list].noun;
  if (!named.has(list)) {
    return `The documents name no ${noun}: list yours in taxonomy.yaml, or name them in \`${list}\` of the documents.`;
  }
  if (incomplete.has(list)) return `No ${noun} that the documents name can be added.`;
  return misspelt.some((one) => one.list === list)
    ? `No ${noun} that the documents name is new.`
    : `The taxonomy lists every ${noun} that the documents name.`;
}

function sections(adoption: Adoption, lists: readonly AdoptableList[]) {
  const { teams, services } = adoption;
  const all: Readonly<Record<AdoptableList, Section>> = {
    teams: tabulate<FoundTeam>({
      key: "teams",
      title: "Teams",
      columns: foundColumns(),
      items: teams,
      whenEmpty: whenEmpty("teams", adoption),
    }),
    services: tabulate<FoundService>({
      key: "services",
      title: "Services",
      columns: [
        ...foundColumns<FoundService>(),
        column("owner", "Owner", "text", 1, ({ owner }) => owner),
      ],
      items: services,
      whenEmpty: whenEmpty("services", adoption),
      notes:
        services.length > 0
          ? ["The owner is a guess: the team that responded to most incidents of the service."]
          : [],
    }),
  };
  return lists.map((list) => all[list]);
}

/** What documents misspell, and what probably was meant. */
function misspeltNotes({ misspelt }: Adoption): readonly string[] {
  if (misspelt.length === 0) return [];
  const names = misspelt.map(({ name, meant }) => `${name} (${meant})`).join(", ");
  return [
    `Left out because they probably mean a name that the taxonomy lists: ${names}. \`pm lint\` shows where, \`pm import\` for labels in bodies; add by hand any that is another team or service.`,
  ];
}

function spellingNotes({ teams, services }: Adoption): readonly string[] {
  const isSpelt = [...teams, ...services].some(({ others }) => others.length > 0);
  return isSpelt
    ? [
        "Also written as: how many incidents write it so. These spellings are not added: once the name is listed, `pm lint` reports them and `pm lint --fix --unsafe-fixes` corrects them. Add by hand any that is another team or service.",
      ]
    : [];
}

/** Who owns services at whose incidents no team is named. */
function forAllNotes({ services }: Adoption): readonly string[] {
  const some = services.filter(({ isForAll }) => isForAll);
  const [first] = some;
  if (!first) return [];
  return [
    `No team responded to incidents of ${counted(some.length, "service")}: their owner is ${first.owner}; --owner chooses another team.`,
  ];
}

/** Services without an owner, and every way to give them one. */
function ownerlessNotes(
  ownerless: readonly string[],
  [team]: readonly string[],
): readonly string[] {
  const [service] = ownerless;
  if (service === undefined) return [];
  const left = `Left out because no listed team responded to their incidents: ${counted(ownerless.length, "service")}. Without an owner: ${firstOf(ownerless)}.`;
  if (team === undefined) {
    return [
      `${left} List a team in taxonomy.yaml first, as \`- id: its-name\` under \`teams\`; then \`pm taxonomy adopt --owner its-name\` takes it for these services.`,
    ];
  }
  return [
    `${left} Add --owner ${team} to take that team for all of them, add \`teams: [${team}]\` to the documents of those that it owns, or list them by hand: \`- { id: ${service}, owner: ${team} }\` under \`services\` in taxonomy.yaml.`,
  ];
}

/**
 * What would be added to a taxonomy, and what is left out of it.
 * @param teamsToName ids of listed teams, as examples of an owner
 */
export function adoptReport(
  adoption: Adoption,
  lists: readonly AdoptableList[],
  taxonomyName: string,
  teamsToName: readonly string[],
): Report {
  const { people, ownerless } = adoption;
  return {
    name: "taxonomy adopt",
    title: "Names that the taxonomy could list",
    subtitle: taxonomyName,
    sections: sections(adoption, lists),
    notes: [
      ...spellingNotes(adoption),
      ...misspeltNotes(adoption),
      ...(people === 0
        ? []
        : [
            `Left out because they look like names of people: ${counted(people, "name")}. Add by hand any that is a team or a service: \`- id: its-name\` under \`teams\` or \`services\` in taxonomy.yaml.`,
          ]),
      ...forAllNotes(adoption),
      ...ownerlessNotes(ownerless, teamsToName),
    ],
  };
}
