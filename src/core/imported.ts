import type { Postmortem, Source } from "./postmortem.ts";
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
