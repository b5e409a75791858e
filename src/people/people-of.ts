import { memo } from "../core/memo.ts";
import { foldName, type Taxonomy, type Team, type Term } from "../core/taxonomy.ts";
import type { ActingWords } from "./acting.ts";
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
      readonly acting: readonly string[];
      readonly acting_of_people: readonly string[];
      readonly addressed: readonly string[];
      readonly addressed_as_people: readonly string[];
      readonly behind_addressed: readonly string[];
      readonly assigned: readonly string[];
    };
    readonly lists: { readonly and: readonly string[]; readonly articles: readonly string[] };
    readonly months: readonly (readonly string[])[];
    readonly stop_words: readonly string[];
  };
}

/** What tells in the documents of a vocabulary that a word names somebody. */
export const actingWordsOf = memo(
  ({ people, lists, months }: PeopleSetup["vocabulary"]): ActingWords => ({
    acting: people.acting,
    actingOfPeople: people.acting_of_people,
    addressed: people.addressed,
    addressedAsPeople: people.addressed_as_people,
    behindAddressed: people.behind_addressed,
    assigned: people.assigned,
    and: lists.and,
    articles: lists.articles,
    months: months.flat(),
  }),
);

/** A team of one is a person, whatever it is called. */
function isGroup({ size }: Team): boolean {
  return size !== 1;
}

function namesOf({ id, name, aliases }: Term): readonly string[] {
  return [id, name, ...aliases].map(foldName);
}

const ofTaxonomy = memo(({ teams, services }: PeopleSetup["taxonomy"]) =>
  memo((vocabulary: PeopleSetup["vocabulary"]): Recogniser => {
    const { people, stop_words } = vocabulary;
    return recogniser({
      notNames: people.not_names,
      annotations: people.annotations,
      amounts: people.amounts,
      systemUsers: people.system_users,
      common: [...people.ordinary, ...stop_words],
      acting: actingWordsOf(vocabulary),
      groups: new Set([...teams.filter(isGroup), ...services].flatMap(namesOf)),
    });
  }),
);

/** The recogniser of people in the documents of a project. */
export function peopleOf({ taxonomy, vocabulary }: PeopleSetup): Recogniser {
  return ofTaxonomy(taxonomy)(vocabulary);
}
