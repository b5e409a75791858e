import type { Postmortem } from "../../../src/core/postmortem.ts";
import type { Taxonomy } from "../../../src/core/taxonomy.ts";
import { MS_PER_MINUTE } from "../../../src/core/time/milliseconds.ts";
import { buildPostmortem } from "../build-postmortem.ts";
import { TAXONOMY } from "../build-query.ts";
import { seededRandom } from "../planted/names.ts";

/** People of whom some are too few to be shown: a listed team, an unlisted one, or a lone responder. */
export interface Group {
  readonly name: string;
  /** Null where nobody says. */
  readonly people: number | null;
  readonly kind: "listed" | "unlisted" | "lone";
  /** Services that it owns. */
  readonly services: readonly string[];
  /** How many its incidents say that they were; absent where they do not. */
  readonly responders?: number;
}

/** A small company and its incidents, each of one group. */
export interface RandomFolder {
  readonly groups: readonly Group[];
  readonly taxonomy: Taxonomy;
  readonly incidents: readonly { readonly group: Group; readonly incident: Incident }[];
}

function taxonomyOf(groups: readonly Group[]): Taxonomy {
  const term = (id: string) => ({ id, name: id, description: "", aliases: [] });
  const listed = groups.filter(({ kind }) => kind === "listed");
  return {
    ...TAXONOMY,
    teams: listed.map(({ name, people }) => ({ ...term(name), size: people })),
    services: listed.flatMap(({ name, services }) =>
      services.map((service) => ({ ...term(service), owner: name })),
    ),
  };
}

/**
 * An incident of one group: its team responded, on a service of its own or of another.
 * @param longer minutes by which it took longer than others, from its detection to its end
 */
export function incidentOf(
  { name, kind, responders }: Group,
  { id, service, month, competency, lent }: Incident,
  longer = 0,
): Postmortem {
  const at = (minutes: number) => {
    const start = Date.parse(`${month}-10T02:00Z`);
    return new Date(start + minutes * MS_PER_MINUTE).toISOString();
  };
  const team = kind === "lone" ? (lent ?? name) : name;
  const built = buildPostmortem({
    ...{ id, title: id, status: "final", severity: "P2", trigger: "deploy", detectedBy: "alert" },
    teams: [team],
    services: service === null ? [] : [service],
    times: {
      started: at(0),
      detected: at(10 + longer),
      diagnosed: at(60 + 2 * longer),
      mitigated: at(90 + 3 * longer),
      resolved: at(180 + 4 * longer),
    },
    gaps: [{ competency, kind: "knowledge", team }],
    escalations: [{ at: at(30 + longer), from: team, reason: "expertise", competency }],
    actions: [{ title: `Practise ${id}`, owner: team, status: "open", competency }],
  });
  const [fact] = built.teams;
  if (responders === undefined || !fact) return built;
  const stated = { value: responders, source: fact.source };
  const others = { familiarity: null, staffing: null, fatigue: null };
  return { ...built, conditions: { responders: stated, ...others } };
}

/** What an incident is about, whoever responded. */
export interface Incident {
  readonly id: string;
  readonly service: string | null;
  readonly month: string;
  readonly competency: string;
  /** The listed team of which somebody responded alone. */
  readonly lent: string | null;
}

/** A small company with 3 to 8 listed teams of 1 to 9 people, by seed. */
export function randomFolder(seed: number): RandomFolder {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(some: readonly [T, ...T[]]): T => some[below(some.length)] ?? some[0];
  const listed = Array.from({ length: 3 + below(6) }, (_one, at): Group => {
    const services = Array.from({ length: below(3) }, (_two, own) => `service-${at}-${own}`);
    const people = below(8) === 0 ? null : 1 + below(9);
    return { name: `team-${at}`, people, kind: "listed", services };
  });
  const unlisted = Array.from({ length: below(3) }, (_one, at): Group => {
    return {
      name: at === 0 ? "nobody" : "@nobody.else",
      people: 0,
      kind: "unlisted",
      services: [],
    };
  });
  const lone: readonly Group[] =
    below(3) === 0
      ? [{ name: "(lone)", people: 1, kind: "lone", services: [], responders: 1 }]
      : [];
  const groups = [...listed, ...unlisted, ...lone];
  const services = listed.flatMap((group) => group.services);
  const incident = (id: string, own: readonly string[]): Incident => {
    const ownOrOther = own.length > 0 && below(3) > 0 ? own : services;
    const [first, ...rest] = ownOrOther;
    return {
      id,
      service: first === undefined ? null : pick([first, ...rest]),
      month: pick(["2025-08", "2025-11", "2026-02", "2026-05"]),
      competency: pick(["messaging.backpressure", "messaging.ordering", "observability.tracing"]),
      lent: listed[below(listed.length)]?.name ?? null,
    };
  };
  // Each group has an incident, as the rule asks who is in the folder.
  const count = Math.max(groups.length, 5 + below(21));
  const incidents = Array.from({ length: count }, (_one, at) => {
    const group = groups[at] ?? groups[below(groups.length)] ?? listed[0];
    if (!group) throw new Error("no group");
    return { group, incident: incident(`incident-${at}`, group.services) };
  });
  return { groups, taxonomy: taxonomyOf(groups), incidents };
}
