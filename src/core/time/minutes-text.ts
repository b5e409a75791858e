const SECONDS_PER_MINUTE = 60;
export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;

/** Minutes in words: `29 s`, `45 min`, `1 h 23 min`; from a day on to the hour: `2 d 3 h`. */
export function minutesText(minutes: number): string {
  if (minutes < 0) return `-${minutesText(-minutes)}`;
  if (minutes > 0 && minutes < 1) return `${Math.round(minutes * SECONDS_PER_MINUTE)} s`;
  const whole = Math.round(minutes);
  if (whole < MINUTES_PER_HOUR) return `${whole} min`;
  if (whole < MINUTES_PER_DAY) {
    return twoUnits(whole, { units: ["h", "min"], size: MINUTES_PER_HOUR });
  }
  return twoUnits(Math.round(whole / MINUTES_PER_HOUR), { units: ["d", "h"], size: 24 });
}

function twoUnits(
  amount: number,
  { units: [large, small], size }: { units: readonly [string, string]; size: number },
): string {
  const rest = amount % size;
  const whole = `${Math.floor(amount / size)} ${large}`;
  return rest === 0 ? whole : `${whole} ${rest} ${small}`;
}
