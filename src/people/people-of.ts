import { memo } from "../core/memo.ts";
import { foldName, type Taxonomy, type Team, type Term } from "../core/taxonomy.ts";
import { type Recogniser, recogniser } from "./recogniser.ts";

/** What tells people from teams, roles, code and amounts in the documents of a project. */
export interface PeopleSetup {
  readonly taxonomy: Pick<Taxonomy, "teams" | "services">;
  readonly vocabulary: {
    readonly people: {
      readonly not_names: readonly string[];
      readonly ordinary: readonly string[];
      readonly annotations: readonly string[];
      readonly amounts: readonly string[];
      readonly system_users: readonly string[];
    };
    readonly stop_words: readonly string[];
  };
}

/** A team of one is a person, whatever it is called. */
function isGroup({ size }: Team): boolean {
  return size !== 1;
}

function namesOf({ id, name, aliases }: Term): readonly string[] {
  return [id, name, ...aliases].map(foldName);
}

const ofTaxonomy = memo(({ teams, services }: PeopleSetup["taxonomy"]) =>
  memo(({ people, stop_words }: PeopleSetup["vocabulary"]): Recogniser =>
    recogniser({
      notNames: people.not_names,
      annotations: people.annotations,
      amounts: people.amounts,
      systemUsers: people.system_users,
      common: [...people.ordinary, ...stop_words],
      groups: new Set([...teams.filter(isGroup), ...services].flatMap(namesOf)),
    }),
  ),
);

/** The recogniser of people in the documents of a project. */
export function peopleOf({ taxonomy, vocabulary }: PeopleSetup): Recogniser {
  return ofTaxonomy(taxonomy)(vocabulary);
}
