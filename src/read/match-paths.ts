import { readdir } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { glob } from "tinyglobby";
import { compareText } from "../core/compare.ts";

/** What patterns match in a folder; absolute, in code-unit order. */
export interface MatchedPaths {
  readonly files: readonly string[];
  /** Links to files, to nothing, and to folders in which something could match. None is followed. */
  readonly links: readonly string[];
  /** Pipes, sockets, devices. */
  readonly others: readonly string[];
  /** Folders that may not be looked into. */
  readonly closed: readonly string[];
  /** Names of all that lies in the folders that the patterns led into. */
  readonly names: readonly string[];
}

/** The part of a directory entry that the library looks at. */
interface FolderEntry {
  readonly name: string;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

type Done = (error: Error | null, entries?: readonly FolderEntry[]) => void;

/** What a walk comes across that is neither file nor folder, by its path. */
interface Met {
  readonly links: Set<string>;
  readonly others: Set<string>;
  /** Links to folders that the walk would have gone into. */
  readonly entered: Set<string>;
  readonly closed: Set<string>;
  readonly names: string[];
}

/** Codes of errors for want of permission; any other folder is gone, or no folder any more. */
const NOT_PERMITTED: ReadonlySet<string | undefined> = new Set(["EACCES", "EPERM"]);

async function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

/** The library passes over what is neither file nor folder; shown as one of them it is matched. */
async function shownEntry(entry: FolderEntry, folder: string, met: Met): Promise<FolderEntry> {
  if (entry.isFile() || entry.isDirectory()) return entry;
  const path = join(folder, entry.name);
  const isLink = entry.isSymbolicLink();
  (isLink ? met.links : met.others).add(path);
  const isFolder = isLink && (await leadsToFolder(path));
  return {
    name: entry.name,
    isFile: () => !isFolder,
    isDirectory: () => isFolder,
    isSymbolicLink: () => false,
  };
}

/** Reads folders, but never through a link. */
function readingFor(met: Met): typeof readdir {
  return new Proxy(readdir, {
    apply: (target, _self, [folder, options, done]: [string, { withFileTypes: true }, Done]) => {
      const absolute = resolve(folder);
      if (met.links.has(absolute)) {
        met.entered.add(absolute);
        done(null, []);
        return;
      }
      target(folder, options, (error, entries) => {
        if (error) {
          if (NOT_PERMITTED.has(error.code)) met.closed.add(absolute);
          done(error);
          return;
        }
        for (const { name } of entries) met.names.push(name);
        if (entries.every((entry) => entry.isFile() || entry.isDirectory())) {
          done(null, entries);
          return;
        }
        const shown = Promise.all(entries.map((entry) => shownEntry(entry, absolute, met)));
        void shown.then((all) => {
          done(null, all);
        });
      });
    },
  });
}

/** A pattern of names whose ending may be written in any case: `*.MD` is what `*.md` is. */
export function inAnyCase(pattern: string): string {
  return pattern.replace(/\.(?:[\p{L}\d]+|\{[\p{L}\d,]+\})(?:\.[\p{L}\d]+)*$/u, (ending) =>
    ending.replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`),
  );
}

/** The paths below a folder that patterns match; no link is followed. */
export async function matchPaths(
  patterns: readonly string[],
  cwd: string,
  ignore: readonly string[],
): Promise<MatchedPaths> {
  const met: Met = {
    ...{ links: new Set(), others: new Set(), entered: new Set(), closed: new Set() },
    names: [],
  };
  const found = await glob([...patterns], {
    cwd,
    absolute: true,
    onlyFiles: true,
    ignore: [...ignore],
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: true,
    fs: { readdir: readingFor(met) },
  });
  const paths = (sep === "/" ? found : found.map((one) => resolve(one))).toSorted(compareText);
  return {
    names: met.names,
    files: paths.filter((path) => !met.links.has(path) && !met.others.has(path)),
    links: [...paths.filter((path) => met.links.has(path)), ...met.entered].toSorted(compareText),
    others: paths.filter((path) => met.others.has(path)),
    closed: [...met.closed].toSorted(compareText),
  };
}
