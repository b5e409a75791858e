import type { TimelineMark, TimelinePicture } from "../core/output/slide-deck.ts";
import { MILESTONES, type Postmortem } from "../core/postmortem.ts";
import { zoned } from "../core/time/calendar.ts";
import { MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import { minutesText } from "../core/time/minutes-text.ts";

/** The milestones that a document dates to the minute, as a picture; null where these are fewer than two. */
export function timelinePicture(
  { milestones }: Postmortem,
  timeZone: string,
): TimelinePicture | null {
  const timed = MILESTONES.flatMap((milestone) => {
    const fact = milestones[milestone];
    return fact && fact.source.precision !== "day" ? [{ milestone, at: fact.value }] : [];
  });
  const marks = timed
    .map(({ milestone, at }): TimelineMark => {
      const clock = zoned(at, timeZone).toPlainTime().toString({ smallestUnit: "minute" });
      return { at, what: milestone, clock };
    })
    .toSorted((a, b) => a.at - b.at);
  if (new Set(marks.map(({ at }) => at)).size < 2) return null;
  const at = (name: string) => timed.find(({ milestone }) => milestone === name)?.at ?? null;
  const [from, until] = [at("detected"), at("diagnosed")];
  if (from === null || until === null || until <= from) return { marks, diagnosing: null };
  const text = `looking for the cause: ${minutesText((until - from) / MS_PER_MINUTE)}`;
  return { marks, diagnosing: { from, until, text } };
}
