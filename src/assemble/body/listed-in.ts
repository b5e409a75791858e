import type { ListedNames } from "../../core/document/listed-names.ts";
import type { Action } from "../../core/postmortem.ts";
import type { Body } from "../../parse/body/body.ts";
import type { ListingTexts } from "../../people/listing.ts";
import type { AssembleContext } from "../context.ts";
import { type BodyLabels, bodyLabels } from "../labels/labels.ts";
import type { LabelledSection } from "../labels/lines.ts";
import { withCompanions } from "../people/companions.ts";
import { initialsIn } from "../people/initials.ts";
import { listedPeople } from "../people/listed-people.ts";
import { nameTestOf } from "../people/name-test.ts";
import { withOtherForms } from "../people/other-forms.ts";
import type { KnownSection } from "../sections/sections.ts";

/** What of a body tells of people. */
export interface PeopleSources {
  readonly body: Body;
  readonly sections: readonly KnownSection[];
  readonly labelled: readonly LabelledSection[];
  readonly actions: readonly Action[];
  /** Null where nobody asked for them. */
  readonly labels: BodyLabels | null;
}

/** The names of those whom texts list, without those of services and teams, which need be known only if there are any. */
export function listedIn(
  { texts, text }: { readonly texts: ListingTexts; readonly text: string },
  { labelled, labels }: PeopleSources,
  groups: readonly string[],
  context: AssembleContext,
): ListedNames {
  const names = listedPeople(texts, groups, context);
  const test = nameTestOf(text, context);
  const initials = initialsIn(test);
  const count = names.full.length + names.single.length + (names.acting?.length ?? 0);
  if (count + initials.length === 0) return names;
  const { services, teams } = labels ?? bodyLabels(labelled, context);
  const named = [...services, ...teams].map(({ value }) => value);
  const own = named.length === 0 ? names : listedPeople(texts, [...groups, ...named], context);
  const all = withOtherForms(withCompanions(own, test), test);
  const others = initials.filter((one) => !named.includes(one) && !groups.includes(one));
  return { ...all, single: [...all.single, ...others] };
}
