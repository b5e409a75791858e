import type { Postmortem } from "../../core/postmortem.ts";
import type { Report } from "../../core/table.ts";
import { isInWindow, type Window } from "../../core/time/window.ts";

const NOTE =
  "No figure includes the times or conditions of incidents on which only small teams, or one person, worked: they could be one person's. Such incidents count as having no time.";

/** Whether the times of an incident of the window, or of the one it is compared with, are withheld. */
function isWithheldIn({ since, until, prior }: Window) {
  const window = { since: since && Math.min(since, prior?.since ?? since), until };
  return ({ areTimesWithheld, milestones: { started } }: Postmortem) =>
    areTimesWithheld === true && started !== null && isInWindow(started.value, window);
}

/** Says, of a report that prints minutes or conditions, that some are withheld; nothing where none are. */
export function withheldTimesNotes(
  { sections }: Report,
  postmortems: readonly Postmortem[],
  window: Window,
): readonly string[] {
  const isAffected = sections.some(
    ({ key, columns }) => key === "conditions" || columns.some(({ type }) => type === "minutes"),
  );
  return isAffected && postmortems.some(isWithheldIn(window)) ? [NOTE] : [];
}
