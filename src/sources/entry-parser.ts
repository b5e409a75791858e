/** Reads the entries of a file from its bytes, chunk by chunk. */
export interface EntryParser {
  readonly write: (chunk: Uint8Array) => void;
  /** Why the file could not be read to its end; null where it was. */
  readonly end: () => Promise<string | null>;
}
