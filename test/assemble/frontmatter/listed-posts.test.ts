import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

const post = (day: string, state: string, what: string) =>
  `  - date: ${day}\n    status: ${state}\n    content: "${what}"\n`;
const POSTS = [
  post("2026-03-24 12:30 UTC", "investigating", "We are investigating an outage."),
  post("2026-03-24 12:50 UTC", "update", "The cause is a flood of requests."),
  post("2026-03-24 16:00 UTC", "resolved", "All works again."),
].join("");

describe("posts of a status page in a frontmatter", () => {
  test.each(["updates", "incident_states", "statusUpdates", "status-history"])(
    "are the rows of the timeline: %s",
    (key) => {
      const { timeline } = read(`---\ntitle: Outage\n${key}:\n${POSTS}---\n`);
      expect(timeline?.rows.map(({ text }) => text)).toEqual([
        "investigating: We are investigating an outage.",
        "update: The cause is a flood of requests.",
        "resolved: All works again.",
      ]);
    },
  );

  test("are not where the body has a timeline, or entries have no time", () => {
    const body = "## Timeline\n\n- 2026-03-24 12:00Z Requests fail\n";
    const { timeline } = read(`---\ntitle: Outage\nupdates:\n${POSTS}---\n${body}`);
    expect(timeline?.rows.map(({ text }) => text)).toEqual(["Requests fail"]);
    const states = "states:\n  - content: open\n  - content: closed\n";
    expect(read(`---\ntitle: Outage\n${states}---\n`).timeline).toBeNull();
  });
});
