import { counted } from "../../core/counted.ts";
import type { Thresholds } from "../../core/settings/config.ts";
import { percent } from "../shared/words.ts";
import { CHANCE, floorShare, type Verdict } from "./verdict.ts";

/**
 * What each verdict means, with the figures of the thresholds: a sentence that begins with its name.
 * @param prior what the window is compared with is called.
 */
export function verdictMeanings(
  thresholds: Thresholds,
  prior = "the prior window",
): Readonly<Record<Verdict, string>> {
  const { systemicIncidents, systemicShare, systemicContexts, emergingIncidents } = thresholds;
  const floor = percent(floorShare(thresholds));
  return {
    systemic: [
      `Systemic: at least ${systemicIncidents} incidents and ${percent(systemicShare)} of all, too many for a`,
      `true share of ${floor} (chance at most ${percent(CHANCE)}), in at least ${systemicContexts} teams, and at`,
      `least 2 incidents and ${floor} of all outside the most affected team.`,
    ].join(" "),
    recurring: "Recurring: at least 2 incidents in several teams.",
    local: "Local: at least 2 incidents that one team may account for.",
    emerging: `Emerging: at least ${counted(emergingIncidents, "incident")}, and a rise since ${prior} that at most ${percent(CHANCE)} of reports would show by chance.`,
    unknown:
      "Unknown: at least 2 incidents that do not say which team lacked it, or of which one team that is not shown may account for all, or all but one.",
    "too few": "Too few: 1 incident, which may be chance.",
  };
}

/** What a verdict over time means, where nobody says whose a gap was. */
export const OVER_TIME_MEANING =
  "In 2 of 3 years: at least 2 incidents, in 2 of the 3 years (or quarters, or months) that hold an incident. Only in 2025: at least 2 incidents, all in that year.";

/** How such a verdict is written. */
export const OVER_TIME =
  /^(?:in (?:each|\d+ of \d+) (?:year|quarter|month)s?|only in \d{4}(?:[ -](?:q\d|\d{2}))?)$/u;

/** What each verdict calls for, in one sentence. */
export const VERDICT_REMEDIES: Readonly<Record<Verdict, string>> = {
  systemic: "It calls for a programme across teams.",
  recurring: "Coach the teams that it touched, and see whether it becomes systemic.",
  local: "Coach the team that it touched.",
  emerging: "Look into what changed before you plan training.",
  unknown:
    "Name teams and services in the postmortems first. If the teams are not shown, offer learning to everybody.",
  "too few": "Wait for more incidents.",
};
