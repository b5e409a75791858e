import { memo } from "../../core/memo.ts";
import type { Postmortem } from "../../core/postmortem.ts";

/** The incidents of some gaps, escalations or actions, each once. Several columns of a row ask for them. */
export const incidentsOf = memo(
  (mentions: readonly { readonly incident: Postmortem }[]): readonly Postmortem[] => {
    const incidents = new Set<Postmortem>();
    for (const { incident } of mentions) incidents.add(incident);
    return [...incidents];
  },
);
