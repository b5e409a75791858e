import { describe, expect, test, vi } from "vitest";
import { memo } from "../../src/core/memo.ts";
import type { Postmortem } from "../../src/core/postmortem.ts";
import { SMALL_SERVICES, SMALL_TEAMS } from "../../src/core/settings/stand-in-names.ts";
import type { Report } from "../../src/core/table.ts";
import { anonymise } from "../../src/privacy/anonymise.ts";
import { withoutTeams } from "../../src/privacy/relabel.ts";
import { sizeOf } from "../../src/privacy/team-groups.ts";
import { WITHHELD_TEAM } from "../../src/reports/shared/team-label.ts";
import {
  ALL,
  OF_ACTIONS,
  printedCounts,
  printedReports,
  PRIVACY,
  QUICK,
  TIMED,
} from "../support/attack/printed.ts";
import {
  type Group,
  incidentOf,
  type RandomFolder,
  randomFolder,
} from "../support/attack/random-folder.ts";
import { type Combination, hiddenTotal } from "../support/attack/row-space.ts";

vi.setConfig({ testTimeout: 300_000 });

const FOLDERS = 300;

/** Columns whose row is about the group in them, and columns that judge it. */
const SUBJECTS: ReadonlySet<string> = new Set(["team", "service", "group", "from", "to", "owner"]);
const JUDGEMENTS: ReadonlySet<string> = new Set(["verdict", "verdict_rule", "reading", "sureness"]);

function peopleIn({ people, kind, name }: Group, { taxonomy }: RandomFolder): number {
  const team = taxonomy.teams.find(({ id }) => id === name);
  return kind === "listed" && team ? sizeOf(team, PRIVACY) : (people ?? 0);
}

function documentsOf({ incidents }: RandomFolder) {
  return incidents.map(({ group, incident }) => incidentOf(group, incident));
}

/** An unknown that an attacker is after: incidents of a group, or on a service of one. */
interface Unknown {
  readonly name: string;
  readonly responder: string;
  /** Null where they name no service. */
  readonly owner: string | null;
  /** Who is to do the action that came of it. */
  readonly holder: string;
  readonly probe: Postmortem;
}

/** Whoever holds a role that no list has: one person. */
const ROLE: Group = { name: "queue lead", people: 1, kind: "unlisted", services: [] };

const PROBE = { month: "2026-03", competency: "messaging.ordering" };

/** @param withHolders whether the reports asked for count the owners of actions. */
function unknownsOf({ groups }: RandomFolder, withHolders: boolean): readonly Unknown[] {
  const listed = groups.filter(({ kind }) => kind === "listed");
  const lent = listed[0]?.name ?? null;
  const largest = listed.toSorted((a, b) => (b.people ?? 9) - (a.people ?? 9))[0];
  const unknown = (responder: Group, owner: string | null, service: string | null): Unknown => {
    const name = `${responder.responders ?? ""} ${responder.name} on ${service ?? "none"}`.trim();
    const probe = incidentOf(responder, { ...PROBE, id: name, service, lent });
    return { name, responder: responder.name, owner, holder: responder.name, probe };
  };
  /** An action of somebody else that came of an incident of the largest team. */
  const held = ({ name: holder }: Group): readonly Unknown[] => {
    if (!largest || holder === largest.name) return [];
    const name = `${largest.name}, to do by ${holder}`;
    const { probe, ...own } = unknown(largest, null, null);
    const actions = probe.actions.map((one) => {
      return { ...one, owner: one.owner && { ...one.owner, value: holder } };
    });
    return [{ ...own, name, holder, probe: { ...copied(probe, name), actions } }];
  };
  const anyService = listed.flatMap(({ services }) => services)[0] ?? null;
  return [
    ...groups.map((group) => unknown(group, null, null)),
    ...listed.flatMap(({ name, services: [service] }) =>
      largest && service !== undefined ? [unknown(largest, name, service)] : [],
    ),
    ...listed.flatMap((group) =>
      group !== largest && group.services[0] !== undefined
        ? [unknown(group, group.name, group.services[0])]
        : [],
    ),
    // Others say how many they were, and not one.
    ...(largest ? [unknown({ ...largest, responders: 3 }, null, null)] : []),
    // What one person did alone points to that person, whosever service it is, and with no team named too.
    ...groups
      .filter(({ kind }) => kind === "lone")
      .flatMap((group) => {
        const { probe, ...rest } = unknown(group, null, null);
        const nameless = { ...withoutTeams(probe), actions: probe.actions };
        const unnamed = { ...rest, name: `${rest.name}, unnamed`, probe: nameless };
        return [unknown(group, anyService && group.name, anyService), unnamed];
      }),
    ...(withHolders ? [...groups.filter(({ kind }) => kind !== "lone"), ROLE].flatMap(held) : []),
  ];
}

const BATCH = 4;

/**
 * The linear system that an attacker can set up: what each printed count adds for an incident more of
 * each unknown. One, two, four and eight of four unknowns are added at once, as each adds one or none.
 */
function totalsOf(
  folder: RandomFolder,
  unknowns: readonly Unknown[],
  asked: typeof ALL,
): readonly Combination[] {
  // One of each stands there before, so that no row is new.
  const before = [...documentsOf(folder), ...unknowns.map(({ probe }) => probe)];
  const countsOf = (added: readonly Postmortem[]) =>
    printedCounts(printedReports([...before, ...added], folder.taxonomy, asked));
  const base = countsOf([]);
  const totals = new Map<string, Map<string, number>>();
  for (let at = 0; at < unknowns.length; at += BATCH) {
    const batch = unknowns.slice(at, at + BATCH);
    const added = batch.flatMap(({ probe }, index) =>
      Array.from({ length: 2 ** index }, (_one, copy) => copied(probe, copy)),
    );
    for (const [place, count] of countsOf(added)) {
      const rise = count - (base.get(place) ?? count);
      for (const [index, { name }] of batch.entries()) {
        if (((rise >> index) & 1) === 0) continue;
        const total = totals.get(place) ?? new Map<string, number>();
        totals.set(place, total.set(name, 1));
      }
    }
  }
  const keyOf = (total: Combination) => [...total.keys()].toSorted().join("|");
  return [...new Map([...totals.values()].map((total) => [keyOf(total), total])).values()];
}

/** The document as that of another incident. */
function copied(document: Postmortem, copy: number | string): Postmortem {
  const id = `${document.path} ${copy}`;
  const title = document.title && { ...document.title, value: id };
  return { ...document, path: id, id: { ...document.id, value: id }, title };
}

/** The largest sets of groups that have, together, too few people to be shown. */
function tooFew(groups: readonly Group[], folder: RandomFolder): readonly (readonly Group[])[] {
  const small = groups.filter((group) => peopleIn(group, folder) < PRIVACY.minimumPeople);
  const sets = Array.from({ length: 2 ** small.length }, (_one, bits) => {
    return small.filter((_group, at) => (bits >> at) & 1);
  }).filter((set) => {
    const people = set.reduce((sum, group) => sum + peopleIn(group, folder), 0);
    return set.length > 0 && people < PRIVACY.minimumPeople;
  });
  return sets.filter(
    (set) =>
      !sets.some((other) => other.length > set.length && set.every((one) => other.includes(one))),
  );
}

/** The actions of a team that is shown, as far as one is. */
function ofOneOwner(folder: RandomFolder): typeof ALL {
  const { labelOf } = anonymise(documentsOf(folder), folder.taxonomy, PRIVACY).ownerGroups;
  const shown = folder.taxonomy.teams.find(({ id }) => labelOf(id) === id);
  return shown ? [["actions", { owner: [shown.id] }, {}]] : [];
}

type Role = "responder" | "owner" | "holder";

/** Totals of too few people, in one of these roles, that some combination of printed ones gives. */
function revealed(
  folder: RandomFolder,
  asked: typeof ALL,
  roles: readonly Role[] = ["responder", "owner"],
): readonly string[] {
  const unknowns = unknownsOf(folder, roles.includes("holder"));
  const totals = totalsOf(folder, unknowns, asked);
  return roles.flatMap((role) =>
    tooFew([...folder.groups, ROLE], folder).flatMap((set) => {
      const names = set.map(({ name }) => name);
      const hidden = unknowns.filter((one) => names.includes(one[role] ?? ""));
      if (hidden.length === 0) return [];
      const found = hiddenTotal(totals, new Set(hidden.map(({ name }) => name)));
      return found === null ? [] : [`${role}: ${found.join(" + ")}`];
    }),
  );
}

/** Whether some groups are too few people, all together. */
function areTooFew(groups: readonly Group[], folder: RandomFolder): boolean {
  const people = groups.reduce((sum, group) => sum + peopleIn(group, folder), 0);
  return groups.length > 0 && people < PRIVACY.minimumPeople;
}

/** Whether all who respond are too few together, so that the total of everything is theirs. */
function isTooSmall(folder: RandomFolder): boolean {
  const listed = folder.groups.filter(({ kind }) => kind === "listed");
  return areTooFew(listed, folder);
}

function ownersIn({ groups }: RandomFolder): readonly Group[] {
  return groups.filter(({ services }) => services.length > 0);
}

/** The folder with the team sizes of one in which nobody can be shown. */
function shrunk(folder: RandomFolder): RandomFolder {
  const [first, second, ...others] = folder.groups;
  const sizes = [first, second].flatMap((group) => (group ? [{ ...group, people: 2 }] : []));
  const groups = [...sizes, ...others.filter(({ kind }) => kind !== "listed")];
  const names = new Set(groups.map(({ name }) => name));
  const own = new Set(groups.flatMap(({ services }) => services));
  const { teams, services } = folder.taxonomy;
  return {
    groups,
    taxonomy: {
      ...folder.taxonomy,
      teams: teams.filter(({ id }) => names.has(id)).map((team) => ({ ...team, size: 2 })),
      services: services.filter(({ id }) => own.has(id)),
    },
    incidents: folder.incidents.filter(({ group }) => names.has(group.name)),
  };
}

/** The folder with large listed teams alone, so that nobody is merged but whoever owns an action in a role. */
function grown(folder: RandomFolder): RandomFolder {
  const groups = folder.groups
    .filter(({ kind }) => kind === "listed")
    .map((group) => ({ ...group, people: PRIVACY.minimumPeople + (group.people ?? 0) }));
  const sizes = new Map(groups.map(({ name, people }) => [name, people]));
  const teams = folder.taxonomy.teams.map((team) => ({
    ...team,
    size: sizes.get(team.id) ?? null,
  }));
  const incidents = folder.incidents.filter(({ group }) => group.kind === "listed");
  return { groups, taxonomy: { ...folder.taxonomy, teams }, incidents };
}

/** What is printed of a folder, once for all that look at it. */
const printedOf = memo((asked: typeof ALL) =>
  memo((folder: RandomFolder) => printedReports(documentsOf(folder), folder.taxonomy, asked)),
);

const folders = Array.from({ length: FOLDERS }, (_one, at) => randomFolder(at + 1));
const largeEnough = folders.filter((folder) => !isTooSmall(folder));

/** Every name and service of those who are not shown. */
function hiddenOf({ groups, taxonomy, incidents }: RandomFolder) {
  const documents = incidents.map(({ group, incident }) => incidentOf(group, incident));
  const { labelOf, serviceLabelOf } = anonymise(documents, taxonomy, PRIVACY).groups;
  const hidden = groups.filter(({ name, kind }) => kind !== "lone" && labelOf(name) !== name);
  const services = groups.flatMap((group) => group.services);
  return { hidden, services: services.filter((service) => serviceLabelOf(service) !== service) };
}

/** The folder with two groups in each other's place wherever a document names them. */
function swapped(folder: RandomFolder, [one, other]: readonly [Group, Group]): RandomFolder {
  const swap = new Map([
    [one.name, other.name],
    [other.name, one.name],
  ]);
  return {
    ...folder,
    incidents: folder.incidents.map(({ group, incident }) => ({
      group: { ...group, name: swap.get(group.name) ?? group.name },
      incident: { ...incident, lent: incident.lent && (swap.get(incident.lent) ?? incident.lent) },
    })),
  };
}

/** Rows about those who are not shown, as far as they say more than how many incidents there are. */
function tellingCells({ sections }: Report): readonly string[] {
  return sections.flatMap(({ key, columns, rows }) => {
    const first = columns.findIndex(({ key: name }) => SUBJECTS.has(name));
    return rows
      .filter((row) => [SMALL_TEAMS, SMALL_SERVICES].includes(String(row[first])))
      .flatMap((row) =>
        columns.flatMap((column, at) => {
          const isTelling = column.type === "minutes" || JUDGEMENTS.has(column.key);
          return isTelling && row[at] !== null
            ? [`${key}: ${column.key} = ${String(row[at])}`]
            : [];
        }),
      );
  });
}

/** The names under which rows are about those who are not shown. */
function hiddenRows(report: Report): readonly string[] {
  return rowsNamed(report, [SMALL_TEAMS, SMALL_SERVICES]);
}

/** Cells that are one of these names, each with its section. */
function rowsNamed({ sections }: Report, names: readonly string[]): readonly string[] {
  return sections.flatMap(({ key, rows }) =>
    rows
      .flat(2)
      .filter((cell) => names.includes(String(cell)))
      .map((cell) => `${key}: ${String(cell)}`),
  );
}

describe("where all together are too few people", () => {
  test.each([1, 2, 3])("folder %d: there is no row of them either", (seed) => {
    const folder = shrunk(randomFolder(seed));
    expect(isTooSmall(folder)).toBe(true);
    const reports = printedReports(documentsOf(folder), folder.taxonomy, ALL);
    expect(reports.flatMap(hiddenRows)).toEqual([]);
    const name = folder.groups[0]?.name ?? "";
    // All that is printed is what would be, had one group responded to everything.
    const incidents = folder.incidents.map(({ group, incident }) => ({
      ...{ group: { ...group, name }, incident: { ...incident, lent: name } },
    }));
    const same = printedReports(documentsOf({ ...folder, incidents }), folder.taxonomy, ALL);
    expect(reports).toEqual(same);
  });

  test("services have no row where those who own any are too few", () => {
    const some = folders.filter((folder) => areTooFew(ownersIn(folder), folder));
    expect(some.length).toBeGreaterThan(5);
    for (const folder of some) {
      const reports = printedOf(QUICK)(folder);
      const found = reports.flatMap(hiddenRows);
      expect(found.filter((cell) => cell.endsWith(SMALL_SERVICES))).toEqual([]);
    }
  });
});

/** The folder's documents, those of people who are not shown with other times. */
function retimed(folder: RandomFolder): readonly Postmortem[] {
  const names = new Set(hiddenOf(folder).hidden.map(({ name }) => name));
  return folder.incidents.map(({ group, incident }) =>
    incidentOf(group, incident, names.has(group.name) || group.kind === "lone" ? 30 : 0),
  );
}

describe("300 random folders", () => {
  test("are large enough to show anything, nearly all", () => {
    expect(largeEnough.length).toBeGreaterThanOrEqual(FOLDERS * 0.9);
  });

  test("no combination of printed totals is that of too few people", () => {
    const found = largeEnough.flatMap((folder, at) =>
      revealed(folder, at % 15 === 0 ? ALL : QUICK).map((what) => `${at}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  test("no combination of printed totals is that of too few owners of actions", () => {
    const some = largeEnough.filter((_folder, at) => at % 10 === 0);
    const found = [...some, ...some.map(grown)].flatMap((folder, at) =>
      revealed(folder, [...OF_ACTIONS, ...ofOneOwner(folder)], ["holder"]).map(
        (what) => `${at}: ${what}`,
      ),
    );
    expect(found).toEqual([]);
  });

  test("no report names a group that is not shown, or a service of one", () => {
    for (const folder of folders) {
      const { hidden, services } = hiddenOf(folder);
      const reports = printedOf(QUICK)(folder);
      // Nor do they stand apart from others that are not shown.
      expect(reports.flatMap((report) => rowsNamed(report, [WITHHELD_TEAM]))).toEqual([]);
      const printed = JSON.stringify(reports);
      const names = [...hidden.map(({ name }) => name), ...services];
      expect(names.filter((name) => printed.includes(`"${name}"`))).toEqual([]);
    }
  });

  test("reports stay as they are where two groups that are not shown change places", () => {
    for (const [at, folder] of folders.entries()) {
      const [one, ...others] = hiddenOf(folder).hidden;
      const other = others[at % Math.max(others.length, 1)];
      if (!one || !other) continue;
      const asked = at % 15 === 0 ? ALL : QUICK;
      expect(printedOf(asked)(swapped(folder, [one, other]))).toEqual(printedOf(asked)(folder));
    }
  });

  test("reports stay as they are, however long those took who are not shown", () => {
    const differs = folders.filter((folder) => {
      const before = documentsOf(folder);
      return JSON.stringify(retimed(folder)) !== JSON.stringify(before);
    });
    expect(differs.length).toBeGreaterThan(FOLDERS * 0.9);
    for (const [at, folder] of differs.entries()) {
      if (at % 3 !== 0) continue;
      const asked = at % 15 === 0 ? ALL : TIMED;
      const printed = printedReports(retimed(folder), folder.taxonomy, asked);
      expect(printed).toEqual(printedOf(asked)(folder));
    }
  });

  test("rows of those who are not shown have no minutes and no verdict", () => {
    const found = folders
      .filter((_folder, at) => at % 15 === 0)
      .flatMap(printedOf(ALL))
      .flatMap((report) => tellingCells(report).map((cell) => `${report.name} ${cell}`));
    expect([...new Set(found)]).toEqual([]);
  });
});
