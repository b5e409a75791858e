import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./support/root.ts";
import { useTemporaryFolder } from "./support/temporary-folder.ts";
import { runStep, stepsOf } from "./support/transcript.ts";

const SESSIONS = join(ROOT, "docs/sessions.md");
const EXAMPLES = join(ROOT, "examples/postmortems");
/** Where a session begins with documents of before. */
const OLD_DOCUMENTS = "<!-- begins with 20 old documents -->";
const { path, put } = useTemporaryFolder();

/** A block of the page: what a terminal shows, or a file as its user saves it then. */
const BLOCK = /^```(?:console|(?:markdown|yaml) (\S+))\n([\s\S]*?)^```$/gm;

/** An example as it was before anybody had heard of pm: without frontmatter and tags. */
function untagged(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n+/, "").replace(/ \(gap:[^()]*\)/g, "");
}

/** Runs a session in a folder of its own and puts what each command prints below it. */
async function regenerate(session: string, folder: string): Promise<string> {
  await mkdir(path(`${folder}/.git`), { recursive: true });
  for (const name of session.includes(OLD_DOCUMENTS) ? await readdir(EXAMPLES) : []) {
    const text = await readFile(join(EXAMPLES, name), "utf8");
    await put(`${folder}/postmortems/${name}`, untagged(text));
  }
  let [regenerated, end] = ["", 0];
  for (const { 0: block, 1: file, 2: content = "", index } of session.matchAll(BLOCK)) {
    const shown: string[] = [];
    if (file !== undefined) await put(`${folder}/${file}`, content);
    else for (const step of stepsOf(content)) shown.push(await runStep(step, path(folder)));
    const now = file === undefined ? `\`\`\`console\n${shown.join("\n")}\`\`\`` : block;
    regenerated += session.slice(end, index) + now;
    end = index + block.length;
  }
  return regenerated + session.slice(end);
}

test("each session is what its commands print, from an empty folder on", async () => {
  const [head = "", ...sessions] = (await readFile(SESSIONS, "utf8")).split(/^(?=## An? )/m);
  const found: string[] = [];
  for (const [index, session] of sessions.entries()) {
    found.push(await regenerate(session, String(index)));
  }
  expect(found).toHaveLength(3);
  await expect(head + found.join("")).toMatchFileSnapshot(SESSIONS);
}, 180_000);
