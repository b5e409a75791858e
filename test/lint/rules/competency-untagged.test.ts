import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<[text: string, expected: readonly string[]]>([
  ["Lag was read as a dip: messaging.backpressure.", ["1:24 `messaging.backpressure`"]],
  ["Nobody knew `messaging.backpressure`.", ["1:14 `messaging.backpressure`"]],
  ["messaging.backpressure and messaging.backpressure again", ["1:28 `messaging.backpressure`"]],
  ["Lag was read as a dip. (gap: messaging.backpressure)", []],
  ["See https://example.org/messaging.backpressure for more.", []],
  ["See messaging.backpressure.md for more.", []],
  ["The topic messaging.unknown was empty.", []],
  ["Backpressure was not known.", []],
  ["## Actions\n\n| Action | Competency |\n|---|---|\n| Learn | messaging.backpressure |", []],
])("%j", (text, expected) => {
  expect(lintDocument("competency-untagged", text)).toEqual(
    expected.map((place) => `${place.replace(" ", " Unexpected ")} outside a gap tag`),
  );
});
