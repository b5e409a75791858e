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

/** The probability of a score in logits. */
export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** The probability of class 1 that weights give a sample, from 0 to 1. */
export function scoreOf({ columns, values }: SparseRow, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1) {
    sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
  }
  return sigmoid(sum);
}

/** The cells of samples one after the other, as each step of learning goes through all of them. */
export interface FlatRows {
  /** Where those of each sample begin, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** Samples as their cells one after the other. */
export function flat(rows: readonly SparseRow[]): FlatRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ columns }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + columns.length;
  });
  const length = starts[rows.length] ?? 0;
  const [columns, values] = [new Uint32Array(length), new Float64Array(length)];
  rows.forEach((row, index) => {
    columns.set(row.columns, starts[index]);
    values.set(row.values, starts[index]);
  });
  return { starts, columns, values };
}

/**
 * The weights of a logistic regression, by gradient descent over all samples from weights of 0: those that
 * ml-logistic-regression learns, to the last bit, without the time that the zeros of its matrices take.
 * @param targets the class of each sample, 0 or 1.
 */
export function learnWeights(
  rows: readonly SparseRow[],
  targets: readonly number[],
  { columns: width, steps, rate }: Descent,
): Float64Array {
  const { starts, columns, values } = flat(rows);
  const [weights, gradient] = [new Float64Array(width), new Float64Array(width)];
  const addError = (target: number, start: number, end: number) => {
    let sum = 0;
    for (let at = start; at < end; at += 1) {
      sum += (values[at] ?? 0) * (weights[columns[at] ?? 0] ?? 0);
    }
    const error = target - sigmoid(sum);
    for (let at = start; at < end; at += 1) {
      const column = columns[at] ?? 0;
      gradient[column] = (gradient[column] ?? 0) + (values[at] ?? 0) * error;
    }
  };
  for (let step = 0; step < steps; step += 1) {
    gradient.fill(0);
    for (let row = 0; row < rows.length; row += 1) {
      addError(targets[row] ?? 0, starts[row] ?? 0, starts[row + 1] ?? 0);
    }
    for (let column = 0; column < width; column += 1) {
      weights[column] = (weights[column] ?? 0) + (gradient[column] ?? 0) * rate;
    }
  }
  return weights;
}
