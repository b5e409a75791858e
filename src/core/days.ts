const MS_PER_DAY = 86_400_000;

/** Days from one ISO calendar date to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
