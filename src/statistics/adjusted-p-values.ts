/**
 * P values adjusted for how many were looked at, in the order given: those up to 0.05 hold with at most
 * 5 % false ones expected among them. Y. Benjamini and Y. Hochberg, "Controlling the False Discovery
 * Rate", Journal of the Royal Statistical Society B 57 (1995).
 */
export function adjustedPValues(pValues: readonly number[]): readonly number[] {
  const count = pValues.length;
  const falling = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => b.p - a.p);
  const adjusted = new Array<number>(count).fill(1);
  let least = 1;
  for (const [position, { p, index }] of falling.entries()) {
    least = Math.min(least, p * (count / (count - position)));
    adjusted[index] = least;
  }
  return adjusted;
}
