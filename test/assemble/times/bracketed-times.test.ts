import { expect, test } from "vitest";
import { told } from "../../support/told.ts";

const times = (text: string, names: readonly string[]) =>
  told(`# Q\n\n**Date:** 2026-03-14 (UTC)\n\n## Summary\n\n${text}\n`)
    .map((one) => one.replace("2026-03-14T", ""))
    .filter((one) => names.some((name) => one.startsWith(name)));

test.each([
  [
    "The deploy (14:02 UTC) broke refunds; the first alert (14:09 UTC) reached the on-call; the rollback (14:31 UTC) ended it.",
    ["started 14:02?", "detected 14:09?", "resolved 14:31?"],
  ],
  [
    "A config push (09:10 UTC) took the gateway down. The first page (09:14 UTC) went to payments, and the revert (09:40 UTC) restored service.",
    ["started 09:10?", "detected 09:14?", "resolved 09:40?"],
  ],
  [
    "Between the outage's beginning (03:12 UTC) and the all-clear (04:50 UTC) no orders were taken. The alert (03:15 UTC) was acknowledged at once.",
    ["started 03:12?", "detected 03:15?", "resolved 04:50?"],
  ],
  [
    "From the first error (14:02 UTC) to recovery (15:10 UTC) a third of the calls failed. Detection (14:11 UTC) was by Datadog.",
    ["started 14:02?", "detected 14:11?", "resolved 15:10?"],
  ],
  [
    "After the deploy (14:02 UTC), errors rose. The alert (14:09 UTC) fired, the rollback (14:31 UTC) was started, and traffic was normal again (14:40 UTC).",
    ["started 14:02?", "detected 14:09?", "resolved 14:40?"],
  ],
])("the noun before a time in brackets names it, in doubt: %s", (text, expected) => {
  expect(times(text, ["started", "detected", "resolved"])).toEqual(expected);
});

test.each([
  "At 14:02 UTC refunds began to fail. Our next deploy (16:00 UTC) is unrelated. Service was restored at 15:10 UTC.",
  "From 14:02 until 15:10 UTC refunds failed. The nightly job (01:00 UTC) was not affected.",
])("what is set apart names nothing: %s", (text) => {
  expect(times(text, ["started", "resolved"])).toEqual(["started 14:02", "resolved 15:10"]);
});
