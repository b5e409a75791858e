import type { SyntaxFault } from "./document/syntax-fault.ts";
import type { Edit } from "./places/edit.ts";
import type { Range } from "./position.ts";

/** A value, and where it is stated; a text is as people would write it. */
export interface StatedValue<Value = string> {
  readonly value: Value;
  /** As the document writes it, where that is not the value. */
  readonly written?: string;
  readonly range: Range;
}

/** A fact that frontmatter and body can both state. */
export type SharedFact =
  | "severity"
  | "service"
  | "team"
  | "source"
  | "trigger"
  | "gap kind"
  | "gap team"
  | "escalation reason"
  | "escalation competency"
  | "action owner"
  | "action due date"
  | "action done date"
  | "action status";

/** A column of a table that nothing is read from; `expected` is the name that it misspells. */
export interface UnreadColumn {
  readonly written: string;
  readonly expected: string | null;
}

/** What reading makes of a key that another tool gave the frontmatter. */
export interface OtherToolsKey {
  readonly name: string;
  /** Whether it stands within another key. */
  readonly isNested: boolean;
  /** The key of pm that it stands for. */
  readonly meaning: string;
  /** `stated`: another key states it, and counts; `invalid`: see `whyInvalid`. */
  readonly state: "read" | "stated" | "invalid";
  readonly whyInvalid: string | null;
}

/** Two statements of one fact that do not agree; the first counts. */
type Contradiction =
  | {
      readonly kind: "two-values";
      readonly fact: SharedFact;
      readonly frontmatter: StatedValue;
      readonly body: StatedValue;
    }
  /** A milestone under a label of the body; null where the frontmatter says that it is unknown. */
  | {
      readonly kind: "two-milestones";
      readonly name: string;
      readonly frontmatter: StatedValue | null;
      readonly body: StatedValue;
    }
  /** A date under a label of the body, apart from all times of the frontmatter, of which this is the first. */
  | {
      readonly kind: "two-dates";
      readonly frontmatter: StatedValue;
      readonly body: StatedValue;
    }
  /** How long a phase took that ends with a milestone of which the frontmatter says that it is unknown. */
  | {
      readonly kind: "known-duration";
      /** What the time of the phase is called. */
      readonly title: string;
      readonly name: string;
      /** In words. */
      readonly length: string;
    }
  /** Escalations of the same teams that have no time in common. */
  | {
      readonly kind: "two-times";
      /** Milliseconds since 1970-01-01T00:00Z. */
      readonly frontmatter: StatedValue<number>;
      readonly body: StatedValue<number>;
    }
  /** The day of the document, and another that its timeline tells. */
  | {
      readonly kind: "two-days";
      readonly frontmatter: StatedValue;
      readonly timeline: StatedValue;
    }
  /** A key of pm, with all that it states, and a key of another tool. */
  | {
      readonly kind: "two-keys";
      readonly key: string;
      readonly stated: StatedValue;
      readonly otherKey: string;
      readonly other: StatedValue;
    }
  /** The frontmatter lists the actions, and this one of the body is not among them. */
  | { readonly kind: "unlisted-action" };

/** A time of the frontmatter that states no offset. */
interface LocalTimeProblem {
  readonly kind: "local-time";
  readonly written: string;
  /** Whether the name of a zone stands where the offset would. */
  readonly hasZoneName: boolean;
  /** The zone that it or the document names. */
  readonly zone: string | null;
  /** With its offset; null where nothing tells which. */
  readonly expected: string | null;
  /** Whether the zone's name leaves one offset on that day. */
  readonly isSure: boolean;
  /** Whether the zone's name is that of several. */
  readonly isAmbiguous: boolean;
  /** Whether the timeline refutes that it is of the zone that the document names. */
  readonly isRefuted: boolean;
  /** The zone in which it is read for want of another. */
  readonly readIn: string;
  /** Whether its zone has it twice, or never, as clocks change. */
  readonly clockChange: "twice" | "never" | null;
}

type ProblemData =
  | Contradiction
  | LocalTimeProblem
  | { readonly kind: "unparsed"; readonly fault: SyntaxFault }
  /** What does not fit the schema of the frontmatter, as the schema says it. */
  | { readonly kind: "invalid"; readonly message: string; readonly hint: string | null }
  | { readonly kind: "unread-time"; readonly written: string }
  | { readonly kind: "unread-date"; readonly written: string }
  /** A date under a label of the body that no calendar has. */
  | { readonly kind: "impossible-date"; readonly written: string }
  | {
      readonly kind: "strange-key";
      readonly message: string;
      readonly hint: string | null;
      readonly otherTools: OtherToolsKey | null;
      /** The key, of the whole document, that is like none of pm. */
      readonly unlike?: string;
    }
  | {
      readonly kind: "stand-in";
      readonly value: string;
      readonly key: string;
      readonly origin: "frontmatter" | "body";
    }
  | { readonly kind: "alias"; readonly written: string; readonly id: string }
  | { readonly kind: "tag-form"; readonly written: string }
  /** A phase that nobody knows, and the one that is probably meant. */
  | { readonly kind: "tag-phase"; readonly phase: string; readonly meant: string | null }
  | { readonly kind: "tag-unclosed" }
  /** What looks like a tag and is none; `expected` is the tag that it means, where that is certain. */
  | { readonly kind: "tag-slip"; readonly written: string; readonly expected: string | null }
  | { readonly kind: "untagged-competency"; readonly id: string }
  /** A heading that nobody knows, and the known one that it misspells. */
  | { readonly kind: "heading-slip"; readonly written: string; readonly expected: string }
  | {
      readonly kind: "column-slip";
      readonly unread: readonly UnreadColumn[];
      /** What the table's rows lack without these columns. */
      readonly missing: readonly ("owner" | "due" | "status")[];
      /** The whole table. */
      readonly covers: Range;
    }
  /** A day of the week beside a date that falls on another. */
  | {
      readonly kind: "wrong-weekday";
      readonly written: string;
      /** ISO. */
      readonly date: string;
      readonly expected: string;
    }
  /** A file that tells of several incidents. */
  | { readonly kind: "several-described"; readonly count: number }
  /** A file in the markup of a wiki. */
  | { readonly kind: "wiki-text" }
  /** What looks as if it stated a fact, and nothing was read from it. */
  | {
      readonly kind: "unread-part";
      readonly part: "table" | "label" | "heading";
      readonly written: string;
    }
  /** Lines that are a table to markdown only if one below the first says so. */
  | {
      readonly kind: "table-undelimited";
      /** Whether they are the rows of a table whose head stands above a blank line. */
      readonly isSplit?: true;
      /** The whole table, of one that is split. */
      readonly covers?: Range;
    }
  /** A row of actions that has another number of cells than the head. */
  | { readonly kind: "row-shifted"; readonly cells: number; readonly columns: number }
  | { readonly kind: "merge-mark" }
  /** What a language model drafted and nobody has checked; empty where only the mark is left. */
  | { readonly kind: "unverified"; readonly text: string }
  | { readonly kind: "directive-name"; readonly written: string; readonly known: readonly string[] }
  | { readonly kind: "directive-bare"; readonly name: string }
  | {
      readonly kind: "directive-unreasoned";
      readonly name: string;
      readonly ruleIds: readonly string[];
    }
  | { readonly kind: "file-ending"; readonly isMissing: boolean };

/** Something that reading a document found wrong; one rule of `lint/rules` puts each kind into words. */
export type Problem = ProblemData & {
  readonly range: Range;
  /** Edits that mend it for certain. */
  readonly fix?: readonly Edit[];
  /** Edits that write what was probably meant. */
  readonly unsafeFix?: readonly Edit[];
  /** The key of the frontmatter whose value it is about and that is left out: `times.started`. */
  readonly unreadKey?: string;
};
