import type { Fact, Postmortem } from "../../core/postmortem.ts";
import type { Query } from "../define.ts";
import { gapCompetencies, passesCompetency } from "../shared/filters.ts";
import { knownTexts } from "../shared/grouping.ts";
import { asksForKnowledge, lackingTeams, ownersOf, teamsAtWork } from "../shared/lacking.ts";
import { listedLabel } from "../shared/listed-label.ts";

/** One team asked another for a skill. Teams as written. */
export interface Asking {
  readonly competency: string;
  readonly from: string | null;
  readonly to: string;
}

/** A team lacked a skill. Team as it is distinguished from others; not for print. */
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
  /** Whether the taxonomy knows the owner of any of its services. */
  readonly hasOwner: boolean;
}

function known(fact: Fact<string> | null): string | null {
  return knownTexts(fact ? [fact.value] : [])[0] ?? null;
}

function askingsOf({ escalations }: Postmortem, query: Query): readonly Asking[] {
  return escalations.filter(asksForKnowledge).flatMap(({ competency, from, to }) => {
    const [sought, asked, asking] = [known(competency), known(to), known(from)];
    // Hand-overs between teams under one name are not distinguished.
    if (!sought || !asked || asked === asking || !passesCompetency(query, sought)) return [];
    const label = listedLabel(query.taxonomy.competencies, sought);
    return [{ competency: label, from: asking, to: asked }];
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
    return {
      ...{ incident, askings },
      atWork: teamsAtWork(incident),
      lackings: lackingsOf(incident, query),
      inPlay: knownTexts([...gaps, ...askings.map(({ competency }) => competency)]),
      hasOwner: ownersOf(query.taxonomy, incident).length > 0,
    };
  });
}
