import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePostmortem } from "../../src/assemble/postmortem.ts";
import { packer } from "../../src/cache/pack.ts";
import { Unpackable } from "../../src/cache/shapes.ts";
import { unpacker } from "../../src/cache/unpack.ts";
import { CONTEXT } from "../support/context.ts";
import { readExamples } from "../support/examples.ts";

/** Values as they come back from the text of a file. */
function throughText(values: readonly unknown[]): readonly unknown[] {
  const { row, shared } = packer();
  const rows = values.map(row);
  const text = JSON.stringify({ ...shared(), rows });
  const { rows: readRows, ...packed } = JSON.parse(text) as ReturnType<typeof shared> & {
    rows: number[][];
  };
  const read = unpacker(packed);
  return readRows.map((row) => read(row, 0));
}

const plain = { noNullPrototype: true };
const point = fc.record({ line: fc.nat(), column: fc.nat(), offset: fc.nat() }, plain);
const range = fc.record({ start: point, end: point }, plain);
const fileStart = fc.constant({
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
});
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
const { value: anything } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    ...[fc.string({ unit: "binary" }), finite, fc.boolean(), fc.constant(null), range, fileStart],
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("value"),
      {
        maxKeys: 4,
        ...plain,
      },
    ),
    fc.record({ start: point, end: point, isListed: fc.constant(true) }, plain),
  ),
}));

test("plain data comes back as it was", () => {
  fc.assert(
    fc.property(fc.array(anything), (values) => {
      expect(throughText(values)).toStrictEqual(values);
    }),
  );
});

test("so does all that is read of a document", async () => {
  const documents = (await readExamples())
    .map((file) => parsePostmortem(file, CONTEXT, ["everything", "prose"]))
    // A sentence makes its range when asked.
    .map(({ sentences, ...document }) => ({
      ...document,
      sentences: sentences.map(({ tokens, section, range }) => ({ tokens, section, range })),
    }));
  expect(documents.length).toBeGreaterThan(10);
  expect(throughText(documents)).toStrictEqual(documents);
});

test("small objects that are the same are one object", () => {
  const source = { origin: "frontmatter", how: "stated" };
  const [first, second] = throughText([
    { at: 1, source },
    { at: 2, source: { ...source } },
  ]) as {
    source: object;
  }[];
  expect(first?.source).toBe(second?.source);
});

test.each([
  ["NaN", Number.NaN],
  ["an infinite number", Infinity],
  ["minus zero", -0],
  ["undefined", { a: undefined }],
  ["a date", new Date(0)],
  ["a map", new Map()],
  ["a function", () => 1],
  ["a key that would be a prototype", JSON.parse('{"__proto__":1}')],
])("%s is refused", (_name, value) => {
  expect(() => packer().row(value)).toThrow(Unpackable);
});
