import { memo } from "../../core/memo.ts";
import type { Milestone } from "../../core/postmortem.ts";
import { caseless } from "../../core/text/caseless.ts";
import type { Vocabulary } from "../../schema/vocabulary.ts";

/** What a row of a timeline can be besides a milestone. */
export type RowKind = keyof Vocabulary["timeline_rows"];

/** How clearly a row tells a milestone. */
export type Strength = "strong" | "weak";

/** Reads what a row tells in its sentences, as `sentencesOf` parts them. */
export interface RowCues {
  /** The names of all kinds. */
  readonly kinds: readonly string[];
  readonly isKind: (sentences: readonly string[], kind: string) => boolean;
  readonly strengthOf: (sentences: readonly string[], milestone: Milestone) => Strength | null;
  /** Whether a sentence says that it is no such milestone: "not resolved", "some users are back". */
  readonly denies: (sentences: readonly string[], milestone: Milestone) => boolean;
}

/** Sentences of a row; a question tells nothing but who asks it: "Mail to the desk: where is it?". */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?;])\s+(?=[\p{Lu}\d])|\s·\s/u).flatMap((one) => {
    if (!one.endsWith("?")) return [one];
    const colon = one.lastIndexOf(": ");
    return colon === -1 ? [] : [one.slice(0, colon)];
  });
}

const NOTHING = /(?!)/;

type Matches = (sentence: string) => boolean;

/** Whether a sentence has one of the cues, and nothing before it that makes it untrue. */
function matcher(cues: readonly string[], unreal: RegExp): Matches {
  const patterns = cues.map((cue) => new RegExp(cue, "giu"));
  // Most sentences have no cue at all: one pattern that finds none is faster than each by itself.
  const any = caseless(cues.map((cue) => `(?:${cue})`).join("|"));
  return (sentence) =>
    any(sentence) !== null &&
    patterns.some((pattern) =>
      Array.from(sentence.matchAll(pattern)).some(
        ({ index }) => !unreal.test(sentence.slice(0, index)),
      ),
    );
}

function makeCues({ milestones, timeline_rows, unreal }: Vocabulary): RowCues {
  const untrue = new RegExp(String.raw`(?<![\p{L}'-])(?:${unreal.join("|")})$`, "iu");
  const kinds = new Map(
    Object.entries(timeline_rows).map(([kind, cues]) => [kind, matcher(cues, untrue)]),
  );
  const own = new Map(
    Object.entries(milestones).map(([name, { strong, weak, not }]) => {
      const [surely, hardly] = [matcher(strong, untrue), matcher(weak, untrue)];
      return [name, { surely, hardly, excludes: matcher(not, NOTHING) }];
    }),
  );
  const isFine = kinds.get("fine");
  /** What works is no failure, and nobody notices it. */
  const mayTell = (sentence: string, name: string) => {
    const isTrouble = name === "failure" || name === "detected";
    return !isTrouble || isFine?.(sentence) !== true;
  };
  /** Whether a sentence tells something. Most tell nothing: what denies it is looked for in the others alone. */
  const tellsAny = (
    sentences: readonly string[],
    name: string,
    tells: Matches | undefined,
    excludes?: Matches,
  ) => {
    for (const one of sentences) {
      if (tells?.(one) === true && mayTell(one, name) && excludes?.(one) !== true) return true;
    }
    return false;
  };
  return {
    kinds: [...kinds.keys()],
    isKind: (sentences, kind) => tellsAny(sentences, kind, kinds.get(kind)),
    strengthOf: (sentences, milestone) => {
      const cues = own.get(milestone);
      if (!cues) return null;
      if (tellsAny(sentences, milestone, cues.surely, cues.excludes)) return "strong";
      return tellsAny(sentences, milestone, cues.hardly, cues.excludes) ? "weak" : null;
    },
    denies: (sentences, milestone) =>
      sentences.some((one) => own.get(milestone)?.excludes(one) ?? false),
  };
}

/** The cues of a vocabulary, which never changes. */
export const rowCues = memo(makeCues);
