import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

const minutes = (text: string) =>
  Object.entries(read(text).statedDurations).map(([phase, fact]) => `${phase} ${fact.value}`);

describe("how long it took", () => {
  test.each([
    ["The outage lasted 95 minutes and hit all customers.", 95],
    ["The incident on 4 March 2026 lasted about 2.5 hours.", 150],
    ["Search was unavailable for roughly 40 minutes.", 40],
    ["Search was down for 2 hours and 12 minutes.", 132],
    ["It went down at noon and was back after 2 h 10 min.", 130],
    ["The service was fully restored after 47 minutes.", 47],
    ["The outage lasted 3 days.", 4320],
  ])("is read from %j", (sentence, expected) => {
    const { statedDurations } = read(`# Q\n\n**Date:** 4 March 2026\n\n${sentence}\n`);
    expect(statedDurations).toMatchObject({ resolve: { value: expected } });
  });

  test.each([
    "The deploy took 95 minutes. The meeting lasted 40 minutes.",
    "The incident call lasted 40 minutes.",
    "Some users were unable to log in; one node was down for 5 minutes.",
    "The previous outage lasted 95 minutes.",
    "The outage lasted more than 2 hours.",
    "It could have been down for 3 hours.",
    "The outage lasted 95 minutes in one place. The outage lasted 40 minutes elsewhere.",
    "We rolled back after 10 minutes.",
  ])("is not read from %j", (sentence) => {
    expect(minutes(`# Q\n\n**Date:** 4 March 2026\n\n${sentence}\n`)).toEqual([]);
  });

  test.each([
    ["duration: 90m", ["resolve 90"]],
    ["time_to_detect: 4m\nttr: PT1H30M", ["detect 4", "resolve 90"]],
    ["duration_minutes: 90\nincident:\n  time_to_detect_minutes: 4", ["resolve 90", "detect 4"]],
    ["mttr: 85 min", ["resolve 85"]],
    ["duration: 90", []],
    ["duration: long", []],
  ])("is read from the frontmatter's %j", (keys, expected) => {
    expect(minutes(`---\ntitle: Q\n${keys}\n---\n`)).toEqual(expected);
  });
});
