import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Postmortem } from "../../src/core/postmortem.ts";
import type { Taxonomy } from "../../src/core/taxonomy.ts";
import { parseCues } from "../../src/setup/cues.ts";
import { parseLanguage } from "../../src/setup/language.ts";
import type { SuggestContext } from "../../src/suggest/define.ts";
import { CONTEXT, read } from "./context.ts";
import { ROOT } from "./root.ts";

function shipped(path: string) {
  return { path, text: readFileSync(join(ROOT, path), "utf8") };
}

const language = parseLanguage(shipped("data/en/language.yaml"));
const teams: Taxonomy["teams"] = ["payments", "platform", "database"].map((id) => {
  return { id, name: id, description: "", aliases: [`${id} team`], size: null };
});

/** What ships with `pm`, and three teams. */
export const SUGGEST_CONTEXT: SuggestContext = {
  taxonomy: { ...CONTEXT.taxonomy, teams },
  language,
  cues: parseCues(shipped("data/en/cues.yaml"), language),
  ranker: null,
};

/** A document read with its prose. */
export function readProse(text: string, path?: string): Postmortem {
  return read(text, ["everything", "prose"], path);
}

/** A sentence under a heading, as a document. */
export function readSentence(sentence: string, heading = "Contributing factors"): Postmortem {
  return readProse(`# Outage\n\n## ${heading}\n\n${sentence}\n`);
}
