import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inAnyCase, matchPaths } from "../../src/read/match-paths.ts";
import { plainWalk } from "../../src/read/plain-walk.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const INCLUDE = ["**/*.{md,markdown}", "**/*.Qmd"];

/** What the library finds, but for names that it came across in folders that do not count. */
async function byPatterns(root: string, include: readonly string[]) {
  const patterns = include.map(inAnyCase);
  const { files, links, others, closed } = await matchPaths(patterns, root, ["**/node_modules/**"]);
  return { files, links, others, closed };
}

const folderName = fc.constantFrom("a", "b.md", ".git", "node_modules", "2024 [x]", "{y}", "Z");
const fileName = fc.constantFrom(
  ...[
    "a.md",
    "B.MD",
    ".md",
    ".x.md",
    "md",
    "c.markdown",
    "c.md.txt",
    "d..md",
    "e.qMd",
    "f.m\u212Ad",
  ],
  ...[
    "f.mdx",
    "[g].md",
    "!h.md",
    "\u00e9.md",
    "e\u0301.md",
    "i.",
    "\nj.md",
    "j\n.md",
    "\u2028k.md",
  ],
);
const file = fc
  .tuple(fc.array(folderName, { maxLength: 3 }), fileName)
  .map((parts) => parts.flat().join("/"));

test("the same is found as by patterns, where it tells", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(file, { maxLength: 12 }), async (paths) => {
      const root = await mkdtemp(folder.path("tree-"));
      for (const path of paths) {
        await mkdir(dirname(join(root, path)), { recursive: true });
        await writeFile(join(root, path), "");
      }
      const found = plainWalk(root, INCLUDE);
      if (found !== null) {
        told += 1;
        const { names, ...rest } = found;
        expect(rest).toEqual(await byPatterns(root, INCLUDE));
        expect(names.length).toBeGreaterThanOrEqual(rest.files.length);
      }
      await rm(root, { recursive: true });
    }),
    { numRuns: 200 },
  );
  expect(told).toBeGreaterThan(50);
}, 60_000);

test.each([
  ["**/*.md", true],
  ["**/*.{md,mdx}", true],
  ["*.md", false],
  ["posts/**/*.md", false],
  ["**/*.md.erb", false],
  ["**/[0-9]*.md", false],
  ["**/README.md", false],
])("patterns that ask for endings alone: %s", async (pattern, isPlain) => {
  await folder.put("a/b.md", "");
  expect(plainWalk(folder.path(), [pattern]) !== null).toBe(isPlain);
});

test.each([
  ["a link", () => symlink("b.md", folder.path("a/link.md"))],
  ["a broken link", () => symlink("nothing", folder.path("link"))],
  ["a link to a folder", () => symlink(folder.path("a"), folder.path("link"))],
  ["a folder below another that begins with a dot", () => mkdir(folder.path("a/.git"))],
])("%s is left to the patterns", async (_what, make) => {
  await folder.put("a/b.md", "");
  expect(plainWalk(folder.path(), INCLUDE)?.files).toEqual([folder.path("a/b.md")]);
  await make();
  expect(plainWalk(folder.path(), INCLUDE)).toBeNull();
});

test("so is a folder that is not there, or may not be looked into", async () => {
  expect(plainWalk(folder.path("nowhere"), INCLUDE)).toBeNull();
  await folder.put("a/b.md", "");
  await chmod(folder.path("a"), 0);
  const found = plainWalk(folder.path(), INCLUDE);
  await chmod(folder.path("a"), 0o700);
  // Nothing is closed to the administrator.
  expect(found === null || process.getuid?.() === 0).toBe(true);
});
