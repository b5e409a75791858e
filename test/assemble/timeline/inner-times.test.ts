import { expect, test } from "vitest";
import { read } from "../../support/context.ts";
import { told } from "../../support/told.ts";

/** The instants of the rows of a document's timeline, and their texts. */
function rowsOf(rows: string): readonly string[] {
  const { timeline } = read(`# Q\n\nDate: 2026-06-10\n\n## Timeline (UTC)\n\n${rows}\n`);
  return (timeline?.rows ?? []).map(({ at, text }) => {
    return `${at === null ? "unread" : new Date(at).toISOString().slice(11, 16)} ${text}`;
  });
}

test.each([
  "**14:05** Our alert paged the on-call.\n\nAt 14:12 the worker was scaled down, with no effect; by 14:20 the backoff was found.\n\n**14:40** Reverted. By 14:52 the gateway took payments again.",
  "- 14:05 - Our alert paged the on-call.\n- 14:12 - the worker was scaled down, with no effect; by 14:20 the backoff was found.\n- 14:40 - Reverted. By 14:52 the gateway took payments again.",
])("each time that a sentence within a row begins with is a row: %j", (rows) => {
  expect(rowsOf(rows.replace("Reverted.", "The config was reverted."))).toEqual([
    "14:05 Our alert paged the on-call.",
    "14:12 the worker was scaled down, with no effect",
    "14:20 the backoff was found.",
    "14:40 The config was reverted.",
    "14:52 the gateway took payments again.",
  ]);
});

test("so is one behind a comma and a joint, in the zone of its row", () => {
  const rows =
    "- 11:30 CEST: We compared the rules, and by 11:45 we had found the cause.\n- 12:05 CEST: Rule removed";
  expect(rowsOf(rows)).toEqual([
    "09:30 We compared the rules",
    "09:45 we had found the cause.",
    "10:05 Rule removed",
  ]);
});

test.each([
  // What came before, what is planned, and what is no sentence.
  "- 14:05 - Alert fires. At 13:50 a deploy had gone out.\n- 14:20 - All works again",
  "- 14:05 - Maintenance is announced. At 22:00 the shop will be closed.\n- 14:20 - All works again",
  "- 14:05 - The alert fires; at 14:10, too.\n- 14:20 - All works again",
  "- 14:05 - The on-call stopped the sync at 14:10 and looked on\n- 14:20 - All works again",
])("a row that tells of another time only by the way stays one: %j", (rows) => {
  expect(rowsOf(rows)).toHaveLength(2);
});

test("the end is that of its own sentence", () => {
  const rows =
    "**13:58** Payments began to fail with errors.\n\n**14:05** An alert fired.\n\n**14:40** The config was reverted. By 14:52 payments worked again.";
  const text = `# Q\n\nDate: 2026-06-10\n\n## Timeline (UTC)\n\n${rows}\n`;
  expect(told(text)).toContain("resolved 2026-06-10T14:52");
});
