// Promises that more than one way of fuzzing looks after, and the inputs that break them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Characters that steer a terminal. */
// eslint-disable-next-line no-control-regex -- that is what is looked for
const STEERS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function steers(text) {
  return STEERS.test(text);
}

const MOST_LETTERS = 300;
const MOST_NAMED = 5;

/** Gathers the inputs of a seed that break promises, by what they break; keeps them in a folder, if one is named. */
export function gatherBroken(seed, folder) {
  const kinds = new Map();
  return {
    kinds,
    add: (why, index, input) => {
      const kind = why.slice(0, MOST_LETTERS);
      kinds.set(kind, [...(kinds.get(kind) ?? []), index]);
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${seed}-${index}.md`), input);
    },
    print: () => {
      for (const [kind, inputs] of kinds) {
        const named = inputs.slice(0, MOST_NAMED).join(", ");
        console.log(`input ${named} (${inputs.length}): ${kind}`);
      }
    },
  };
}
