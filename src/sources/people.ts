import { joinNames, type ListedNames } from "../core/document/listed-names.ts";
import { sha256 } from "../core/sha256.ts";
import { capitalised } from "../core/text/capitalised.ts";
import { listedNames } from "../people/listing.ts";
import type { Recogniser } from "../people/recogniser.ts";
import type { Actor } from "./define.ts";
import { withLettersOf, withPlainLetters, wordsOf } from "./plain-letters.ts";
import { plainName } from "./same-actor.ts";

/** How a person is written whose team nobody knows. */
const SOMEBODY = "an engineer";

/** Which team the names of a person belong to; null where nobody says, or several are said. */
export type TeamOf = (names: readonly string[]) => string | null;

function hashOf(name: string): string {
  return sha256(plainName(name));
}

const HASHED = /^sha256:(?<hash>[0-9a-f]{64})$/i;

/**
 * Looks people up in the members of teams: handles, addresses, ids and names, in any case, as they
 * are or as `sha256:` with the hash of what is lower-cased and has no `@` in front.
 */
export function teamLookup(members: ReadonlyMap<string, readonly string[]>): TeamOf {
  const teams = new Map<string, string>();
  for (const [team, entries] of members) {
    for (const entry of entries) {
      const hash = HASHED.exec(entry.trim())?.groups?.hash?.toLowerCase() ?? hashOf(entry);
      if (!teams.has(hash)) teams.set(hash, team);
    }
  }
  if (teams.size === 0) return () => null;
  return (names) => {
    const found = new Set(names.map(hashOf).flatMap((hash) => teams.get(hash) ?? []));
    const [team = null] = found;
    return found.size === 1 ? team : null;
  };
}

/** An id of a tool. */
const ID = /^[A-Z0-9]{7,30}$/;
/** Whether a name is an id: without a figure it is a name in capitals more often. */
function isId(name: string): boolean {
  return ID.test(name) && /\d/.test(name);
}

/** An address or a whole name. */
const ADDRESS_OR_FULL = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|\S+ .*\S)$/;

/** Whether two persons hardly ever share a name. */
function isOwn(name: string): boolean {
  return isId(name) || ADDRESS_OR_FULL.test(name);
}

/** All that is known of each person, by any id or address that they have. */
function byOwnNames(people: readonly Actor[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { names } of people) {
    const known = names.filter(isOwn).flatMap((name) => [...(found.get(plainName(name)) ?? [])]);
    const all = new Set([...known, ...names]);
    for (const name of all) if (isOwn(name)) found.set(plainName(name), all);
  }
  return found;
}

/** What names of one word are written as in chats. */
function spellings(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return [...new Set([name, lower, capitalised(lower), name.toUpperCase()])];
}

/** Words that are no names on their own. */
export interface CommonWords {
  /** `will`, `may`: never withheld in lower case. */
  readonly stop: ReadonlySet<string>;
  /** Words that are first names as well: `grant`, `mark`. */
  readonly ordinary: ReadonlySet<string>;
  /** What stands between two names. */
  readonly and: readonly string[];
}

function namesOf(
  people: readonly Actor[],
  isActive: boolean,
  { isGroup }: Recogniser,
  { stop, ordinary, and }: CommonWords,
): ListedNames {
  const texts = people.flatMap(({ names }) =>
    names.filter((name) => !isId(name)).flatMap(withPlainLetters),
  );
  const isWord = (word: string) => stop.has(word) || (!isActive && ordinary.has(word));
  const isCommon = (word: string) => word === word.toLowerCase() && isWord(word);
  const { full, single } = listedNames({ people: texts, owners: [] }, { and, isGroup, isCommon });
  const all = single.flatMap(spellings).filter((name) => !isCommon(name));
  return { full, single: all };
}

/** What stands in the draft for people and for texts that name them. */
export interface Naming {
  /** A team, `an engineer`, or the name of a program. */
  readonly label: (actor: Actor) => string;
  /** The team of a person; null for a program, and where nobody knows. */
  readonly teamOf: (actor: Actor) => string | null;
  /** A text without people: those that are mentioned become their team, other names are withheld. */
  readonly withoutPeople: (text: string) => string;
}

/** Who is named in the exports, and how people are distinguished from teams and words. */
export interface NamingInput {
  readonly people: readonly Actor[];
  /** Those of them who acted. */
  readonly actors: readonly Actor[];
  readonly teamOf: TeamOf;
  readonly recogniser: Recogniser;
  readonly common: CommonWords;
}

const MEMBER = /<@(?<id>[\p{L}\p{N}]{1,32})>/gu;
const HANDLE =
  /(?<![\p{L}\p{N}_/.@-])@(?<handle>[\p{L}\p{N}](?:[\p{L}\p{N}_.-]{0,62}[\p{L}\p{N}_])?)/gu;

/** The one place where people leave what exports tell. */
export function namingOf({ people, actors, teamOf, recogniser, common }: NamingInput): Naming {
  const all = [...people, ...actors];
  const persons = all.filter(({ isProgram }) => !isProgram);
  const records = byOwnNames(persons);
  const allNames = (names: readonly string[]) => {
    const joined = names.flatMap((name) => [...(records.get(plainName(name)) ?? [])]);
    return [...new Set([...names, ...joined])];
  };
  const programs = new Set(all.filter((one) => one.isProgram).flatMap(({ names }) => names));
  const active = actors
    .filter(({ isProgram }) => !isProgram)
    .map((actor) => ({ ...actor, names: allNames(actor.names) }));
  const listed = joinNames([
    namesOf(persons, false, recogniser, common),
    namesOf(active, true, recogniser, common),
  ]);
  const search = recogniser.search(listed);
  const labelOf = (names: readonly string[]) => teamOf(allNames(names)) ?? SOMEBODY;
  const words = wordsOf([...listed.full, ...listed.single]);
  const redact = (text: string) => recogniser.redact(withLettersOf(words, text), search);
  return {
    label: ({ names, isProgram }) => (isProgram ? redact(names[0] ?? "a program") : labelOf(names)),
    teamOf: ({ names, isProgram }) => (isProgram ? null : teamOf(allNames(names))),
    withoutPeople: (text) =>
      redact(
        text
          .replace(MEMBER, (_written, id: string) =>
            programs.has(id) ? "a program" : labelOf([id]),
          )
          .replace(HANDLE, (written, handle: string) => teamOf(allNames([handle])) ?? written),
      ),
  };
}
