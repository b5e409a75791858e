/** Something that the prose of a document seems to tell of, which nobody has decided on. */
export interface Proposal {
  /** Shown path of the document. */
  readonly path: string;
  readonly type: "gap" | "escalation";
}
