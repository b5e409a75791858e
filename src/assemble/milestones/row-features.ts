import type { Milestone } from "../../core/postmortem.ts";
import { MS_PER_MINUTE } from "../../core/time/milliseconds.ts";
import { stemOf } from "../../prose/stems.ts";
import type { Found } from "./by-cues.ts";
import type { RowKind } from "./cues.ts";
import type { ReadRow } from "./rows.ts";

/** What is seen of a row. */
export interface RowFeatures {
  /** Of what it tells by its cues, and of its place among the others. */
  readonly signs: readonly string[];
  /** Of its words; many words say no more than few. */
  readonly words: readonly string[];
}

const TOLD = ["started", "detected", "diagnosed", "mitigated", "resolved"] as const;
/** Signs of which it matters whether they came before or come later. */
const TURNS = [
  "tells resolved strong",
  "tells detected strong",
  "tells diagnosed strong",
  "tells started strong",
  "tells started weak",
  "is failure",
  "is finding",
  "is mending",
  "is change",
];
/** Kinds of which it matters whether any row is one. */
const OF_ALL: readonly RowKind[] = ["better", "mending", "finding", "failure"];
/** Upper bounds of the numbers of rows, with their names. */
const SIZES: readonly (readonly [number, string])[] = [
  [4, "few"],
  [8, "some"],
  [16, "many"],
];
/** Words beyond these are details. */
const MOST_WORDS = 60;
const FEW_WORDS = 4;
const MANY_WORDS = 40;
/** Words with which a row says what it is: who, or what is done. */
const OPENING = 2;
/** Upper bounds of pauses in minutes, with their names. */
const PAUSES: readonly (readonly [number, string])[] = [
  [0, "backwards"],
  [1, "none"],
  [6, "minutes"],
  [16, "a quarter"],
  [61, "an hour"],
  [361, "hours"],
  [1441, "a day"],
];
const WORD = /@?\p{L}[\p{L}'’]*|\d+|\?/gu;
const LINK = /https?:\S+/g;

/** What a row tells by its cues alone. */
function cueSigns(row: ReadRow): readonly string[] {
  const ofMilestones = TOLD.flatMap((name) => {
    const strength = row.tells(name);
    return strength === null ? [] : [`tells ${name}`, `tells ${name} ${strength}`];
  });
  return [
    ...row.kinds().map((kind) => `is ${kind}`),
    ...ofMilestones,
    ...TOLD.filter((name) => row.denies(name)).map((name) => `denies ${name}`),
  ];
}

/** A word as it counts: a name is a person, a number any number, all others their stems. */
function counted(word: string): string {
  if (word.startsWith("@")) return "@";
  if (word === "?") return word;
  return /^\d/.test(word) ? "#" : stemOf(word);
}

function wordFeatures(text: string): readonly string[] {
  const written = text.toLowerCase().replace(LINK, " url ").match(WORD) ?? [];
  const words = written.slice(0, MOST_WORDS).map(counted);
  const found = new Set<string>();
  for (const [index, word] of words.entries()) {
    found.add(`=${word}`);
    const next = words[index + 1];
    if (next !== undefined) found.add(`=${word} ${next}`);
    if (index < OPENING) found.add(`opens ${word}`);
  }
  if (words.length < FEW_WORDS) found.add("few words");
  if (words.length > MANY_WORDS) found.add("many words");
  return [...found];
}

/** How long it takes from one row to the next, in words. */
function pause(from: ReadRow | undefined, to: ReadRow | undefined): string | null {
  if (!from || !to || from.at === null || to.at === null) return null;
  const minutes = (to.at - from.at) / MS_PER_MINUTE;
  return PAUSES.find(([bound]) => minutes < bound)?.[1] ?? "days";
}

/** Where a row stands among the others. */
function placeSigns(rows: readonly ReadRow[], index: number): readonly string[] {
  const last = rows.length - 1;
  const row = rows[index];
  const quarter = last === 0 ? 0 : Math.min(3, Math.floor((4 * index) / last));
  const before = pause(rows[index - 1], row);
  const after = pause(row, rows[index + 1]);
  return [
    ...(index < 3 ? [`row ${index + 1}`] : []),
    ...(last - index < 3 ? [`row -${last - index + 1}`] : []),
    `quarter ${quarter + 1}`,
    ...(before === null ? [] : [`pause before ${before}`]),
    ...(after === null ? [] : [`pause after ${after}`]),
    ...(row?.at === null ? ["no instant"] : []),
    ...(row?.isDay === true ? ["a day"] : []),
    ...(row?.isSpan === true ? ["a span"] : []),
  ];
}

interface Reach {
  readonly first: number;
  readonly last: number;
}

/** The first and the last row that has each sign. */
function reaches(cues: readonly (readonly string[])[]): ReadonlyMap<string, Reach> {
  const found = new Map<string, Reach>();
  for (const [index, signs] of cues.entries()) {
    for (const sign of signs)
      found.set(sign, { first: found.get(sign)?.first ?? index, last: index });
  }
  return found;
}

/** Whether a row is the first or the last of its kind, and what came before it or comes later. */
function turnSigns(
  index: number,
  own: readonly string[],
  reach: ReadonlyMap<string, Reach>,
): readonly string[] {
  const ends = own.flatMap((sign) => [
    ...(reach.get(sign)?.first === index ? [`first ${sign}`] : []),
    ...(reach.get(sign)?.last === index ? [`last ${sign}`] : []),
  ]);
  const turns = TURNS.flatMap((sign) => {
    const known = reach.get(sign);
    if (!known) return [];
    return [
      ...(known.first < index ? [`since first ${sign}`] : []),
      ...(known.first > index ? [`until first ${sign}`] : []),
      ...(known.last < index ? [`since last ${sign}`] : []),
      ...(known.last > index ? [`until last ${sign}`] : []),
    ];
  });
  return [...ends, ...turns];
}

/** How well cues know a milestone's row. */
function knownAs({ isSure, isStated }: Found[Milestone] & {}): string {
  if (isStated) return "stated";
  return isSure ? "sure" : "guess";
}

/** Where a row stands beside those that cues choose. */
function choiceSigns(row: ReadRow, byCues: Found): readonly string[] {
  return TOLD.flatMap((name) => {
    const known = byCues[name];
    if (!known) return [`cues none ${name}`];
    if (known.row === row) return [`cues ${name}`, `cues ${name} ${knownAs(known)}`];
    const apart = row.index - known.row.index;
    return [
      `${apart > 0 ? "after" : "until"} cues ${name}`,
      ...(apart === 1 ? [`next cues ${name}`] : []),
      ...(apart === -1 ? [`last cues ${name}`] : []),
    ];
  });
}

/** What is seen of a timeline that may not tell a milestone: what cues choose, and what its rows tell at all. */
export function noneFeatures(rows: readonly ReadRow[], byCues: Found): RowFeatures {
  const ofMilestones = TOLD.flatMap((name) => {
    const known = byCues[name];
    const strengths = rows.map((row) => row.tells(name));
    const most = (["strong", "weak"] as const).find((strength) => strengths.includes(strength));
    return [
      known ? `none: cues ${name} ${knownAs(known)}` : `none: cues none ${name}`,
      `none: ${most ?? "not"} told ${name}`,
    ];
  });
  const size = SIZES.find(([bound]) => rows.length < bound)?.[1] ?? "most";
  const kinds = OF_ALL.map((kind) => {
    return `none: ${rows.some((row) => row.is(kind)) ? "has" : "lacks"} ${kind}`;
  });
  return { signs: ["none", ...ofMilestones, `none: ${size} rows`, ...kinds], words: [] };
}

/** What is seen of each row of a timeline by itself and its neighbours, whatever cues choose. */
export function ownFeatures(rows: readonly ReadRow[]): readonly RowFeatures[] {
  const cues = rows.map(cueSigns);
  const reach = reaches(cues);
  return rows.map((row, index) => {
    const own = cues[index] ?? [];
    return {
      signs: [
        ...own,
        ...turnSigns(index, own, reach),
        ...(cues[index - 1] ?? []).map((sign) => `before: ${sign}`),
        ...(cues[index + 1] ?? []).map((sign) => `after: ${sign}`),
        ...placeSigns(rows, index),
      ],
      words: wordFeatures(row.text),
    };
  });
}

/** Where each row of a timeline stands beside those that cues choose. */
export function choiceFeatures(rows: readonly ReadRow[], byCues: Found): readonly RowFeatures[] {
  return rows.map((row) => ({ signs: choiceSigns(row, byCues), words: [] }));
}

/**
 * What is seen of each row of a timeline, beside the rows that cues choose.
 * @internal For learning the weights, which sees both at once.
 */
export function rowFeatures(rows: readonly ReadRow[], byCues: Found): readonly RowFeatures[] {
  const choices = choiceFeatures(rows, byCues);
  return ownFeatures(rows).map(({ signs, words }, index) => ({
    signs: [...signs, ...(choices[index]?.signs ?? [])],
    words,
  }));
}
