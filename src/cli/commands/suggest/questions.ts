import { counted } from "../../../core/counted.ts";
import { REASONS } from "../../../core/postmortem.ts";
import type {
  EscalationDecision,
  GapDecision,
} from "../../../core/settings/suggestion-decisions.ts";
import { idOf, type Taxonomy, type Term } from "../../../core/taxonomy.ts";
import { isoInstant } from "../../../core/time/calendar.ts";
import type { Question } from "../../../jobs/suggest/questions.ts";
import type {
  EscalationSuggestion,
  GapSuggestion,
  Suggestion,
} from "../../../jobs/suggest/suggest.ts";
import { redactPeople } from "../../../people/people.ts";
import type { Ask, Choice, Io } from "../../io.ts";

/** The decision on one suggestion; the caller adds the document's path when it stores it. */
export type Answer =
  Omit<GapDecision, "path" | "fingerprint"> | Omit<EscalationDecision, "path" | "fingerprint">;

/** The choice of no value. */
const NONE = "";
const WHICH_TEAM = "Which team lacked it";
const NOT_SAID: Choice = { value: NONE, name: "(not stated)" };

function gapText({ competency, kind }: GapSuggestion): string {
  return `${competency ?? "no competency fits"}, ${kind}`;
}

function escalationText({ at, from, to, reason, competency }: EscalationSuggestion): string {
  return [
    to === null ? "to somebody other than the taxonomy's teams" : `to ${to}`,
    ...(from === null ? [] : [`from ${from}`]),
    ...(reason === null ? [] : [`for ${reason}`]),
    ...(competency === null ? [] : [competency]),
    ...(at === null ? [] : [`at ${isoInstant(at)}`]),
  ].join(", ");
}

/** Longest text of a sentence beside the one that is asked about. */
const MOST_AROUND = 150;

function shortened(text: string): string {
  return text.length <= MOST_AROUND ? text : `${text.slice(0, MOST_AROUND).trimEnd()}…`;
}

function placeText({ suggestion, same, heading }: Question): string {
  const { path, range } = suggestion;
  const under = heading === null ? "" : `, under "${heading}"`;
  const others = new Set(same.map((one) => one.path)).size - 1;
  const also = others === 0 ? "" : `; the same in ${counted(others, "other document")}`;
  return `${path}:${range.start.line}${under}${also}`;
}

/** Says what is suggested, where, amid what and why, to a person at a terminal. */
export async function sayQuestion(
  question: Question,
  done: number,
  total: number,
  io: Io,
): Promise<void> {
  const { suggestion, before, after } = question;
  const { type, sentence, confidence, because } = suggestion;
  const what = type === "gap" ? gapText(suggestion) : escalationText(suggestion);
  await io.say("");
  await io.say(redactPeople(`${done + 1} of ${total}, ${type}: ${placeText(question)}`));
  const beside = (text: string | null) => (text === null ? [] : [`| ${shortened(text)}`]);
  const lines = [...beside(before), `> ${sentence}`, ...beside(after)];
  for (const text of [...lines, `${what}, ${Math.round(confidence * 100)} %`, because]) {
    await io.sayIndented(redactPeople(text));
  }
}

/** The answer that accepts a suggestion as it is; null where a required value is open. */
export function acceptanceOf(suggestion: Suggestion): Answer | null {
  const { type, competency } = suggestion;
  if (type === "gap") {
    if (competency === null) return null;
    return { decision: "accepted", type, competency, kind: suggestion.kind, team: null };
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
      ? [competency, answer.kind, answer.team && `missing in ${answer.team}`]
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
    ? { ...nothing, type, kind: null, team: null }
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

/** The choice to name a team that the taxonomy does not list; empty where the team is known. */
export function namingChoices(suggestion: Suggestion): readonly Choice[] {
  if (suggestion.type === "gap" || suggestion.to !== null) return [];
  const name = "Name the team, which the taxonomy does not list";
  return [{ value: "name", name, short: "Name the team" }];
}

/** Accepts an escalation to a team whose name a person types. */
export async function askTeamName(
  { from, reason, competency }: EscalationSuggestion,
  { teams }: Taxonomy,
  ask: Ask,
): Promise<Answer> {
  const validate = (text: string) => {
    if (text.trim() === "") return "Name the team that was asked.";
    return redactPeople(text) === text || "This reads like a person: name the team.";
  };
  const typed = (await ask.text("Name of the team that was asked", { validate })).trim();
  const to = idOf(teams, typed);
  return { decision: "accepted", type: "escalation", to, from, reason, competency };
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

/** A choice that may be left open. */
async function askOptional(
  message: string,
  first: string | null,
  choices: readonly Choice[],
  ask: Ask,
): Promise<string | null> {
  if (choices.length === 0) return first;
  const answer = await ask.one(message, startingWith(first, [NOT_SAID, ...choices]));
  return answer === NONE ? null : answer;
}

async function editGap(
  gap: GapSuggestion,
  [team]: readonly string[],
  { competencies, kinds, teams }: Taxonomy,
  ask: Ask,
): Promise<Answer> {
  const competency = await ask.one(
    "Competency",
    startingWith(gap.competency, choicesOf(competencies)),
  );
  const kind =
    kinds.length === 0 ? gap.kind : await ask.one("Kind", startingWith(gap.kind, choicesOf(kinds)));
  const lacking = await askOptional(WHICH_TEAM, team ?? null, choicesOf(teams), ask);
  return { type: "gap", decision: "accepted", competency, kind, team: lacking };
}

async function editEscalation(
  { to: asked, from: asking, reason: presumed, competency: sought }: EscalationSuggestion,
  { teams, competencies }: Taxonomy,
  ask: Ask,
): Promise<Answer> {
  const reasons = REASONS.map((id) => ({ id, name: id, aliases: [] }));
  const to = await ask.one("To which team", startingWith(asked, choicesOf(teams)));
  const from = await askOptional("From which team", asking, choicesOf(teams), ask);
  const reason = await askOptional("What was sought", presumed, choicesOf(reasons), ask);
  const competency = await askOptional("Which competency", sought, choicesOf(competencies), ask);
  return { type: "escalation", decision: "accepted", to, from, reason, competency };
}

/** An accepted gap with the team that lacked the skill, asked for where several may have. */
export async function withTeam(
  answer: Answer | null,
  { teams }: Question,
  taxonomy: Taxonomy,
  ask: Ask,
): Promise<Answer | null> {
  if (answer?.type !== "gap" || teams.length < 2) return answer;
  const choices = choicesOf(taxonomy.teams.filter(({ id }) => teams.includes(id)));
  const team = await ask.one(WHICH_TEAM, [...choices, NOT_SAID]);
  return { ...answer, team: team === NONE ? null : team };
}

/** Asks for the values with which to accept a suggestion. */
export function askEdits(
  { suggestion, teams }: Question,
  taxonomy: Taxonomy,
  ask: Ask,
): Promise<Answer> {
  return suggestion.type === "gap"
    ? editGap(suggestion, teams, taxonomy, ask)
    : editEscalation(suggestion, taxonomy, ask);
}
