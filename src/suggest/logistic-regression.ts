/** The numbers of a sample that are not 0: their columns in rising order, and their values. */
export interface SparseRow {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** How weights are learned: `rate` is how much of the gradient is taken in each of `steps` steps. */
export interface Descent {
  readonly columns: number;
  readonly steps: number;
  readonly rate: number;
}

/** The probability of class 1 that weights give a sample, from 0 to 1. */
export function scoreOf({ columns, values }: SparseRow, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1) {
    sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}

/**
 * The weights of a logistic regression, by gradient descent over all samples from weights of 0: those that
 * ml-logistic-regression learns, to the last bit, without the time that the zeros of its matrices take.
 * @param targets the class of each sample, 0 or 1.
 */
export function learnWeights(
  rows: readonly SparseRow[],
  targets: readonly number[],
  { columns, steps, rate }: Descent,
): Float64Array {
  const weights = new Float64Array(columns);
  for (let step = 0; step < steps; step += 1) {
    const gradient = new Float64Array(columns);
    for (const [index, row] of rows.entries()) {
      const error = (targets[index] ?? 0) - scoreOf(row, weights);
      for (let at = 0; at < row.columns.length; at += 1) {
        const column = row.columns[at] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + (row.values[at] ?? 0) * error;
      }
    }
    for (const [column, value] of gradient.entries()) {
      weights[column] = (weights[column] ?? 0) + value * rate;
    }
  }
  return weights;
}
