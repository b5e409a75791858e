import { memo } from "../../core/memo.ts";
import type { Range } from "../../core/position.ts";
import type { Problem } from "../../core/problem.ts";
import { findTerm, type Taxonomy } from "../../core/taxonomy.ts";
import { TAG } from "../../core/text/gap-tag.ts";
import { typingErrors } from "../../core/text/typing-errors.ts";
import type { Text } from "../../parse/body/body.ts";
import type { AssembleContext, Locate } from "../context.ts";
import { blockTexts, type KnownSection } from "../sections/sections.ts";
import { readParts, TAG_START } from "./gap-tags.ts";
import { tagMeant } from "./tag-meant.ts";

/** An opening bracket, a word or three, a mark or a blank, and what a tag would hold. */
const BRACKETED =
  /([([{（])\s*(\p{L}+(?:[ -]\p{L}+){0,2})(\s*[:：=–—-]\s*|\s+)([\p{L}\p{N}._-]+[^()[\]{}（）]{0,200})([)\]}）])/gu;
/** The same without brackets, up to where a sentence or the text ends. */
const BARE =
  /(?<![\p{L}\p{N}([{（])(gaps?)(\s*[:：=]\s*)((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}_-]+(?:\s*,\s*[\p{L}\p{N}_: -]+)*)/giu;
/** An id of two levels, which no prose has by chance. */
const DOTTED_ID =
  /(?<![\p{L}\p{N}._/@-])[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*(?![\p{L}\p{N}_/@-]|\.\p{L})/gu;
/** A word of the taxonomy behind the keyword, where the text begins and ends: "Gap: backpressure". */
const BARE_WORDS = /^(?:-\s)?gaps?\s?[:：]\s?([^.;:()]{2,60})\.?$/iu;
const KEYWORD = "gap";

/** A part of a text that looks like a tag, with the tag that it most likely means. */
interface Slip {
  readonly at: number;
  readonly written: string;
  /** Null where its parts cannot be read. */
  readonly expected: string | null;
}

/** `gaps`, `Skill gap`, `knowledge gaps`. */
function isKeyword(words: string): boolean {
  return /(?:^|[ -])gaps?$/i.test(words);
}

/** `gpa`, `gp`, `gapp`: one letter more, less or in the wrong place. */
function isMisspeltKeyword(words: string): boolean {
  const word = words.toLowerCase();
  return word.length >= 2 && typingErrors(word, KEYWORD) === 1;
}

function tagOf(inside: string, taxonomy: Taxonomy): string | null {
  const { competencies, kinds } = taxonomy;
  const meant = tagMeant(inside, taxonomy);
  const parts = readParts(`(gap: ${inside})`);
  const competency = parts?.get("competency");
  const kind = parts?.get("kind");
  if (!competency || !findTerm(competencies, competency.value)) return meant;
  if (kind && !findTerm(kinds, kind.value)) return meant;
  return `(gap: ${inside.trim()})`;
}

function namesCompetency(inside: string, taxonomy: Taxonomy): boolean {
  const first = inside.split(",")[0]?.trim() ?? "";
  return findTerm(taxonomy.competencies, first) !== null || tagMeant(inside, taxonomy) !== null;
}

function bracketedSlips(text: string, taxonomy: Taxonomy): readonly Slip[] {
  return [...text.matchAll(BRACKETED)].flatMap((match): readonly Slip[] => {
    const [written, , words = "", , inside = ""] = match;
    const isKnown = namesCompetency(inside, taxonomy);
    const isDotted = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\s*(?:,|$)/i.test(inside);
    const isSlip =
      (isKeyword(words) && (isKnown || isDotted)) || (isMisspeltKeyword(words) && isKnown);
    return isSlip ? [{ at: match.index, written, expected: tagOf(inside, taxonomy) }] : [];
  });
}

/** What stands behind the last sentence: "Lag was read as a dip. Gap: backpressure". */
function bareWords(text: string, taxonomy: Taxonomy): readonly Slip[] {
  const at = Math.max(text.search(/\bgaps?\s?[:：][^.;:()]*\.?\s*$/iu), 0);
  const written = text.slice(at).trim();
  const inside = BARE_WORDS.exec(written)?.[1];
  if (inside === undefined || !namesCompetency(inside, taxonomy)) return [];
  return [{ at, written, expected: tagOf(inside, taxonomy) }];
}

function bareSlips(text: string, taxonomy: Taxonomy): readonly Slip[] {
  const dotted = dottedSlips(text, taxonomy);
  return dotted.length > 0 ? dotted : bareWords(text, taxonomy);
}

function dottedSlips(text: string, taxonomy: Taxonomy): readonly Slip[] {
  return [...text.matchAll(BARE)].map((match) => {
    const [written, , , inside = ""] = match;
    return { at: match.index, written, expected: tagOf(inside, taxonomy) };
  });
}

const idsOf = memo(
  ({ competencies }: Taxonomy): ReadonlySet<string> =>
    new Set(competencies.map(({ id }) => id).filter((id) => id.includes("."))),
);

/** The place of a part of a text: exact where it stands in the file as it is read. */
function placeOf(written: string, range: Range, locate: Locate) {
  const place = locate(range, written);
  const isExact = place.end.offset - place.start.offset === written.length;
  return { place, isExact: isExact && place.start.line === place.end.line };
}

function problemsOf({ text, range }: Text, taxonomy: Taxonomy, locate: Locate): readonly Problem[] {
  const bare = text.replaceAll(TAG, (tag) => " ".repeat(tag.length));
  const bracketed = bracketedSlips(bare, taxonomy);
  const covered = bracketed.reduce(
    (rest, { at, written }) =>
      rest.slice(0, at) + " ".repeat(written.length) + rest.slice(at + written.length),
    bare,
  );
  const slips = [...bracketed, ...bareSlips(covered, taxonomy)];
  const found = slips.map(({ written, expected }): Problem => {
    const { place, isExact } = placeOf(written, range, locate);
    const fix = expected !== null && isExact ? { fix: [{ range: place, text: expected }] } : {};
    return { kind: "tag-slip", written, expected, range: place, ...fix };
  });
  // Of a tag that nothing closes the id is a part.
  if (found.length > 0 || TAG_START.test(bare)) return found;
  const ids = [...new Set([...bare.matchAll(DOTTED_ID)].map(([id]) => id))];
  return ids
    .filter((id) => idsOf(taxonomy).has(id))
    .map((id) => ({ kind: "untagged-competency", id, range: placeOf(id, range, locate).place }));
}

/** Kinds of sections in which a competency stands in a place of its own, without a tag. */
const WITHOUT_TAGS: ReadonlySet<KnownSection["kind"]> = new Set([
  "actions",
  "escalations",
  "review",
]);

/** Whether a text may hold what looks like a tag, so that it is worth a closer look. */
function mayHoldSlip(text: string): boolean {
  return /[([{（]|gaps?\s*[:：=]|\p{L}\.\p{L}/iu.test(text);
}

/**
 * What looks like a gap tag and is none, so that no report counts it: other brackets, another word,
 * a missing colon; and ids of competencies that stand in prose outside a tag.
 */
export function tagSlips(
  sections: readonly KnownSection[],
  { taxonomy }: AssembleContext,
  locate: Locate,
): readonly Problem[] {
  return sections
    .filter(({ kind }) => !WITHOUT_TAGS.has(kind))
    .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    .filter(({ text }) => mayHoldSlip(text))
    .flatMap((text) => problemsOf(text, taxonomy, locate));
}
