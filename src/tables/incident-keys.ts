import type { Postmortem } from "../core/postmortem.ts";
import { sha256 } from "../core/sha256.ts";
import { type Redact, WITHHELD } from "../people/recogniser.ts";

const HASH_LENGTH = 8;

function hashOf(text: string): string {
  return sha256(text).slice(0, HASH_LENGTH);
}

/** Texts in their order, each only once: those that came before get a number, from 2. */
function numbered(keys: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return keys.map((key) => {
    let unique = key;
    for (let number = 2; taken.has(unique); number += 1) unique = `${key}-${number}`;
    taken.add(unique);
    return unique;
  });
}

/** What keys of postmortems are made of, beside their ids. */
export interface KeyParts {
  readonly source: string;
  /** The path of a document in its folder, with forward slashes. */
  readonly pathOf: (postmortem: Postmortem) => string;
  /** Withholds people. */
  readonly redact: Redact;
}

/** What tells documents of one id apart. A hash of a name could be guessed, so no name goes in. */
function suffixOf(postmortem: Postmortem, { pathOf, redact }: KeyParts): string {
  const path = pathOf(postmortem);
  const shown = redact(path);
  const started = postmortem.milestones.started?.value ?? "";
  return hashOf(shown.includes(WITHHELD) ? `${shown}\n${started}` : path);
}

/**
 * Keys of postmortems, in their order: the source and the id, which outlives a renamed file; where
 * several have one id, or people are withheld from it, also a hash of the path, with the start in place
 * of people's names there.
 */
export function incidentKeys(
  postmortems: readonly Postmortem[],
  parts: KeyParts,
): readonly string[] {
  const keys = postmortems.map(({ id }) => {
    const written = `${parts.source}:${id.value}`;
    const shown = parts.redact(written);
    return { shown, isWithheld: shown.includes(WITHHELD) };
  });
  const counts = new Map<string, number>();
  for (const { shown } of keys) counts.set(shown, (counts.get(shown) ?? 0) + 1);
  return numbered(
    postmortems.map((postmortem, at) => {
      const { shown = "", isWithheld = false } = keys[at] ?? {};
      const isAlone = counts.get(shown) === 1 && !isWithheld;
      return isAlone ? shown : `${shown}~${suffixOf(postmortem, parts)}`;
    }),
  );
}
