import { describe, expect, it } from "vitest";
import { parseShard, type Remembered, shardFile } from "../../src/cache/shard.ts";

const KEY = "a".repeat(64);
const STAMP = { size: 12, modified: 1_700_000_000_000.25, changed: 1_700_000_000_001, inode: 7 };

function remembered(value: unknown, stamp: Remembered["stamp"] = STAMP): Remembered {
  return { stamp, hash: "0f", value: () => value };
}

function fileOf(shard: Parameters<typeof shardFile>[1]): Buffer {
  return Buffer.concat(shardFile(KEY, shard));
}

const FILE = fileOf(
  new Map([
    ["a.md", remembered({ title: "One", gaps: [1, 2] })],
    ["b.md", remembered({ title: "Two", gaps: [] }, null)],
  ]),
);

describe("the file of some documents", () => {
  it("has of each what was remembered", () => {
    const shard = parseShard(FILE, KEY);
    if (typeof shard === "string") throw new Error(shard);
    const read = [...shard].map(([path, { stamp, hash, value }]) => [path, stamp, hash, value()]);
    expect(read).toEqual([
      ["a.md", STAMP, "0f", { title: "One", gaps: [1, 2] }],
      ["b.md", null, "0f", { title: "Two", gaps: [] }],
    ]);
  });

  it("is another where settings were others", () => {
    expect(parseShard(FILE, "b".repeat(64))).toBe("other");
  });

  it("leaves out a document that JSON cannot hold", () => {
    const shard = new Map([
      ["a.md", remembered(Number.NaN)],
      ...[["b.md", remembered(1)] as const],
    ]);
    const read = parseShard(fileOf(shard), KEY);
    expect([...(read as ReadonlyMap<string, unknown>).keys()]).toEqual(["b.md"]);
  });

  it("is damaged wherever it ends too soon, or a letter is another", () => {
    for (let at = 0; at < FILE.length; at += 1) {
      expect(parseShard(FILE.subarray(0, at), KEY)).toBe("damaged");
      const changed = Buffer.from(FILE);
      changed[at] = FILE[at] === 0x66 ? 0x65 : 0x66;
      expect(parseShard(changed, KEY)).toBeTypeOf("string");
    }
  });
});
