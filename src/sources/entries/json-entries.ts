import { JSONParser } from "@streamparser/json";
import { isMapping } from "../../core/is-mapping.ts";
import type { Entry } from "../define.ts";
import type { EntryParser } from "./entry-parser.ts";

/** Keys under which exports hold long lists, which are read entry by entry. */
const LISTS: ReadonlySet<string> = new Set([
  "alerts",
  "annotations",
  "change_events",
  "data",
  "entries",
  "incident_updates",
  "incidents",
  "issues",
  "log_entries",
  "messages",
  "notes",
  "values",
]);

const PATHS = ["$", "$.*", ...[...LISTS].map((list) => `$.${list}.*`)];

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/mid-parsing|middle of a token/.test(message)) return "it ends in the middle of a value";
  const unexpected = /^Unexpected (?:\w+ \()?(?<what>"[^"]{1,20}")/u.exec(message)?.groups?.what;
  return unexpected === undefined ? "it is no JSON from there on" : `unexpected ${unexpected}`;
}

/** An object without the lists whose entries were read one by one. */
function withoutLists(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(([key, held]) => !(Array.isArray(held) && LISTS.has(key))),
  );
}

/**
 * Reads JSON from its chunks and tells of each entry as soon as it is complete: objects of a bare
 * list, of a list under a known key, and single objects; one or several documents in a row, as `gh
 * api --paginate` and log files have them. Only the present entry is kept.
 */
export function jsonEntries(emit: (entry: Entry) => void): EntryParser {
  const parser = new JSONParser({ paths: PATHS, separator: "" });
  let found: Entry[] = [];
  parser.onValue = ({ value, key, parent, stack }) => {
    if (stack.length === 0) {
      if (!isMapping(value)) return;
      const rest = withoutLists(value);
      const isFrame = Object.keys(rest).length < Object.keys(value).length;
      if (!isFrame || Object.keys(rest).length > 0)
        found.push({ list: null, value: rest, isFrame });
      return;
    }
    if (!Array.isArray(parent) || typeof key !== "number") return;
    const list = stack.length === 1 ? null : stack[1]?.key;
    found.push({ list: typeof list === "string" ? list : null, value });
    parent[key] = null;
  };
  let broken: string | null = null;
  const parsed = (step: () => void) => {
    if (broken !== null) return;
    try {
      step();
    } catch (error) {
      broken = reasonOf(error);
    }
    // Outside of the attempt: what a reader throws is no fault of the file.
    const entries = found;
    found = [];
    for (const entry of entries) emit(entry);
  };
  return {
    write: (chunk) => {
      parsed(() => {
        parser.write(chunk);
      });
    },
    end: () => {
      parsed(() => {
        if (!parser.isEnded) parser.end();
      });
      return Promise.resolve({ cut: broken });
    },
  };
}
