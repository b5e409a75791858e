import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function initialsIn(text: string): readonly string[] {
  const { single } = read(`# The queue stalled\n\n${text}\n`, ["texts"]).listedNames;
  return single.filter((one) => /^\p{Lu}+$/u.test(one)).toSorted();
}

describe("initials are somebody's where they do what only people do, whoever has them", () => {
  test.each([
    ["HB restarted the pod.", ["HB"]],
    ["We asked KJ for access.", ["KJ"]],
    ["HJ's laptop lost its connection.", ["HJ"]],
    ["- 14:02 HB: lag is growing\n- 14:05 MW: looking at it\n\nHB knew the limit.", ["HB", "MW"]],
    ["LKM noticed it, and we asked LKM to look.", ["LKM"]],
  ])("%s", (text, names) => {
    expect(initialsIn(text)).toEqual(names);
  });

  test.each([
    "QA noticed it, FE deployed the fix, and BE confirmed.",
    "The HB noticed it.",
    "HB team noticed it.",
    "The Heart Beat (HB) stopped. HB noticed it.",
    "- 14:02 HB: lag is growing\n- 14:05 MW: looking at it",
    "LKM noticed it.",
    "HB is full.",
    "HB-2 restarted the pod.",
  ])("nobody: %s", (text) => {
    expect(initialsIn(text)).toEqual([]);
  });
});

test("initials are withheld in a title, however little was read", () => {
  const text = "---\ntitle: HB and the queue\n---\n\nHB restarted the pod.\n";
  expect(read(text, ["names"]).listedNames.single).toContain("HB");
});
