import { type Document, isScalar, parseDocument, visit } from "yaml";

function documentOf(text: string, uniqueKeys: boolean): Document.Parsed {
  const options = { version: "1.2", prettyErrors: false, logLevel: "silent" } as const;
  return parseDocument(text, { ...options, uniqueKeys });
}

/** Whether a mapping has a key twice. */
function repeatsKey(document: Document.Parsed): boolean {
  let isRepeated = false;
  visit(document, {
    Map: (_key, { items }) => {
      const keys = items.flatMap(({ key }) => (isScalar(key) ? [key.value] : []));
      if (new Set(keys).size === keys.length) return undefined;
      isRepeated = true;
      return visit.BREAK;
    },
  });
  return isRepeated;
}

/**
 * Parses YAML 1.2, with its errors as they are found. An error of broken YAML is an answer here, so none
 * notes where it was made: of thousands, that took half the time. The parser compares each key with all
 * others, so it does that only where one is there twice.
 */
export function yamlDocument(text: string): Document.Parsed {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    const document = documentOf(text, false);
    return repeatsKey(document) ? documentOf(text, true) : document;
  } finally {
    Error.stackTraceLimit = limit;
  }
}
