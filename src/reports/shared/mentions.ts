import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";
import { oldestFirst } from "./selection.ts";

/** The incidents, where those of one stand together and the oldest comes first; null where it is otherwise. */
function inTurn(
  mentions: readonly { readonly incident: Postmortem }[],
): readonly Postmortem[] | null {
  const incidents: Postmortem[] = [];
  let last: Postmortem | null = null;
  for (const { incident } of mentions) {
    if (incident === last) continue;
    if (last !== null && oldestFirst(last, incident) >= 0) return null;
    incidents.push(incident);
    last = incident;
  }
  return incidents;
}

/** The incidents of some gaps, escalations or actions, each once. Several columns of a row ask for them. */
export const incidentsOf = memo(
  (mentions: readonly { readonly incident: Postmortem }[]): readonly Postmortem[] => {
    return inTurn(mentions) ?? [...new Set(mentions.map(({ incident }) => incident))];
  },
);
