import type { Postmortem } from "../core/postmortem.ts";
import type { Taxonomy } from "../core/taxonomy.ts";
import type { Redact } from "../people/recogniser.ts";
import type { FindLeaks, WithheldKind } from "./leaks.ts";

/** One postmortem, from which editions for others are made. */
export interface EditionSource {
  /** As it may be printed: people are withheld. */
  readonly postmortem: Postmortem;
  /** The whole text of its file, as it is written. */
  readonly text: string;
  readonly taxonomy: Taxonomy;
  /** Withholds people in a part of the text. */
  readonly redact: Redact;
  readonly findLeaks: FindLeaks;
  /** Whether a text stands only for one that is still to come: `TBD`. */
  readonly isPlaceholder: (text: string) => boolean;
  /** Where the document is: a path or an address. */
  readonly link: string;
  /** IANA name of the zone of its times. */
  readonly timeZone: string;
  /** Where the picture of its timeline lies beside the edition; absent where there is none. */
  readonly picture?: string;
}

/** What an edition is made to. */
export interface EditionText {
  /** Markdown, with a line end behind the last line. */
  readonly text: string;
  /** The kind of each thing that was withheld on the way; null for an edition that does not count it. */
  readonly removed: readonly WithheldKind[] | null;
}

/** A form of one postmortem for readers who do not work with it. */
export interface Edition<Name extends string = string> {
  /** As `--as` names it. */
  readonly name: Name;
  /** For whom it is, in a few words. */
  readonly summary: string;
  /** Whether it says when the milestones were; it leaves out those that are in doubt. */
  readonly tellsTimes: boolean;
  /** Rules of `pm lint` that may find nothing in the document. */
  readonly refusedBy: readonly string[];
  readonly render: (source: EditionSource) => EditionText;
}
