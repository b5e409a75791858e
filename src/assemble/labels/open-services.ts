import type { Vocabulary } from "../../schema/vocabulary.ts";
import { listedIn } from "./listed-in.ts";

const IN_BRACKETS = /\s?\([^()]*\)/g;
/** What stands between a name and what is said of it. */
const EXPLAINED = /:\s|\s[–—-]\s/;

/**
 * The names in a text of affected services where the taxonomy lists none: what stands before a colon
 * or a dash, as behind it a sentence tells what happened to that service.
 */
export function openServices(text: string, vocabulary: Vocabulary): readonly string[] {
  const bare = text.replace(IN_BRACKETS, "").trim();
  const [first = "", ...others] = listedIn(bare === "" ? text : bare, vocabulary);
  if (!EXPLAINED.test(first)) return [first, ...others].filter((part) => part !== "");
  // "checkout: down, payments: slow" explains each of several.
  return [first, ...others.filter((part) => EXPLAINED.test(part))];
}
