import { type Dirent, readdirSync } from "node:fs";
import { sep } from "node:path";
import { compareText } from "../core/compare.ts";
import type { MatchedPaths } from "./match-paths.ts";

/** Patterns that ask for nothing but endings, in all folders. */
const ENDINGS = /^\*\*\/\*\.(?:(?<one>[A-Za-z\d]+)|\{(?<some>[A-Za-z\d]+(?:,[A-Za-z\d]+)*)\})$/;
const IN_ASCII = /^[a-z\d]+$/i;
const DOT = 0x2e;
/** A name that begins with one of these may end a line, which patterns treat in their own way. */
const CONTROL = 0x20;
const SEPARATORS: ReadonlySet<number> = new Set([0x2028, 0x2029]);

/** The endings, in lower case, that patterns ask for; null where they ask for anything else. */
function endingsOf(include: readonly string[]): ReadonlySet<string> | null {
  const endings = new Set<string>();
  for (const pattern of include) {
    const { one, some } = ENDINGS.exec(pattern)?.groups ?? {};
    const listed = one ?? some;
    if (listed === undefined) return null;
    for (const ending of listed.toLowerCase().split(",")) endings.add(ending);
  }
  return endings;
}

/** Tells by its ending, whatever its case, whether a file is asked for. Few endings are looked at twice. */
function endingTest(endings: ReadonlySet<string>): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const ending = name.slice(name.lastIndexOf(".") + 1);
    const found = known.get(ending) ?? (IN_ASCII.test(ending) && endings.has(ending.toLowerCase()));
    known.set(ending, found);
    return found && ending.length < name.length;
  };
}

/** What lies in a folder; null where it cannot be read. */
function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/**
 * What `matchPaths` finds where patterns ask for endings alone, without a pattern for each path.
 * @param include patterns in which the case of an ending does not count.
 * @returns null where they ask for more, or a folder holds anything but plain files and folders.
 */
export function plainWalk(root: string, include: readonly string[]): MatchedPaths | null {
  const endings = sep === "/" ? endingsOf(include) : null;
  if (endings === null) return null;
  const isAsked = endingTest(endings);
  const files: string[] = [];
  const names: string[] = [];
  const folders = [root === "/" ? "" : root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = entriesOf(folder === "" ? "/" : folder);
    if (entries === null) return null;
    for (const entry of entries) {
      const { name } = entry;
      const first = name.charCodeAt(0);
      if (first < CONTROL || SEPARATORS.has(first)) return null;
      names.push(name);
      if (entry.isDirectory()) {
        // Below other folders these are looked into, though nothing in them counts.
        if (first === DOT && folder !== root) return null;
        if (first !== DOT && name !== "node_modules") folders.push(`${folder}/${name}`);
      } else if (!entry.isFile()) return null;
      else if (first !== DOT && isAsked(name)) files.push(`${folder}/${name}`);
    }
  }
  return { files: files.toSorted(compareText), links: [], others: [], closed: [], names };
}
