/** A file as the later stages see it: decoded, without byte order mark, lines ending in `\n`. */
export interface SourceFile {
  /** As shown to people: relative to where `pm` was started, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A file that could not be used, and why. */
export interface UnreadableFile {
  readonly path: string;
  readonly message: string;
}
