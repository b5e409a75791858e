/** What takes the bytes of one file, chunk by chunk. */
export interface ExportSink {
  readonly write: (chunk: Uint8Array) => void;
  /** @param cut why there are no more bytes, where that is too soon. */
  readonly end: (cut: string | null) => void;
}

/** Opens a sink for a file by its path within the export; null where it is not wanted. */
export type OpenSink = (name: string) => ExportSink | null;
