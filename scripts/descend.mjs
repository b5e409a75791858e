// How weights are learned step by step.

/**
 * Moves weights against their slopes, by AdaGrad (Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html).
 * @param squares the sums of the squared slopes of each weight so far, which grow.
 * @param slopeOf the slope of the weight with an index.
 */
export function descend(weights, squares, slopeOf, rate) {
  for (const index of weights.keys()) {
    const slope = slopeOf(index);
    squares[index] += slope * slope;
    weights[index] -= (rate * slope) / Math.sqrt(squares[index]);
  }
}
