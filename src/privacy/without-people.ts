import { actionWith, escalationWith, gapWith, reviewWith } from "../core/document/entry-facts.ts";
import { frontmatterOnlyWith } from "../core/document/frontmatter-only.ts";
import { NO_NAMES } from "../core/document/listed-names.ts";
import type { Fact, Postmortem, Timeline } from "../core/postmortem.ts";
import type { Recogniser, Redact } from "../people/recogniser.ts";

function factWith<Value extends Fact<unknown> | null>(fact: Value, redact: Redact): Value {
  if (fact === null) return fact;
  const { value, written } = fact;
  if (typeof value !== "string") return fact;
  const shown = redact(value);
  const shownWritten = written === undefined ? {} : { written: redact(written) };
  return shown === value && shownWritten.written === written
    ? fact
    : { ...fact, value: shown, ...shownWritten };
}

function timelineWith(timeline: Timeline | null, redact: Redact): Timeline | null {
  if (timeline === null) return null;
  const rows = timeline.rows.map((row) => {
    return { ...row, text: redact(row.text), written: redact(row.written) };
  });
  return { ...timeline, rows, zone: timeline.zone === null ? null : redact(timeline.zone) };
}

/**
 * The postmortem as it may be printed: {@link WITHHELD} stands wherever a text of it names a person by
 * an address, a handle or a name that the document lists. Each field is named here, so that a new one
 * does not compile before it is decided what becomes of it. The words of its prose stay: whoever prints
 * them leaves out those at `namedPeople`; `problems` are for rules, whose messages are redacted.
 */
export function withoutPeople(postmortem: Postmortem, people: Recogniser): Postmortem {
  const search = people.search(postmortem.listedNames);
  const redact: Redact = (text) => people.redact(text, search);
  const fact = <Value extends Fact<unknown> | null>(value: Value) => factWith(value, redact);
  const facts = (values: readonly Fact<string>[]) => values.map(fact);
  const { path, hasFrontmatter, status, published, milestones, unknownMilestones } = postmortem;
  const { timelineMilestones, statedDurations, sentences, namedPeople, language } = postmortem;
  const { directives, problems, bodyRead, inapplicableMilestones } = postmortem;
  return {
    ...{ path, hasFrontmatter, status, published, milestones, unknownMilestones },
    ...(language ? { language } : {}),
    ...(inapplicableMilestones ? { inapplicableMilestones } : {}),
    ...{ timelineMilestones, statedDurations, sentences, namedPeople },
    ...{ directives, problems, bodyRead },
    listedNames: NO_NAMES,
    id: fact(postmortem.id),
    title: fact(postmortem.title),
    severity: fact(postmortem.severity),
    services: facts(postmortem.services),
    teams: facts(postmortem.teams),
    detectedBy: fact(postmortem.detectedBy),
    trigger: fact(postmortem.trigger),
    causes: facts(postmortem.causes),
    gaps: postmortem.gaps.map((one) => gapWith(one, fact)),
    escalations: postmortem.escalations.map((one) => escalationWith(one, fact)),
    actions: postmortem.actions.map((one) => actionWith(one, fact)),
    review: postmortem.review && reviewWith(postmortem.review, fact),
    timeline: timelineWith(postmortem.timeline, redact),
    unclearDay: fact(postmortem.unclearDay),
    factors: facts(postmortem.factors),
    sections: postmortem.sections.map((one) => ({ ...one, heading: redact(one.heading) })),
    labels: postmortem.labels.map(({ label, value, range }) => {
      return { label: redact(label), value: redact(value), range };
    }),
    prompts: postmortem.prompts.map((one) => ({ ...one, text: redact(one.text) })),
    ...frontmatterOnlyWith(postmortem, fact),
  };
}
