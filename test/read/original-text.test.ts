import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { readOriginalText } from "../../src/read/read-file.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path } = useTemporaryFolder();

const UTF_16_BIG_ENDIAN = Buffer.from("\uFEFFé\r\nb", "utf16le").swap16();

test.each<[name: string, bytes: Uint8Array]>([
  ["UTF-8", Buffer.from("é\r\nb\n")],
  ["UTF-8 with a byte order mark", Buffer.from("\uFEFFé\rb")],
  ["UTF-16, little end first", Buffer.from("\uFEFFé\nb", "utf16le")],
  ["UTF-16, big end first", UTF_16_BIG_ENDIAN],
  ["nothing", Buffer.from("")],
])("%s comes back byte for byte", async (_name, bytes) => {
  await writeFile(path("a.md"), bytes);
  const original = await readOriginalText(path("a.md"));
  expect(original?.text.startsWith("\uFEFF")).toBe(false);
  expect(original?.plain).not.toContain("\r");
  expect(original?.encode(original.text)).toEqual(Buffer.from(await readFile(path("a.md"))));
});

test("a file that is no text, or is not there, has none", async () => {
  await writeFile(path("a.md"), Buffer.from([0x80]));
  expect(await readOriginalText(path("a.md"))).toBeNull();
  expect(await readOriginalText(path("b.md"))).toBeNull();
});
