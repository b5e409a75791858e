/** The library brings no types; this is the part of it that is used. */
declare module "ml-logistic-regression" {
  import type { Matrix } from "ml-matrix";

  /** Tells one class from all others: its score is near 0 for that class, near 1 for the others. */
  interface TwoClasses {
    readonly weights: Matrix;
    testScores(features: Matrix): readonly number[];
  }

  export default class LogisticRegression {
    constructor(options: { readonly numSteps: number; readonly learningRate: number });
    readonly classifiers: readonly TwoClasses[];
    train(features: Matrix, classes: Matrix): void;
  }
}
