// What V8 is told for short runs.

/** Bytes of bytecode that a function runs before V8 may optimise it; ten times what V8 takes by default. */
const LATE_BUDGET = 660_000;

/** Large patterns are compiled once, to machine code, rather than to bytecode first and then again. */
const PATTERNS = "--regexp-tier-up-ticks=0";
/** Most runs end before optimised code has saved what it took to make: it is made later than by default. */
const OPTIMISED_LATE = `--interrupt-budget=${LATE_BUDGET}`;

/** What V8 of a major version knows of these; one that has no entry may know neither, and would say so. */
const FLAGS = new Map([
  [11, [PATTERNS, OPTIMISED_LATE]],
  [12, [PATTERNS]],
  [13, [PATTERNS]],
  [14, [PATTERNS]],
]);

/** The flags for short runs that a version of V8 knows, such as 11.3.244.8-node.33. */
export function flagsOf(version) {
  return FLAGS.get(Number.parseInt(version, 10)) ?? [];
}
