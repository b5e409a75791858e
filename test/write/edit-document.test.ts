import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../src/core/places/edit.ts";
import { indexLines } from "../../src/core/places/line-index.ts";
import type { SourceFile } from "../../src/core/source-file.ts";
import { withPlainLineEnds } from "../../src/read/read-file.ts";
import {
  editDocument,
  editedSource,
  restoreEdited,
  writeEdited,
} from "../../src/write/edit-document.ts";
import { ChangedFile } from "../../src/write/write-file.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const ALWAYS = () => null;

function editAt({ text }: SourceFile, start: number, end: number, replacement: string): Edit {
  return { range: indexLines(text).rangeAt(start, end), text: replacement };
}

/** A stretch of a document, and what is to stand in its place; null where it is to stay. */
interface Piece {
  readonly text: string;
  readonly replacement: string | null;
}

const ENCODINGS = {
  "UTF-8": (text: string) => Buffer.from(text),
  "UTF-8 with a mark": (text: string) => Buffer.from(text),
  "UTF-16, little end first": (text: string) => Buffer.from(text, "utf16le"),
  "UTF-16, big end first": (text: string) => Buffer.from(text, "utf16le").swap16(),
} as const;

const encodings = fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[]));
const texts = fc
  .array(fc.constantFrom("a", "é", "漢", "🦆", " ", "---", "\n", "\n\n", "x: 1\n"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""));
const replacements = fc.oneof(fc.constant(""), texts);
const pieces = fc
  .array(fc.tuple(texts, fc.oneof(fc.constant(""), texts), replacements), { maxLength: 8 })
  .map((all) =>
    all.flatMap(([kept, text, replacement]): readonly Piece[] => [
      { text: kept, replacement: null },
      { text, replacement },
    ]),
  );

test("every byte that no edit covers stays, whatever the encoding and the line ends", async () => {
  const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
  await fc.assert(
    fc.asyncProperty(pieces, encodings, lineEnds, async (all, encoding, lineEnd) => {
      const encode = ENCODINGS[encoding];
      const written = (text: string) => encode(text.replaceAll("\n", lineEnd));
      const hasLineEnd = all.some(({ text }) => text.includes("\n"));
      const added = hasLineEnd ? written : encode;
      const mark = encoding === "UTF-8" ? Buffer.of() : encode("\uFEFF");
      const before = Buffer.concat([mark, ...all.map(({ text }) => written(text))]);
      const after = Buffer.concat([
        mark,
        ...all.map(({ text, replacement }) =>
          replacement === null ? written(text) : added(replacement),
        ),
      ]);
      await writeFile(path("a.md"), before);
      const seen = { path: "a.md", text: all.map(({ text }) => text).join("") };
      const edits = all.flatMap(({ text, replacement }, index) => {
        const start = all.slice(0, index).reduce((sum, piece) => sum + piece.text.length, 0);
        return replacement === null ? [] : [editAt(seen, start, start + text.length, replacement)];
      });
      const edited = await editDocument(seen, path(), [edits], ALWAYS);
      if (!edited.ok) throw new Error(edited.why);
      expect(Buffer.from(edited.value.bytes).equals(after)).toBe(true);
      expect(Buffer.from(edited.value.bytesBefore).equals(before)).toBe(true);
      expect(editedSource(edited.value).text).toBe(
        all.map(({ text, replacement }) => replacement ?? text).join(""),
      );
      await writeEdited(edited.value, [path()]);
      expect((await readFile(path("a.md"))).equals(after)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

describe("an edited document", () => {
  test("takes the edits of a round in the text that the rounds before made", async () => {
    await put("a.md", "one\r\ntwo\r\n");
    const seen = { path: "a.md", text: "one\ntwo\n" };
    const between = { path: "a.md", text: "1\nand\ntwo\n" };
    const rounds = [[editAt(seen, 0, 3, "1\nand")], [editAt(between, 6, 9, "2")]];
    expect(await editDocument(seen, path(), rounds, ALWAYS)).toMatchObject({
      ok: true,
      value: { path: "a.md", before: "one\r\ntwo\r\n", after: "1\r\nand\r\n2\r\n" },
    });
  });

  test("is none where the file changed, or is gone", async () => {
    const seen = { path: "a.md", text: "one\n" };
    const changed = { ok: false, why: "it changed while pm read it" };
    await put("a.md", "another\n");
    expect(await editDocument(seen, path(), [], ALWAYS)).toEqual(changed);
    expect(await editDocument({ ...seen, path: "b.md" }, path(), [], ALWAYS)).toEqual(changed);
  });

  test("is not written, nor put back, over what another program wrote since", async () => {
    await put("a.md", "one\n");
    const seen = { path: "a.md", text: "one\n" };
    const edited = await editDocument(seen, path(), [[editAt(seen, 0, 3, "two")]], ALWAYS);
    if (!edited.ok) throw new Error(edited.why);
    for (const text of ["one\nmore\n", "two\n"]) {
      await put("a.md", text);
      const done = writeEdited(edited.value, [path()]);
      await expect(done).rejects.toThrow("a.md was not written: it changed while pm read it");
      expect(await readdir(path())).toEqual(["a.md"]);
      expect(await read("a.md")).toBe(text);
    }
    await restoreEdited(edited.value, [path()]);
    expect(await read("a.md")).toBe("one\n");
    await expect(restoreEdited(edited.value, [path()])).rejects.toThrow(ChangedFile);
  });

  test("is not written over a file that is read-only", async () => {
    await put("a.md", "one\n");
    const seen = { path: "a.md", text: "one\n" };
    const edited = await editDocument(seen, path(), [[editAt(seen, 0, 3, "two")]], ALWAYS);
    if (!edited.ok) throw new Error(edited.why);
    await chmod(path("a.md"), 0o444);
    const done = writeEdited(edited.value, [path()]);
    await expect(done).rejects.toThrow("a.md was not written: it is read-only");
    expect(await readdir(path())).toEqual(["a.md"]);
    expect(await read("a.md")).toBe("one\n");
  });

  test("is none where what was made is not verified, which is asked of its plain text", async () => {
    await put("a.md", "one\r\n");
    const seen = { path: "a.md", text: "one\n" };
    const asked: SourceFile[] = [];
    const edited = await editDocument(seen, path(), [[editAt(seen, 0, 3, "two")]], (after) => {
      asked.push(after);
      return "it says two";
    });
    expect(edited).toEqual({ ok: false, why: "it says two" });
    expect(asked).toEqual([{ path: "a.md", text: "two\n" }]);
    expect(await read("a.md")).toBe("one\r\n");
  });

  test("is none where its mixed line ends would make one of two", async () => {
    const text = "a\rb\nc";
    await put("a.md", text);
    const seen = { path: "a.md", text: withPlainLineEnds(text) };
    expect(await editDocument(seen, path(), [[editAt(seen, 3, 3, "\n")]], ALWAYS)).toEqual({
      ok: false,
      why: "its line ends are mixed, so that lines would be joined",
    });
  });
});
