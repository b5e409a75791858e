import type { Postmortem } from "../../core/postmortem.ts";

/** The incidents of some gaps, escalations or actions, each once. */
export function incidentsOf(
  mentions: readonly { readonly incident: Postmortem }[],
): readonly Postmortem[] {
  return [...new Set(mentions.map(({ incident }) => incident))];
}
