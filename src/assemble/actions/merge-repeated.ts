import type { Action } from "../../core/postmortem.ts";
import { foldName } from "../../core/taxonomy.ts";

/** Where the actions with the same words stand: the first of all, and those of each owner. */
interface Places {
  readonly first: number;
  readonly ofOwner: Map<string | null, number>;
}

/** The place of the action that another with the same words repeats: two owners have each their own. */
function placeOf({ owner }: Action, { first, ofOwner }: Places): number | undefined {
  if (owner === null) return first;
  return ofOwner.get(owner.value) ?? ofOwner.get(null);
}

function joined(first: Action, { owner, due, status, done, competency }: Action): Action {
  return {
    ...first,
    owner: first.owner ?? owner,
    due: first.due ?? due,
    status: first.status ?? status,
    done: first.done ?? done,
    competency: first.competency ?? competency,
  };
}

/** Actions without those that repeat the words of an earlier one, to which each adds what it does not state. */
export function mergeRepeated(actions: readonly Action[]): readonly Action[] {
  const kept: Action[] = [];
  const byTitle = new Map<string, Places>();
  for (const action of actions) {
    const title = foldName(action.title.value);
    const places = byTitle.get(title) ?? { first: kept.length, ofOwner: new Map() };
    byTitle.set(title, places);
    const place = placeOf(action, places) ?? kept.length;
    const first = kept[place];
    kept[place] = first ? joined(first, action) : action;
    if (first?.owner === null) places.ofOwner.delete(null);
    places.ofOwner.set(kept[place].owner?.value ?? null, place);
  }
  return kept;
}
