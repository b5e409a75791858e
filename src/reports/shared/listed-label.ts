import { UNKNOWN } from "../../core/postmortem.ts";
import { UNLISTED } from "../../core/settings/stand-in-names.ts";
import type { Term } from "../../core/taxonomy.ts";
import { namesPerson } from "../../people/people.ts";
import { WITHHELD_TEAM } from "./team-label.ts";

/** How a name is printed in an aggregate: as its list has it, or as it is where the list is empty. */
export function listedLabel(terms: readonly Term[], name: string): string {
  if (name === UNKNOWN) return UNKNOWN;
  if (namesPerson(name)) return WITHHELD_TEAM;
  return terms.length === 0 || terms.some(({ id }) => id === name) ? name : UNLISTED;
}
