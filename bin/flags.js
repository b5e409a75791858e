// The flags of V8 for short runs. Only values that V8 reads when it makes something new are changed: to
// turn off what it does by patterns it has already met ends in a crash.

/** Large patterns are compiled once, to machine code, rather than to bytecode first and then again. */
const PATTERNS = "--regexp-tier-up-ticks=0";
/**
 * Most runs end before optimised code has saved what it took to make: it is made later than by default, after
 * ten times as many bytes of bytecode.
 */
const OPTIMISED_LATE = "--interrupt-budget=660000";

/**
 * Functions are not put into others where code is optimised: in such runs it takes longer to make that code, beside the
 * main thread, than it saves.
 */
const EACH_ALONE = "--no-turbo-inlining";

/** What V8 of a major version knows of these; one that has no entry may know neither, and would say so. */
const FLAGS = new Map([
  ["11", [PATTERNS, OPTIMISED_LATE, EACH_ALONE]],
  ["12", [PATTERNS]],
  ["13", [PATTERNS]],
  ["14", [PATTERNS]],
]);

/** The flags that a version of V8 knows, such as 11.3.244.8-node.33. */
export function flagsOf(version) {
  return FLAGS.get(version.split(".")[0]) ?? [];
}
