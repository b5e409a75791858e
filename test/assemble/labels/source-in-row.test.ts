import { expect, test } from "vitest";
import { read } from "../../support/context.ts";

const sourceIn = (row: string, head = "") => {
  const rows = `- 10:02 UTC deploy of v12\n- 10:05 UTC ${row}\n- 11:37 UTC resolved`;
  return read(`# Q\n\n**Date:** 2026-03-14\n${head}\n## Timeline\n\n${rows}\n`).detectedBy;
};

test.each([
  ["Pingdom alert fires", "alert"],
  ["PagerDuty pages the on-call engineer", "alert"],
  ["Monitoring alarm: customers cannot pay", "alert"],
  ["Customer reports that payment fails", "customer"],
  ["An engineer notices errors in the log", "employee"],
  ["A partner reports failing calls", "partner"],
])("the row of the detection tells in doubt what noticed it: %j", (row, expected) => {
  expect(sourceIn(row)).toMatchObject({ value: expected, source: { confidence: "low" } });
});

test.each(["incident detected", "noticed that alerts never fired and customers were affected"])(
  "a row that names no source tells none: %j",
  (row) => {
    expect(sourceIn(row)).toBeNull();
  },
);

test("a label comes first", () => {
  const found = sourceIn("Pingdom alert fires", "**Detected by:** customer\n");
  expect(found).toMatchObject({ value: "customer", source: { how: "stated" } });
});
