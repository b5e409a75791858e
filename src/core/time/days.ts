import { MS_PER_DAY } from "./milliseconds.ts";
/** Days from one ISO calendar date to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
