import { counted } from "../../core/counted.ts";
import { column, type ColumnOf, tabulate } from "../../core/output/tabulate.ts";
import { competencyName } from "../../core/settings/competency-names.ts";
import type { Section } from "../../core/table.ts";
import type { Taxonomy } from "../../core/taxonomy.ts";
import { verb } from "../shared/words.ts";
import type { GapStateRow } from "./gap-states.ts";

/** Something to talk about, with the figure that raises it. */
interface Question {
  readonly question: string;
  readonly figure: string;
  /** The key of the section that holds the figure. */
  readonly from: string;
}

/** What questions are derived from. */
export interface QuestionData {
  readonly gaps: readonly GapStateRow[];
  readonly taxonomy: Taxonomy;
  /** Sections of the packet, by their keys. */
  readonly sections: readonly Section[];
  /** Minutes from which a diagnosis is an extended one. */
  readonly extendedMinutes: number;
}

/** More questions than this are not discussed in one meeting. */
const MOST = 8;

const COLUMNS: readonly ColumnOf<Question>[] = [
  column("question", "To discuss", "text", 1, ({ question }) => question),
  column("figure", "What raises it", "text", 1, ({ figure }) => figure),
  column("figure_section", "In", "text", 3, ({ from }) => from),
];

/** A section of the packet; undefined where it has none of the key. */
function sectionOf({ sections }: QuestionData, key: string): Section | undefined {
  return sections.find((section) => section.key === key);
}

function rowsOf(data: QuestionData, key: string): number {
  return sectionOf(data, key)?.rows.length ?? 0;
}

/** The cells of a column of a section, from the first row to the last. */
function cellsOf(data: QuestionData, key: string, columnKey: string) {
  const section = sectionOf(data, key);
  const at = section?.columns.findIndex((one) => one.key === columnKey) ?? -1;
  return section === undefined || at === -1 ? [] : section.rows.map((row) => row[at] ?? null);
}

function aboutGaps({ gaps, taxonomy }: QuestionData): readonly Question[] {
  const lasting = gaps.filter(({ state, now }) => state === "continuing" && now > 0).slice(0, 2);
  const systemic = gaps.filter(({ judgement, now }) => judgement?.kind === "systemic" && now > 0);
  const [first] = systemic;
  return [
    ...lasting.map(({ competency, ever }) => ({
      question: `What would make ${competencyName(taxonomy, competency)} stop coming back?`,
      figure: `missing again; ${counted(ever, "incident")} so far`,
      from: "gap_states",
    })),
    ...(first
      ? [
          {
            question: `Is ${competencyName(taxonomy, first.competency)} in the plan (pm plan)?`,
            figure: `systemic; missing in ${counted(first.ever, "incident")} so far`,
            from: "gap_states",
          },
        ]
      : []),
  ];
}

function aboutTimes(data: QuestionData): readonly Question[] {
  const count = rowsOf(data, "extended");
  if (count === 0) return [];
  const many = verb(count, "diagnosis", "diagnoses");
  return [
    {
      question: "Which signal would have shortened the long diagnoses?",
      figure: `${count} ${many} of more than ${data.extendedMinutes} minutes`,
      from: "extended",
    },
  ];
}

function aboutActions(data: QuestionData): readonly Question[] {
  const overdue = cellsOf(data, "open", "overdue_days").filter((days) => days !== null).length;
  const back = cellsOf(data, "effects", "outcome").filter((text) => text === "came back").length;
  const reviews = cellsOf(data, "reviews", "overdue_days").filter((days) => days !== null).length;
  return [
    ...(overdue > 0
      ? [
          {
            question: "Which overdue actions do we still want, and who takes them?",
            figure: counted(overdue, "overdue action"),
            from: "open",
          },
        ]
      : []),
    ...(back > 0
      ? [
          {
            question: "Why did these actions not hold?",
            figure: `after ${counted(back, "done action")} the gap came back`,
            from: "effects",
          },
        ]
      : []),
    ...(reviews > 0
      ? [
          {
            question: "When are the overdue follow-up reviews held?",
            figure: counted(reviews, "overdue review"),
            from: "reviews",
          },
        ]
      : []),
  ];
}

function aboutWork(data: QuestionData): readonly Question[] {
  const [waiting, thin] = [rowsOf(data, "waiting"), rowsOf(data, "documents")];
  return [
    ...(waiting > 0
      ? [
          {
            question: "Who reviews the suggestions?",
            figure: `${counted(waiting, "postmortem")} with suggestions awaiting review`,
            from: "waiting",
          },
        ]
      : []),
    ...(thin > 0
      ? [
          {
            question: "Which document is worth completing first?",
            figure: sectionOf(data, "documents")?.finding ?? "",
            from: "documents",
          },
        ]
      : []),
  ];
}

/** Questions that the figures raise, at most eight, in the order of the packet. */
export function questionsSection(data: QuestionData): Section {
  const all = [...aboutGaps(data), ...aboutTimes(data), ...aboutActions(data), ...aboutWork(data)];
  const questions = all.slice(0, MOST);
  return tabulate({
    key: "questions",
    title: "Questions to discuss",
    columns: COLUMNS,
    items: questions.map((one) => ({ ...one, from: sectionOf(data, one.from)?.title ?? one.from })),
    finding:
      questions.length > 0 ? `The figures raise ${counted(questions.length, "question")}` : null,
    whenEmpty: "The figures of this window raise no question.",
  });
}
