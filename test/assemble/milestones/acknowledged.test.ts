import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

test.each([
  "Core on-call acks",
  "core acknowledges the page",
  "Acked by the on-call engineer",
  "SRE on-call acked",
  "Database on-call ACK",
  "acked",
])("a row behind the alert is the acknowledgement, not the detection: %j", (row) => {
  const rows = `- 10:02 UTC deploy of v12\n- 10:05 UTC Alert fires\n- 10:07 UTC ${row}\n- 11:37 UTC resolved`;
  const found = told(`# Q\n\n**Date:** 2026-03-14\n\n## Timeline\n\n${rows}\n`);
  expect(found).toContain("detected 2026-03-14T10:05");
  expect(found).toContain("acknowledged 2026-03-14T10:07");
});
