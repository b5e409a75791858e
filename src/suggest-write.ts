import { resolve } from "node:path";
import { applyEdits } from "./core/apply-edits.ts";
import type { Postmortem } from "./core/postmortem.ts";
import type { UnreadableFile } from "./core/source-file.ts";
import type { SuggestionDecision } from "./core/suggestion-decisions.ts";
import type { FixedFile, FixedProject } from "./fix-project.ts";
import { frontmatterEdits } from "./parse/frontmatter-edits.ts";
import type { Project } from "./project.ts";
import { readOriginalText } from "./read/read-file.ts";
import type { SuggestedProject } from "./suggest-project.ts";
import type { GapSuggestion } from "./suggest/define.ts";
import { fingerprintOf, plainText } from "./suggest/sentence-text.ts";
import { isStatedGap } from "./suggest/stated.ts";

/** What is to be written into documents. */
export interface Acceptance {
  /** Decisions by the shown path of their document. */
  readonly decisionsFor: (path: string) => readonly SuggestionDecision[];
  /** Suggestions from this confidence on count as accepted; null for none. */
  readonly acceptAbove: number | null;
}

/** A gap as the frontmatter holds it. */
interface GapEntry {
  readonly competency: string;
  readonly kind?: string;
  readonly phase?: string;
  readonly evidence: string;
  readonly source: "suggested";
}

function entryOf(
  { kind, competency }: Pick<SuggestionDecision, "kind" | "competency">,
  phase: string | null,
  evidence: string,
): readonly GapEntry[] {
  if (competency === null) return [];
  const named = {
    ...(kind === null ? {} : { kind }),
    ...(phase === null ? {} : { phase }),
  };
  return [{ competency, ...named, evidence, source: "suggested" }];
}

/** The gaps to be written into one document, in the order of their sentences, each once. */
function entriesFor(
  postmortem: Postmortem,
  suggestions: readonly GapSuggestion[],
  { decisionsFor, acceptAbove }: Acceptance,
): readonly GapEntry[] {
  const decisions = new Map(decisionsFor(postmortem.path).map((one) => [one.fingerprint, one]));
  const proposed = new Map(suggestions.map((one) => [one.fingerprint, one]));
  const done = new Set<string>();
  return postmortem.sentences.flatMap(({ tokens, range }): readonly GapEntry[] => {
    const fingerprint = fingerprintOf(tokens);
    const [decision, suggestion] = [decisions.get(fingerprint), proposed.get(fingerprint)];
    const sentence = plainText(tokens, postmortem.namedPeople);
    if (done.has(fingerprint) || isStatedGap({ range, sentence }, postmortem)) return [];
    done.add(fingerprint);
    const phase = suggestion?.phase ?? null;
    if (decision) return decision.decision === "accepted" ? entryOf(decision, phase, sentence) : [];
    const isSure = acceptAbove !== null && (suggestion?.confidence ?? 0) >= acceptAbove;
    return suggestion && isSure ? entryOf(suggestion, phase, sentence) : [];
  });
}

async function writeInto(
  path: string,
  entries: readonly GapEntry[],
  seen: string | undefined,
  { cwd }: Project,
): Promise<FixedFile | UnreadableFile> {
  const absolutePath = resolve(cwd, path);
  const original = await readOriginalText(absolutePath);
  if (original === null || original.plain !== seen) {
    return { path, message: "it changed while it was read" };
  }
  const made = frontmatterEdits({ path, text: original.plain }, { gaps: entries });
  if (made.edits === null) return { path, message: made.error };
  const after = applyEdits(original.text, made.edits);
  const bytes = original.encode(after);
  return { path, absolutePath, before: original.text, after, bytes, count: entries.length };
}

/** Puts accepted gaps into the frontmatter of their documents; nothing is written yet. */
export async function applyAccepted(
  { read, suggestions }: SuggestedProject,
  acceptance: Acceptance,
  project: Project,
): Promise<FixedProject> {
  const gaps = suggestions.filter((one) => one.type === "gap");
  const files: FixedFile[] = [];
  const skipped: UnreadableFile[] = [];
  for (const postmortem of read.postmortems) {
    const { path } = postmortem;
    const own = gaps.filter((one) => one.path === path);
    const entries = entriesFor(postmortem, own, acceptance);
    if (entries.length === 0) continue;
    const written = await writeInto(path, entries, read.texts.get(path), project);
    if ("message" in written) skipped.push(written);
    else files.push(written);
  }
  return { files, skipped };
}
