import { beforeEach, expect, test } from "vitest";
import { openFor } from "../../../src/cli/open.ts";
import { openProject } from "../../../src/jobs/suggest/suggest.ts";
import { applyAccepted } from "../../../src/jobs/suggest/write-suggestions.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

beforeEach(async () => {
  const teams = ["payments", "database"].map((id) => `  - { id: ${id}, name: ${id} }\n`);
  await put("taxonomy.yaml", `version: 1\nextends: default\nteams:\n${teams.join("")}`);
  await put("pm.yaml", "folder: pm\n");
  await put("pm/a.md", "# Stalled\n\n## Factors\n\n- We were unfamiliar with consumer lag.\n");
  await put(
    "pm/b.md",
    "# Stalled\n\n## Timeline (2026-03-14, UTC)\n\n- 02:40 We paged the database team.\n",
  );
});

test("what is accepted is written with the times of a timeline that only hand-overs are read for", async () => {
  const project = await openFor({}, { cwd: path(), env: {}, warn: () => Promise.resolve() });
  const suggested = await openProject(project, [], () => undefined);
  const asked: string[] = [];
  const withTimeline: typeof suggested.withTimeline = (postmortem) => {
    asked.push(postmortem.path);
    return suggested.withTimeline(postmortem);
  };
  const accepted = { decisionsFor: () => [], acceptAbove: 0.1 };
  const { files } = await applyAccepted({ ...suggested, withTimeline }, accepted, project);
  expect(files.map((one) => [one.path, one.gaps > 0, one.escalations])).toEqual([
    ["pm/a.md", true, 0],
    ["pm/b.md", false, 1],
  ]);
  expect(asked).toEqual(["pm/b.md"]);
});
