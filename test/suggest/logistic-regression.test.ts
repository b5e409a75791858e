import fc from "fast-check";
import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { learnWeights, scoreOf, type SparseRow } from "../../src/suggest/logistic-regression.ts";

const COLUMNS = 4;
const value = fc.constantFrom(0, 0, 0, 1, 0.5, 1 / Math.sqrt(3), -2, 0.1);
const sample = fc.record({
  row: fc.array(value, { minLength: COLUMNS, maxLength: COLUMNS }),
  target: fc.constantFrom(0, 1),
});

function sparse(row: readonly number[]): SparseRow {
  const columns = row.flatMap((one, column) => (one === 0 ? [] : [column]));
  return { columns, values: columns.map((column) => row[column] ?? 0) };
}

test("weights and scores are those of ml-logistic-regression, to the last bit", () => {
  fc.assert(
    fc.property(
      fc.array(sample, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(0.01, 0.3, 3),
      (samples, steps, rate) => {
        const rows = samples.map(({ row }) => row);
        const targets = samples.map(({ target }) => target);
        // The library learns a model for each class that there is, so one sample of each is added.
        const [allRows, classes] = [
          [...rows, [1, 0, 0, 0], [0, 0, 0, 1]],
          [...targets, 0, 1],
        ];
        const model = new LogisticRegression({ numSteps: steps, learningRate: rate });
        model.train(new Matrix(allRows), Matrix.columnVector(classes));
        const [expected] = model.classifiers;
        const weights = learnWeights(allRows.map(sparse), classes, {
          ...{ columns: COLUMNS, steps, rate },
        });
        expect([...weights]).toEqual(expected?.weights.to1DArray());
        expect(allRows.map((row) => scoreOf(sparse(row), weights))).toEqual(
          expected?.testScores(new Matrix(allRows)),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test("what no sample has gets no weight", () => {
  const rows = [
    { columns: [0], values: [1] },
    { columns: [0, 1], values: [1, 1] },
  ];
  const weights = learnWeights(rows, [0, 1], { columns: 3, steps: 50, rate: 1 });
  expect(weights[2]).toBe(0);
  expect(weights[1]).toBeGreaterThan(1);
});
