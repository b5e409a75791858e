import { type Document, parseDocument } from "yaml";

/**
 * Parses YAML 1.2, with its errors as they are found. An error of broken YAML is an answer here, so none
 * notes where it was made: of thousands, that took half the time.
 */
export function yamlDocument(text: string): Document.Parsed {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return parseDocument(text, { version: "1.2", prettyErrors: false, logLevel: "silent" });
  } finally {
    Error.stackTraceLimit = limit;
  }
}
