import { appendFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { openFor } from "../../../src/cli/open.ts";
import type { SuggestionDecision } from "../../../src/core/settings/suggestion-decisions.ts";
import { readProposals } from "../../../src/jobs/suggest/proposals.ts";
import { suggestProject } from "../../../src/jobs/suggest/suggest.ts";
import { decisionsText } from "../../../src/project/suggestion-file.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

/** Longer than the coarsest clock of a file system. */
const A_WHILE = 2100;

const document = (sentence: string) =>
  `---\ntitle: Checkout stalled\ntimes: { started: 2026-01-05T10:00:00Z }\n---\n\n## Contributing factors\n\n- ${sentence}\n`;

beforeEach(async () => {
  await put("taxonomy.yaml", "version: 1\nextends: default\n");
  await put("pm.yaml", "folder: postmortems\n");
  await put(
    "postmortems/a.md",
    document("Nobody on the team knew how to read the consumer lag of the queue."),
  );
  await put("postmortems/b.md", document("Nobody on call knew how to renew the certificate."));
  await setTimeout(A_WHILE);
});

/** The proposals, and whether documents were read for them. */
async function read() {
  const project = await openFor(
    { cache: true },
    { cwd: path(), env: {}, warn: () => Promise.resolve() },
  );
  let isRead = false;
  const proposals = await readProposals(project, () => {
    isRead = true;
  });
  return { proposals: proposals.map((one) => one.path), isRead };
}

test("proposals are kept as long as no document changes", async () => {
  const first = await read();
  expect(first).toEqual({ proposals: ["postmortems/a.md", "postmortems/b.md"], isRead: true });
  expect(await read()).toEqual({ ...first, isRead: false });
  await appendFile(path("postmortems/b.md"), "- The rota had never seen such an error before.\n");
  expect((await read()).isRead).toBe(true);
});

test("what was decided since counts, though they are kept", async () => {
  await read();
  const project = await openFor({}, { cwd: path() });
  const { suggestions } = await suggestProject(project, [], () => undefined);
  const decisions = suggestions
    .slice(0, 1)
    .map(({ path: of, fingerprint }): SuggestionDecision => ({
      ...{ path: of, fingerprint, type: "gap", decision: "rejected" },
      ...{ kind: null, competency: null, team: null },
    }));
  await put("pm-suggestions.yaml", decisionsText(decisions));
  expect(await read()).toEqual({ proposals: ["postmortems/b.md"], isRead: false });
});
