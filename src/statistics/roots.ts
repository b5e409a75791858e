/** Halvings after which no double is left between the ends. */
const MOST_STEPS = 200;

/**
 * Where a monotone function crosses zero between `low` and `high`, to the last digits of a double.
 * The function must have different signs at both ends.
 */
export function crossing(of: (x: number) => number, low: number, high: number): number {
  const rises = of(high) > 0;
  let [below, above] = [low, high];
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) break;
    if (of(middle) > 0 === rises) above = middle;
    else below = middle;
  }
  return (below + above) / 2;
}
