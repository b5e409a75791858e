import { isoInstant } from "../../../core/calendar.ts";
import { REASONS } from "../../../core/postmortem.ts";
import type { EscalationDecision, GapDecision } from "../../../core/suggestion-decisions.ts";
import type { Taxonomy, Term } from "../../../core/taxonomy.ts";
import type { EscalationSuggestion, GapSuggestion, Suggestion } from "../../../jobs/suggest.ts";
import { redactPeople } from "../../../people/people.ts";
import type { Ask, Choice, Io } from "../../io.ts";

/** The decision on one suggestion; the caller adds the document's path when it stores it. */
export type Answer =
  Omit<GapDecision, "path" | "fingerprint"> | Omit<EscalationDecision, "path" | "fingerprint">;

/** The choice of no value. */
const NONE = "";
const NOT_SAID: Choice = { value: NONE, name: "(not stated)" };

function gapText({ competency, kind }: GapSuggestion): string {
  return `${competency ?? "no competency fits"}, ${kind}`;
}

function escalationText({ at, from, to, reason, competency }: EscalationSuggestion): string {
  return [
    to === null ? "to a team that is not in the taxonomy" : `to ${to}`,
    ...(from === null ? [] : [`from ${from}`]),
    ...(reason === null ? [] : [`for ${reason}`]),
    ...(competency === null ? [] : [competency]),
    ...(at === null ? [] : [`at ${isoInstant(at)}`]),
  ].join(", ");
}

/** Says what is suggested, where and why, to a person at a terminal. */
export async function saySuggestion(
  suggestion: Suggestion,
  done: number,
  total: number,
  io: Io,
): Promise<void> {
  const { type, path, range, sentence, confidence, because } = suggestion;
  const what = type === "gap" ? gapText(suggestion) : escalationText(suggestion);
  await io.say("");
  await io.say(redactPeople(`${done + 1} of ${total}, ${type}: ${path}:${range.start.line}`));
  for (const text of [sentence, `${what}, ${Math.round(confidence * 100)} %`, because]) {
    await io.sayIndented(redactPeople(text));
  }
}

/** The answer that accepts a suggestion as it is; null where a required value is open. */
export function acceptanceOf(suggestion: Suggestion): Answer | null {
  const { type, competency } = suggestion;
  if (type === "gap") {
    if (competency === null) return null;
    return { decision: "accepted", type, competency, kind: suggestion.kind };
  }
  const { to, from, reason } = suggestion;
  return to === null ? null : { decision: "accepted", type, to, from, reason, competency };
}

/** The decision in words, for the terminal. */
export function answerText(answer: Answer): string {
  if (answer.decision === "rejected") return "Remembered: rejected";
  const { competency } = answer;
  const what =
    answer.type === "gap"
      ? [competency, answer.kind]
      : [
          answer.to && `to ${answer.to}`,
          answer.from && `from ${answer.from}`,
          answer.reason && `for ${answer.reason}`,
          competency,
        ];
  return `Remembered: accepted as ${what.filter((one) => one).join(", ")}`;
}

/** The answer that rejects a suggestion. */
export function rejectionOf({ type }: Suggestion): Answer {
  const nothing = { decision: "rejected", competency: null } as const;
  return type === "gap"
    ? { ...nothing, type, kind: null }
    : { ...nothing, type, to: null, from: null, reason: null };
}

/** The choice to edit a suggestion; empty where the taxonomy lists nothing to choose from. */
export function editChoices({ type }: Suggestion, taxonomy: Taxonomy): readonly Choice[] {
  const [terms, what] =
    type === "gap"
      ? [taxonomy.competencies, "competency and kind"]
      : [taxonomy.teams, "teams, reason and competency"];
  return terms.length === 0 ? [] : [{ value: "edit", name: `Edit: choose ${what}`, short: "Edit" }];
}

/** The choices with the given value first, so that Enter takes it. */
function startingWith(first: string | null, choices: readonly Choice[]): readonly Choice[] {
  const isFirst = ({ value }: Choice) => value === (first ?? NONE);
  return [...choices.filter(isFirst), ...choices.filter((one) => !isFirst(one))];
}

function choicesOf(terms: readonly Pick<Term, "id" | "name" | "aliases">[]): readonly Choice[] {
  return terms.map(({ id, name, aliases }) => {
    return { value: id, name: name === id ? id : `${id}  ${name}`, aliases };
  });
}

async function editGap(gap: GapSuggestion, taxonomy: Taxonomy, ask: Ask): Promise<Answer> {
  const { competencies, kinds } = taxonomy;
  const competency = await ask.one(
    "Competency",
    startingWith(gap.competency, choicesOf(competencies)),
  );
  const kind =
    kinds.length === 0 ? gap.kind : await ask.one("Kind", startingWith(gap.kind, choicesOf(kinds)));
  return { type: "gap", decision: "accepted", competency, kind };
}

async function editEscalation(
  { to: asked, from: asking, reason: presumed, competency: sought }: EscalationSuggestion,
  { teams, competencies }: Taxonomy,
  ask: Ask,
): Promise<Answer> {
  const optional = async (message: string, first: string | null, choices: readonly Choice[]) => {
    if (choices.length === 0) return first;
    const answer = await ask.one(message, startingWith(first, [NOT_SAID, ...choices]));
    return answer === NONE ? null : answer;
  };
  const reasons = REASONS.map((id) => ({ id, name: id, aliases: [] }));
  const to = await ask.one("To which team", startingWith(asked, choicesOf(teams)));
  const from = await optional("From which team", asking, choicesOf(teams));
  const reason = await optional("What was sought", presumed, choicesOf(reasons));
  const competency = await optional("Which competency", sought, choicesOf(competencies));
  return { type: "escalation", decision: "accepted", to, from, reason, competency };
}

/** Asks for the values with which to accept a suggestion. */
export function askEdits(suggestion: Suggestion, taxonomy: Taxonomy, ask: Ask): Promise<Answer> {
  return suggestion.type === "gap"
    ? editGap(suggestion, taxonomy, ask)
    : editEscalation(suggestion, taxonomy, ask);
}
