import { describe, expect, test } from "vitest";
import { placeUrl } from "../../../src/core/places/place-url.ts";

const look = { color: false, width: null };

describe("the address of a place", () => {
  test.each([
    ["incidents/a b.md", null, "incidents/a%20b.md"],
    ["incidents/a.md", 12, "incidents/a.md#L12"],
    ["a#b?c.md", 1, "a%23b%3Fc.md#L1"],
    ["javascript:alert(1)", null, "./javascript:alert(1)"],
  ])("%s, line %s is %s", (path, line, url) => {
    expect(placeUrl({ path, line }, look)).toBe(url);
  });

  test("leads from where the output lies", () => {
    const linkTo = (path: string) => `../${path}`;
    expect(placeUrl({ path: "a.md", line: 2 }, { ...look, linkTo })).toBe("../a.md#L2");
  });

  test.each(["https://git.example.com/r/blob/main", "https://git.example.com/r/blob/main//"])(
    "leads to the web below %s",
    (repoUrl) => {
      const linkTo = (path: string) => `../${path}`;
      expect(placeUrl({ path: "x/a:b #1.md", line: 2 }, { ...look, linkTo, repoUrl })).toBe(
        "https://git.example.com/r/blob/main/x/a:b%20%231.md#L2",
      );
      expect(placeUrl({ path: "a:b.md", line: null }, { ...look, repoUrl })).toBe(
        "https://git.example.com/r/blob/main/a:b.md",
      );
    },
  );
});
