import { beforeEach, expect, test } from "vitest";
import { openFor } from "../../../src/cli/open.ts";
import { openProject, suggestProject } from "../../../src/jobs/suggest/suggest.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put } = useTemporaryFolder();

const GAP_WORDS = ["backlog", "replica", "handshake", "quota"];
/** More than are read at one time. */
const DOCUMENTS = 60;

/** A document with a tagged factor and others; the first has one that is like the tagged ones. */
function incident(number: number): string {
  const word = GAP_WORDS[number % GAP_WORDS.length] ?? "";
  const factors = [
    `The ${word} slowed shoppers for ${number} minutes. (gap: messaging.backpressure, knowledge)`,
    `The disk of node ${number} filled with ${word} data.`,
    `Node ${number} restarted and served traffic.`,
    ...(number === 0 ? ["The ledger slowed all shoppers."] : []),
  ];
  return `# Outage\n\n## Contributing factors\n\n${factors.map((one) => `- ${one}\n`).join("")}`;
}

beforeEach(async () => {
  await put("pm.yaml", "folder: pm\n");
  for (let number = 0; number < DOCUMENTS; number += 1) {
    await put(`pm/${number}.md`, incident(number));
  }
});

const openHere = () => openFor({}, { cwd: path(), env: {}, warn: () => Promise.resolve() });

test("what only proposes keeps no sentence and no text, and proposes the same as what keeps them", async () => {
  const project = await openHere();
  const suggested = await suggestProject(project, [], () => undefined);
  const kept = await openProject(project, [], () => undefined);
  expect(suggested.read.texts.size).toBe(0);
  expect(kept.read.texts.size).toBe(DOCUMENTS);
  const keys = new Set(suggested.read.postmortems.flatMap((one) => Object.keys(one)));
  expect([...keys]).toEqual(["path", "problems", "suggested"]);
  expect(suggested.suggestions).toEqual(kept.suggestions);
  expect(suggested.notes).toEqual(kept.notes);
  expect(suggested.suggestions).toMatchObject([
    {
      path: "pm/0.md",
      sentence: "The ledger slowed all shoppers.",
      because: "like 60 confirmed gaps: words 'shoppers'",
    },
  ]);
});

test("documents that are asked for are compared with the tags of the whole folder", async () => {
  const project = await openHere();
  const all = await suggestProject(project, [], () => undefined);
  const some = await suggestProject(project, ["pm/0.md", "pm/1.md"], () => undefined);
  expect(some.read.postmortems).toHaveLength(2);
  expect(some.suggestions).toEqual(all.suggestions);
  expect(some.notes).toEqual(all.notes);
});
