import { expect, test } from "vitest";
import { folderPrint } from "../../src/read/folder-print.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

test("the print of files changes with any of them, and there is none where one is gone", async () => {
  await folder.put("a.md", "A");
  await folder.put("b.md", "B");
  const paths = ["a.md", "b.md"].map(folder.path);
  const first = folderPrint(paths);
  expect(first?.print).toMatch(/^[0-9a-f]{64}$/);
  expect(folderPrint(paths)).toEqual(first);
  expect(folderPrint(paths.slice(1))?.print).not.toBe(first?.print);
  await folder.put("b.md", "BB");
  expect(folderPrint(paths)?.print).not.toBe(first?.print);
  expect(folderPrint([...paths, folder.path("c.md")])).toBeNull();
});
