import type { Token } from "../core/postmortem.ts";
import { findTerm } from "../core/taxonomy.ts";
import type { SuggestContext } from "./define.ts";
import { PERSON } from "./sentence-text.ts";

/** A name of its own: "Hypha", "SN". */
const NAME = /^\p{Lu}[\p{L}\d]+$/u;
/** How bad an incident is, or what a list counts by, which is no name: "P1", "SEV2", "U04". */
const SEVERITY = /^(?:\p{L}|sev)\d+$/iu;
/** A link that shows one or two words, as those to people and organisations do: "[@kestrel](…)", "[Ines Vega]". */
const NAMED_LINK = /^\[@?[\p{L}\d_.-]{2,30}(?: [\p{L}\d_.-]{2,30})?\](?:[([]|$)/u;

/** The words of a sentence, with their tokens. */
export interface NamedWords {
  readonly words: readonly string[];
  readonly tokens: readonly (Token | undefined)[];
}

/** Whether a person is named at a place: by a first name, a handle, or as one whom the document lists. */
export function isNamedPerson(
  { words }: NamedWords,
  place: number,
  { cues }: Pick<SuggestContext, "cues">,
): boolean {
  const word = words[place] ?? "";
  return word === PERSON || cues.words.first_names.has(word);
}

/** Whether a name that nothing here knows stands at a place: of a person, a team or an organisation. */
export function isName(named: NamedWords, place: number, context: SuggestContext): boolean {
  if (isNamedPerson(named, place, context)) return true;
  const token = named.tokens[place];
  if (token?.type === "opaque") return NAMED_LINK.test(token.text);
  if (token?.type !== "word" || !NAME.test(token.text) || SEVERITY.test(token.text)) return false;
  const { cues, taxonomy } = context;
  const folded = token.text.toLowerCase();
  const { alerts, clock, determiners, machines, months, people, signals, tests, things } =
    cues.words;
  const others = [alerts, clock, determiners, machines, months, people, signals, tests, things];
  const isOther = others.some((list) => list.has(folded));
  return !isOther && findTerm(taxonomy.services, folded) === null;
}
