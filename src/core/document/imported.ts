import {
  type EpochMs,
  type Milestone,
  NOT_APPLICABLE,
  type Postmortem,
  type Source,
  UNKNOWN,
} from "../postmortem.ts";
import type { ReadableKey } from "./readable-keys.ts";

/** One value that was understood of a document. */
export interface ImportedValue {
  readonly key: ReadableKey;
  /** As the frontmatter has it, or would. */
  readonly text: string;
  readonly how: Source["how"];
  /** Why it is of low confidence; null for what is sure. */
  readonly doubt: "day" | "zone" | "cues" | null;
  /** The frontmatter has it under our own key, would get it, or is left without it. */
  readonly state: "had" | "new" | "left";
}

/** Whether a time, as the frontmatter is to have it, says its offset. */
export function hasOffset(text: string): boolean {
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(text);
}

/** Something in a document that was seen and not read. */
export interface Unread {
  readonly line: number;
  readonly what: string;
  readonly why: string;
}

/** One document with what `pm import` makes of it. */
export interface ImportedDocument {
  readonly document: Postmortem;
  readonly values: readonly ImportedValue[];
  readonly unread: readonly Unread[];
}

/** What a person may say of a milestone instead of a time: nobody knows, or it did not happen. */
export const NO_TIME = { unknown: UNKNOWN, didNotHappen: NOT_APPLICABLE[0] ?? UNKNOWN } as const;

/** A time that a milestone may have. */
export interface TimeChoice {
  readonly at: EpochMs;
  /** As the frontmatter is to have it. */
  readonly text: string;
  /** Null for one that a person types. */
  readonly line: number | null;
  /** What stands beside the time. */
  readonly says: string;
}

/** A milestone of a document. */
export interface FoundTime extends TimeChoice {
  readonly name: Milestone;
  readonly how: Source["how"];
  readonly isDoubted: boolean;
}

/** A document that tells milestones of which pm is not sure. */
export interface DoubtfulTimes {
  /** What its frontmatter has. */
  readonly known: readonly FoundTime[];
  /** What only its body tells. */
  readonly found: readonly FoundTime[];
  /** The milestones that the frontmatter lacks, found or not. */
  readonly open: readonly Milestone[];
  /** The rows of the timeline that have a time. */
  readonly rows: readonly TimeChoice[];
}
