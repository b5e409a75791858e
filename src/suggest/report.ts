import { counted } from "../core/counted.ts";
import type { Column, Report, Row, Section } from "../core/table.ts";
import type { EscalationSuggestion, GapSuggestion, Suggestion } from "./define.ts";

/** What a list of suggestions says beside them. */
export interface SuggestionList {
  readonly suggestions: readonly Suggestion[];
  /** How many documents were read. */
  readonly documents: number;
  readonly minConfidence: number;
  /** What they rest on and what was left out, as sentences. */
  readonly notes: readonly string[];
}

function text(key: string, label: string, priority: Column["priority"]): Column {
  return { key, label, type: "text", priority };
}

const CONFIDENCE: Column = {
  key: "confidence",
  label: "Confidence",
  type: "share",
  priority: 2,
};

const PLACE = text("place", "Place", 1);
const SENTENCE = text("sentence", "Sentence", 1);

function placeOf({ path, range }: Suggestion): string {
  return `${path}:${range.start.line}`;
}

function gapRow(gap: GapSuggestion): Row {
  const { competency, kind, phase, confidence, sentence, because } = gap;
  return [placeOf(gap), competency, kind, phase, confidence, sentence, because];
}

function escalationRow(escalation: EscalationSuggestion): Row {
  const { from, to, reason, competency, confidence, sentence, because } = escalation;
  return [placeOf(escalation), from, to, reason, competency, confidence, sentence, because];
}

function gapSection(gaps: readonly GapSuggestion[], minConfidence: number): Section {
  return {
    key: "gaps",
    title: "Gaps",
    columns: [
      PLACE,
      text("competency", "Competency", 1),
      text("kind", "Kind", 1),
      text("phase", "Phase", 3),
      CONFIDENCE,
      SENTENCE,
      text("reason", "Reason", 2),
    ],
    rows: gaps.map(gapRow),
    isBlocks: true,
    whenEmpty: `No sentence suggests a gap with a confidence of ${minConfidence} or more.`,
    notes:
      gaps.length === 0
        ? []
        : [
            "Confidence: how likely the sentence describes a gap; its competency and kind are less certain.",
          ],
  };
}

function escalationSection(escalations: readonly EscalationSuggestion[]): Section {
  return {
    key: "escalations",
    title: "Escalations",
    columns: [
      PLACE,
      text("from", "From", 2),
      text("to", "To", 1),
      text("why", "Sought", 2),
      text("competency", "Competency", 3),
      CONFIDENCE,
      SENTENCE,
      text("reason", "Reason", 2),
    ],
    rows: escalations.map(escalationRow),
    isBlocks: true,
    whenEmpty: "No sentence suggests an escalation to another team.",
    notes: [],
  };
}

/** What `pm suggest` prints. */
export function suggestionReport(list: SuggestionList): Report {
  const { suggestions, documents, minConfidence, notes } = list;
  const gaps = suggestions.filter((one) => one.type === "gap");
  const escalations = suggestions.filter((one) => one.type === "escalation");
  const sections = [gapSection(gaps, minConfidence)];
  const isJudged = gaps.some(({ judgedBy }) => judgedBy !== undefined);
  const restOn = isJudged ? "wording and on what a language model makes of it" : "wording alone";
  return {
    name: "suggest",
    title: "Suggested gaps and escalations",
    subtitle: `${counted(documents, "postmortem")}, confidence from ${minConfidence}${isJudged ? ", or judged" : ""}`,
    sections: [...sections, escalationSection(escalations)],
    notes:
      suggestions.length === 0
        ? notes
        : [
            ...notes,
            `These proposals rest on ${restOn}, and no report counts them: \`pm suggest --interactive --write\` asks about each.`,
          ],
  };
}
