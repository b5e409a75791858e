import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./support/root.ts";

const picturesIn = (file: string) =>
  [
    ...readFileSync(join(ROOT, file), "utf8").matchAll(
      /!\[(?<alt>[^\]]+)\]\((?<path>[^)]+\.svg)\)/gu,
    ),
  ].map(({ groups }) => join(ROOT, file, "..", groups?.path ?? ""));

describe.each(["README.md", "docs/tour.md"])("%s", (file) => {
  test("begins with two pictures in words", () => {
    expect(picturesIn(file)).toHaveLength(2);
  });

  test("shows small pictures that load nothing", () => {
    for (const path of picturesIn(file)) {
      const svg = readFileSync(path, "utf8");
      expect(svg.length).toBeLessThan(60_000);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
      expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:|<script|@import/u);
    }
  });
});
