import type { EpochMs } from "../postmortem.ts";

/** A moment of an incident that its picture marks. */
export interface TimelineMark {
  readonly at: EpochMs;
  /** What was reached, in a word or two. */
  readonly what: string;
  /** When, as a clock shows it. */
  readonly clock: string;
}

/** An incident from its start to its end, and the stretch in which its cause was looked for. */
export interface TimelinePicture {
  /** In the order of time; at least two, which are not all at once. */
  readonly marks: readonly TimelineMark[];
  /** Null where one of its ends is not known. */
  readonly diagnosing: {
    readonly from: EpochMs;
    readonly until: EpochMs;
    readonly text: string;
  } | null;
}

/** A heading and the few lines below it. */
export interface DeckSlide {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly timeline?: TimelinePicture;
}

/** One postmortem as slides, without any look. */
export interface SlideDeck {
  readonly title: string;
  /** What is to be remembered; null where nothing was learned. */
  readonly key: string | null;
  readonly slides: readonly DeckSlide[];
}

/** A picture in words, for those who do not see it. */
export function describeTimeline({ marks, diagnosing }: TimelinePicture): string {
  const listed = marks.map(({ what, clock }) => `${what} ${clock}`).join(", ");
  return `Timeline: ${listed}${diagnosing ? `; ${diagnosing.text}` : ""}.`;
}
