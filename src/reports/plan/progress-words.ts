import { counted } from "../../core/counted.ts";
import type { JudgedImpact } from "../impact/judge.ts";
import { forTeams, frequencyText } from "../impact/sentence.ts";
import { percent } from "../shared/words.ts";
import type { RankedItem } from "./score.ts";

/** An intervention with its verdict: `course, 2026-02-28: worked; missing in 0 of 12 incidents since, 10 of 20 before`. */
function interventionText(impact: JudgedImpact): string {
  const { intervention, verdict } = impact;
  const { id, date } = intervention;
  return verdict === "planned"
    ? `${id}, planned for ${date}${forTeams(intervention)}`
    : `${id}, ${date}: ${verdict}; ${frequencyText(impact)}`;
}

/** What was done about a gap, the oldest first, and what came of it. */
export function interventionTexts({ progress }: RankedItem): readonly string[] {
  return progress.interventions.map(interventionText);
}

/** When a gap was missing last, and how many incidents came since. */
export function lastMissingText({ progress: { pause } }: RankedItem): string | null {
  if (pause === null) return null;
  const { last, incidents } = pause;
  if (incidents === 0) return `${last}, the latest incident`;
  return incidents === 1
    ? `${last}; not in the 1 incident since`
    : `${last}; in none of ${incidents} incidents since`;
}

/** Why a gap does not come first although its figures might: it worked, or it has not been missing for long. */
export function turnReason({ progress }: RankedItem): string | null {
  const { solvedBy, pause, isLongPause, interventions } = progress;
  if (solvedBy !== null) {
    const { id, date } = solvedBy.intervention;
    return `${id} (${date}) worked, and the gap has not come up since`;
  }
  if (!isLongPause || pause === null) return null;
  const rare = `not missing in the last ${counted(pause.incidents, "incident")}; by chance, ${percent(pause.chance)} of gaps pause that long`;
  return interventions.some(({ verdict }) => verdict !== "planned")
    ? rare
    : `${rare}. No intervention is recorded: find out what changed, and record it with pm impact --add`;
}
