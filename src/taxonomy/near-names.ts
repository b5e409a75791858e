import { foldName, type Term, withoutDomain } from "../core/taxonomy.ts";
import { typingErrors } from "../core/text/typing-errors.ts";

/** Shorter words differ by a letter as a matter of course: `slo`, `sli`. */
const LETTERS_PER_EDIT = 5;
const MOST_EDITS = 2;

/** Two names, one of each term, that are nearly one. */
export interface NearNames {
  readonly first: string;
  readonly second: string;
}

function isNearWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (/\d/.test(one + other)) return false;
  const letters = Math.min(one.length, other.length);
  const allowed = Math.min(Math.floor(letters / LETTERS_PER_EDIT), MOST_EDITS);
  return typingErrors(one, other) <= allowed;
}

/** Whether two names are the same word by word, but for a slip of a letter in a longer word. */
export function isNearName(one: string, other: string): boolean {
  const [first, second] = [foldName(one).split(" "), foldName(other).split(" ")];
  if (first.join("") === second.join("")) return true;
  if (first.length !== second.length) return false;
  return first.every((word, index) => isNearWord(word, second[index] ?? ""));
}

/** The names of a term; of its id the part that tells it from its neighbours. */
function namesOf({ id, name, aliases }: Term): readonly string[] {
  return [...new Set([withoutDomain(id), name === id ? withoutDomain(id) : name, ...aliases])];
}

/** The first two names of two terms that are nearly equal; null where none are. */
export function nearNames(one: Term, other: Term): NearNames | null {
  for (const first of namesOf(one)) {
    for (const second of namesOf(other)) {
      if (isNearName(first, second)) return { first, second };
    }
  }
  return null;
}
