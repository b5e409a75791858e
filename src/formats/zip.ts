import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { compareText } from "../core/compare.ts";

/** A day that every zip archive can name: archives keep clock readings, so the zone plays no part. */
const fixedDate = () => new Date(1980, 0, 2, 12);
/** Files that office programs want to find first. */
const FIRST = ["[Content_Types].xml", "_rels/.rels"];
const ARCHIVE = /\.(xlsx|zip)$/;

function rank(path: string): number {
  const at = FIRST.indexOf(path);
  return at === -1 ? FIRST.length : at;
}

/**
 * The same archive with its files in a fixed order and of a fixed date, also in archives within it.
 * @param rewriter given the paths, rewrites what differs from run to run, in paths and in XML.
 */
export function stableZip(
  bytes: Uint8Array,
  rewriter: (paths: readonly string[]) => (text: string) => string,
): Uint8Array {
  const unpacked = Object.entries(unzipSync(bytes));
  const rewrite = rewriter(unpacked.map(([path]) => path));
  const files = unpacked.flatMap(([name, content]): [string, Uint8Array][] => {
    const path = rewrite(name);
    if (path.endsWith("/")) return [];
    if (ARCHIVE.test(path)) return [[path, stableZip(content, rewriter)]];
    const isXml = path.endsWith(".xml") || path.endsWith(".rels");
    return [[path, isXml ? strToU8(rewrite(strFromU8(content))) : content]];
  });
  const zippable: Zippable = Object.fromEntries(
    files.toSorted(([a], [b]) => rank(a) - rank(b) || compareText(a, b)),
  );
  return zipSync(zippable, { mtime: fixedDate(), level: 6 });
}
