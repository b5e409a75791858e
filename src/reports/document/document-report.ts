import { counted } from "../../core/counted.ts";
import { countSuggested } from "../../core/document/confirmed.ts";
import { unreadNote } from "../../core/document/unread-parts.ts";
import type { Fact, Postmortem } from "../../core/postmortem.ts";
import type { Report, Row, Section } from "../../core/table.ts";
import { isoInstant } from "../../core/time/calendar.ts";
import { confirmedFrom, from, FROM_COLUMNS, text } from "./columns.ts";
import { durationsSection, timelineSection, timesSection } from "./times.ts";

function factRow(name: string, fact: Fact<string | number> | null): Row {
  return fact ? [name, String(fact.value), ...from(fact.source)] : [name, null, null, null];
}

function factRows(name: string, facts: readonly Fact<string>[]): readonly Row[] {
  return facts.length === 0 ? [factRow(name, null)] : facts.map((fact) => factRow(name, fact));
}

/** The language of a document that is not in English. */
function languageRow({ language }: Postmortem): readonly Row[] {
  return language ? [["language", language.name, null, null]] : [];
}

function languageNotes({ language }: Postmortem): readonly string[] {
  if (!language) return [];
  return [
    language.isKnown
      ? "Rules on wording and suggestions are in English only: they skip this document."
      : `It looks like ${language.name}: no vocabulary, so only the frontmatter was read.`,
  ];
}

function factsSection(document: Postmortem): Section {
  const { conditions, review } = document;
  return {
    key: "facts",
    title: "Facts",
    columns: [text("fact", "Fact"), text("value", "Value"), ...FROM_COLUMNS],
    rows: [
      factRow("id", document.id),
      factRow("title", document.title),
      factRow("status", document.status),
      ...languageRow(document),
      factRow("severity", document.severity),
      ...factRows("service", document.services),
      ...factRows("team", document.teams),
      factRow("detected by", document.detectedBy),
      factRow("trigger", document.trigger),
      ...factRows("cause", document.causes),
      ...Object.entries(conditions ?? {}).flatMap(
        ([name, fact]: [string, Fact<string | number> | null]) =>
          fact ? [factRow(name, fact)] : [],
      ),
      factRow("review due", review?.due ?? null),
      factRow("review criteria", review?.criteria ?? null),
    ],
    whenEmpty: "",
    notes: [],
  };
}

function gapsSection({ gaps }: Postmortem): Section {
  return {
    key: "gaps",
    title: "Gaps",
    columns: [
      text("competency", "Competency"),
      text("kind", "Kind"),
      text("team", "Team"),
      text("phase", "Phase"),
      text("evidence", "Evidence", 2),
      ...FROM_COLUMNS,
    ],
    rows: gaps.map((gap): Row => {
      const { competency, kind, team, phase, evidence } = gap;
      const values = [competency, kind, team, phase, evidence].map((fact) => fact?.value ?? null);
      return [...values, ...confirmedFrom(gap)];
    }),
    whenEmpty: "No gaps are tagged.",
    notes: [],
  };
}

function escalationsSection({ escalations }: Postmortem): Section {
  return {
    key: "escalations",
    title: "Escalations",
    columns: [
      { key: "at", label: "At", type: "instant", priority: 2 },
      text("from_team", "From team"),
      text("to_team", "To team"),
      text("reason", "Reason"),
      text("competency", "Competency"),
      text("evidence", "Evidence", 3),
      ...FROM_COLUMNS,
    ],
    rows: escalations.map((escalation): Row => {
      const { at, from: asking, to, reason, competency, evidence } = escalation;
      const values = [asking, to, reason, competency, evidence].map((fact) => fact?.value ?? null);
      return [at ? isoInstant(at.value) : null, ...values, ...confirmedFrom(escalation)];
    }),
    whenEmpty: "No escalations are stated.",
    notes: [],
  };
}

function actionsSection({ actions }: Postmortem): Section {
  return {
    key: "actions",
    title: "Actions",
    columns: [
      text("action", "Action"),
      text("owner", "Owner"),
      text("due", "Due"),
      text("status", "Status"),
      text("done", "Done", 2),
      text("competency", "Competency", 2),
      ...FROM_COLUMNS,
    ],
    rows: actions.map(({ title, owner, due, status, done, competency, source }): Row => {
      const facts = [title, owner, due, status, done, competency];
      const values = facts.map((fact) => fact?.value ?? null);
      return [...values, ...from(source)];
    }),
    whenEmpty: "No actions are stated.",
    notes: [],
  };
}

function factorsSection({ factors }: Postmortem): Section {
  return {
    key: "factors",
    title: "Contributing factors",
    columns: [text("factor", "Factor"), ...FROM_COLUMNS],
    rows: factors.map(({ value, source }): Row => [value, ...from(source)]),
    whenEmpty: "No contributing factors were found.",
    notes: [],
  };
}

function sectionsSection({ sections }: Postmortem): Section {
  return {
    key: "sections",
    title: "Sections",
    columns: [
      text("heading", "Heading"),
      text("read_as", "Read as"),
      { key: "words", label: "Words", type: "count", priority: 1 },
      { key: "line", label: "Line", type: "count", priority: 2 },
    ],
    rows: sections.map(({ heading, kind, words, range }): Row => {
      return [
        heading === "" ? "(before the first heading)" : heading,
        kind,
        words,
        range.start.line,
      ];
    }),
    whenEmpty: "The body is empty.",
    notes: [],
  };
}

function waitingNotes(document: Postmortem): readonly string[] {
  const waiting = countSuggested([document]);
  if (waiting === null) return [];
  const { what, total } = waiting;
  const [are, them] = total === 1 ? ["is", "it"] : ["are", "them"];
  return [
    `${what} ${are} not confirmed, and no report counts ${them} until then: see \`pm lint\`.`,
  ];
}

/** How many errors and warnings the rules find in a document. */
export type FindingCounts = Readonly<Record<"error" | "warning", number>>;

function findingsNotes({ path }: Postmortem, { error, warning }: FindingCounts): readonly string[] {
  if (error + warning === 0) return [];
  return [
    `${counted(error, "error")} and ${counted(warning, "warning")} in it: \`pm lint ${path}\` says where.`,
  ];
}

/**
 * Everything that pm understood of one document, and from where.
 * @param timeZone the zone for dates without a time.
 * @param findings how many findings lint has of it.
 */
export function documentReport(
  document: Postmortem,
  timeZone: string,
  findings: FindingCounts,
): Report {
  const unread = unreadNote(document.problems);
  return {
    name: "show",
    title: document.title?.value ?? document.id.value,
    subtitle: document.path,
    sections: [
      factsSection(document),
      timesSection(document, timeZone),
      durationsSection(document),
      gapsSection(document),
      escalationsSection(document),
      actionsSection(document),
      factorsSection(document),
      timelineSection(document),
      sectionsSection(document),
    ],
    notes: [
      ...waitingNotes(document),
      ...languageNotes(document),
      ...(unread === null ? [] : [`${unread} The rule \`not-understood\` lists them.`]),
      ...findingsNotes(document, findings),
    ],
  };
}
