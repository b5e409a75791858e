import { type Escalation, type Fact, type Postmortem, UNKNOWN } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { knownTexts } from "../shared/grouping.ts";
import { lackingTeams, ownersOf } from "../shared/lacking.ts";
import { listedLabel } from "../shared/listed-label.ts";

/** One team asked another for a skill. Teams as written. */
export interface Asking {
  readonly competency: string;
  readonly from: string | null;
  readonly to: string;
}

/** A team lacked a skill. Team as it is told from others; not for print. */
interface Lacking {
  readonly competency: string;
  readonly team: string;
}

/** What one incident tells of who knows what; competencies as they are printed. */
export interface Evidence {
  readonly incident: Postmortem;
  /** The competencies that were missing or sought, as far as the filter lets them through. */
  readonly inPlay: readonly string[];
  readonly askings: readonly Asking[];
  readonly lackings: readonly Lacking[];
  /** The teams that responded, handed over or were called in, as written; none where nobody says. */
  readonly atWork: readonly string[];
  /** Those of them that own none of the incident's services; null where no owner is known. */
  readonly others: readonly string[] | null;
}

function known(facts: readonly (Fact<string> | null)[]): readonly string[] {
  return knownTexts(facts.flatMap((fact) => fact?.value ?? []));
}

/** Only what was asked for knowledge tells who knows: access, authority and capacity do not. */
function seeksKnowledge({ reason }: Escalation): boolean {
  return reason === null || reason.value === UNKNOWN || reason.value === "expertise";
}

function askingsOf({ escalations }: Postmortem, query: Query): readonly Asking[] {
  return escalations.filter(seeksKnowledge).flatMap(({ competency, from, to }) => {
    const [sought, asked, asking] = [competency, to, from].map((fact) => known([fact])[0] ?? null);
    const isOther = asked !== asking;
    if (!sought || !asked || !isOther || !passesCompetency(query, sought)) return [];
    const label = listedLabel(query.taxonomy.competencies, sought);
    return [{ competency: label, from: asking ?? null, to: asked }];
  });
}

function lackingsOf(incident: Postmortem, query: Query): readonly Lacking[] {
  return incident.gaps.flatMap((gap) => {
    const { value } = gap.competency;
    if (!passesCompetency(query, value)) return [];
    const competency = listedLabel(query.taxonomy.competencies, value);
    return lackingTeams(query.taxonomy, incident, gap).map((team) => ({ competency, team }));
  });
}

/** What incidents tell of who knows what. */
export function evidenceOf(incidents: readonly Postmortem[], query: Query): readonly Evidence[] {
  return incidents.map((incident) => {
    const askings = askingsOf(incident, query);
    const gaps = gapCompetencies(incident)
      .filter((name) => passesCompetency(query, name))
      .map((name) => listedLabel(query.taxonomy.competencies, name));
    const ends = incident.escalations.flatMap(({ from, to }) => [from, to]);
    const atWork = known([...incident.teams, ...ends]);
    const owners = ownersOf(query.taxonomy, incident);
    return {
      ...{ incident, askings, atWork },
      lackings: lackingsOf(incident, query),
      inPlay: knownTexts([...gaps, ...askings.map(({ competency }) => competency)]),
      others: owners.length > 0 ? atWork.filter((team) => !owners.includes(team)) : null,
    };
  });
}
