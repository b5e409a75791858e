import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function namesIn(text: string): readonly string[] {
  const { full, single } = read(`# The queue stalled\n\n${text}\n`, ["texts"]).listedNames;
  return [...full, ...single];
}

describe("the login that somebody has for a role is theirs", () => {
  test.each([
    ["At 02:10 tveit-admin ran the cleanup.", ["tveit"]],
    ["Then `ingrid.sallow_adm` restored it.", ["ingrid.sallow", "ingrid", "sallow"]],
    ["Then adm-bjarne restored it.", ["bjarne"]],
  ])("%s", (text, names) => {
    expect(namesIn(text)).toEqual(expect.arrayContaining([...names]));
  });

  test.each([
    "svc-backup ran.",
    "jenkins-admin is shared.",
    "The mesh-admin role was new.",
    "We read sa-east-1 and cluster.admin.",
  ])("nobody: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe("whom the log of a pager names is withheld", () => {
  test.each([
    ["Acknowledged by quillmoor via mobile", "quillmoor"],
    ["Assigned to Farah", "Farah"],
    ["Escalated to Farah Quillmoor", "Farah Quillmoor"],
    ["Alert closed by ngreer", "ngreer"],
    ["Notified Zephyra Quillmoor via SMS", "Zephyra Quillmoor"],
    ["cc Farah, Ozra", "Farah"],
  ])("%s", (text, name) => {
    expect(namesIn(text)).toContain(name);
  });

  test.each([
    "Assigned to Meridian",
    "Acknowledged by Nimbus via API",
    "Escalated to Blue Harbor",
    "Resolved by failover",
    "Escalated to the platform team via Slack",
    "cc Meridian, Payments",
  ])("nobody: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});
