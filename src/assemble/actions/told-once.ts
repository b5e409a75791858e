import type { Action } from "../../core/postmortem.ts";
import { foldName } from "../../core/taxonomy.ts";

/** Actions of which a later one with the same words only adds what the first does not say. */
export function toldOnce(actions: readonly Action[]): readonly Action[] {
  const byTitle = new Map<string, Action>();
  for (const action of actions) {
    const title = foldName(action.title.value);
    const first = byTitle.get(title);
    if (!first) {
      byTitle.set(title, action);
      continue;
    }
    const { owner, due, status, done, competency } = action;
    byTitle.set(title, {
      ...first,
      owner: first.owner ?? owner,
      due: first.due ?? due,
      status: first.status ?? status,
      done: first.done ?? done,
      competency: first.competency ?? competency,
    });
  }
  return [...byTitle.values()];
}
