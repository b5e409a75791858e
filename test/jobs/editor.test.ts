import { expect, test } from "vitest";
import { openFor } from "../../src/cli/open.ts";
import { checkOpen, neighboursOf } from "../../src/jobs/editor.ts";
import { lintProject } from "../../src/jobs/lint/lint.ts";
import { RULES } from "../../src/lint/rules/index.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();
const CHECK = { rules: RULES, now: Date.UTC(2026, 6, 1) };

function documentOf(date: string): string {
  return `# Checkout stalled\n\n## Timeline\n\n- ${date} 02:15 Errors rise.\n- ${date} 03:15 Resolved: the queue is empty.\n`;
}

const OPEN = documentOf("03/04/2026");

/** What an editor shows of the open document, and what pm lint finds in it. */
async function both() {
  const project = await openFor({}, { cwd: path() });
  const neighbours = await neighboursOf(path("pms/open.md"), project);
  const document = { path: path("pms/open.md"), text: OPEN };
  const shown = await checkOpen(document, project, CHECK, neighbours);
  const linted = await lintProject(
    project,
    { kind: "paths", paths: ["pms/open.md"] },
    CHECK,
    () => undefined,
  );
  const rules = (findings: readonly { readonly ruleId: string }[]) =>
    findings.map(({ ruleId }) => ruleId);
  return { shown: rules(shown.findings), linted: rules(linted.findings) };
}

test.each([
  ["nobody says", null, "", true],
  ["the folder has a clear date", documentOf("14/03/2026"), "", false],
  [
    "the folder has dates of both orders",
    `${documentOf("14/03/2026")}\n${documentOf("03/14/2026")}`,
    "",
    true,
  ],
  ["pm.yaml says it", null, "date_order: day-first\n", false],
])(
  "a date that could be either is judged as pm lint does where %s",
  async (_where, other, config, isUnclear) => {
    await put("pm.yaml", `folder: pms\n${config}`);
    await put("pms/open.md", OPEN);
    if (other !== null) await put("pms/other.md", other);
    const { shown, linted } = await both();
    expect(shown).toEqual(linted);
    expect(shown.includes("timeline-unreadable")).toBe(isUnclear);
  },
);
