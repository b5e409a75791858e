import type { Fact, Source } from "../postmortem.ts";
import { isoDate, isoInstant } from "../time/calendar.ts";

/** Where a value stands, in words. */
export function placeOf({ origin, range }: Source): string {
  if (origin === "file") return "file name";
  const part = origin === "body" ? "body" : "frontmatter";
  return `${part}, line ${range.start.line}`;
}

/** How a value was come by, and that it is doubtful where it is. */
export function mannerOf({ how, confidence, unsure }: Source): string {
  const doubt = unsure === undefined ? "" : `: ${unsure} unsure`;
  return confidence === "low" ? `${how}, low confidence${doubt}` : how;
}

/** An instant, or the day where no more is stated: its beginning, in the zone or in UTC. */
export function instantOrDay({ value, source }: Fact<number>, timeZone: string): string {
  const instant = isoInstant(value);
  if (source.precision !== "day") return instant;
  return isoDate(value, instant.endsWith("T00:00Z") ? "UTC" : timeZone);
}
