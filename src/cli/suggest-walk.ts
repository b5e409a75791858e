import { UsageError } from "../core/errors.ts";
import { redactPeople } from "../core/people.ts";
import { printable } from "../core/printable.ts";
import type { SuggestionDecision } from "../core/suggestion-decisions.ts";
import type { Taxonomy, Term } from "../core/taxonomy.ts";
import type { GapSuggestion } from "../suggest/define.ts";
import type { Ask, Choice, Io } from "./io.ts";

/** What is decided of one suggestion; the document's path is added by whoever remembers it. */
export type Answer = Omit<SuggestionDecision, "path" | "fingerprint">;

const REJECTED: Answer = { decision: "rejected", competency: null, kind: null };
const ACCEPT: Choice = { value: "accept", name: "Accept" };
const OTHERS: readonly Choice[] = [
  { value: "edit", name: "Edit: choose competency and kind" },
  { value: "reject", name: "Reject" },
  { value: "skip", name: "Skip, ask again another time" },
  { value: "stop", name: "Stop" },
];

function shown(text: string): string {
  return printable(redactPeople(text));
}

function question(gap: GapSuggestion, done: number, total: number): string {
  const { path, range, sentence, kind, competency, confidence, reason } = gap;
  const what = `${competency ?? "no competency fits"}, ${kind}, ${Math.round(confidence * 100)} %`;
  const lines = [
    `${done + 1} of ${total}: ${path}:${range.start.line}`,
    `  ${sentence}`,
    `  ${what}: ${reason}`,
  ];
  return lines.map(shown).join("\n");
}

function choicesOf(terms: readonly Term[], first: string | null): readonly Choice[] {
  const sorted = [
    ...terms.filter(({ id }) => id === first),
    ...terms.filter(({ id }) => id !== first),
  ];
  return sorted.map(({ id, name }) => {
    return { value: id, name: printable(name === id ? id : `${id}  ${name}`) };
  });
}

async function edit(gap: GapSuggestion, taxonomy: Taxonomy, ask: Ask): Promise<Answer> {
  const { competencies, kinds } = taxonomy;
  const competency = await ask.one("Competency", choicesOf(competencies, gap.competency));
  const kind = kinds.length === 0 ? gap.kind : await ask.one("Kind", choicesOf(kinds, gap.kind));
  return { decision: "accepted", competency, kind };
}

/**
 * Asks about suggestions one by one.
 * @param remember is called with each answer before the next question, so that none is lost.
 * @throws {UsageError} where nobody is there to answer.
 */
export async function walkSuggestions(
  gaps: readonly GapSuggestion[],
  taxonomy: Taxonomy,
  io: Io,
  remember: (gap: GapSuggestion, answer: Answer) => Promise<void>,
): Promise<void> {
  const { ask } = io;
  if (ask === null) {
    throw new UsageError("--interactive needs a terminal", "Without one, use --accept-above.");
  }
  for (const [index, gap] of gaps.entries()) {
    const choices = gap.competency === null ? OTHERS : [ACCEPT, ...OTHERS];
    const answer = await ask.one(question(gap, index, gaps.length), choices);
    if (answer === "stop") return;
    if (answer === "reject") await remember(gap, REJECTED);
    if (answer === "edit") await remember(gap, await edit(gap, taxonomy, ask));
    if (answer === "accept") {
      const { competency, kind } = gap;
      await remember(gap, { decision: "accepted", competency, kind });
    }
  }
}
