import { Temporal } from "temporal-polyfill";
import type { EpochMs } from "../postmortem.ts";

/** What a clock on the wall shows. */
export interface LocalTime {
  /** ISO: 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  /** Minutes since midnight by the clock. */
  readonly minute: number;
}

/** What the clocks of a zone show at an instant. */
export function localTime(ms: EpochMs, timeZone: string): LocalTime {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  return { weekday: at.dayOfWeek, minute: at.hour * 60 + at.minute };
}
