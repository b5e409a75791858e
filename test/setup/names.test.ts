import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseNames } from "../../src/setup/names.ts";

const PATH = "data/names.yaml";
const text = readFileSync(new URL(`../../${PATH}`, import.meta.url), "utf8");

describe("the names that ship with pm", () => {
  const { version, ...lists } = parse(text) as Record<string, string>;

  test("are of a version", () => {
    expect(version).toBe(1);
  });

  test.each(Object.entries(lists))(
    "%s can be looked up: plain letters, each once, in order",
    (_, list) => {
      const words = list.split(" ");
      expect(words.filter((word) => !/^[a-z]{2,}$/.test(word))).toEqual([]);
      expect(words).toEqual([...new Set(words)].toSorted());
    },
  );

  test("a name is in the list of its kind", () => {
    const { first, last, lastAhead } = parseNames({ path: PATH, text });
    expect(["nkechinyere", "zoran", "kafka"].map((word) => first.has(word))).toEqual([
      true,
      true,
      false,
    ]);
    expect(["wojciechowska", "kubernetes"].map((word) => last.has(word))).toEqual([true, false]);
    expect(["zhang", "cluster"].map((word) => lastAhead.has(word))).toEqual([true, false]);
  });
});
