/** How the reading of a file ended. */
export interface Ended {
  /** Why the file could not be read to its end; null where it was. */
  readonly cut: string | null;
  /** Why nothing of it can be used, in words that go on from its name; null where something may. */
  readonly useless?: string;
}

/** Reads the entries of a file from its bytes, chunk by chunk. */
export interface EntryParser {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => Promise<Ended>;
}
