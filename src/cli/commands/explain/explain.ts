import { Chalk } from "chalk";
import { Option } from "commander";
import { UsageError } from "../../../core/errors.ts";
import type { RenderOptions } from "../../../core/output/render-options.ts";
import {
  findTerm,
  foldName,
  type Kind,
  type Service,
  type Term,
  TERM_LIST_NAMES,
  TERM_LISTS,
} from "../../../core/taxonomy.ts";
import { nameMeant } from "../../../core/text/did-you-mean.ts";
import { wrapLine } from "../../../formats/tables/wrap-line.ts";
import { anonymisedFolder } from "../../../jobs/anonymised.ts";
import { readDocuments } from "../../../jobs/taxonomy/taxonomy.ts";
import type { Rule } from "../../../lint/define.ts";
import { RULES } from "../../../lint/rules/index.ts";
import { peopleOf } from "../../../people/people-of.ts";
import type { Project } from "../../../project/project.ts";
import { VERDICTS } from "../../../reports/gaps/verdict.ts";
import {
  OVER_TIME,
  OVER_TIME_MEANING,
  VERDICT_REMEDIES,
  verdictMeanings,
} from "../../../reports/gaps/verdict-meanings.ts";
import { type AddCommand, GROUPS } from "../../command.ts";
import { openFor } from "../../open.ts";
import { addLocationOptions, type LocationOptions } from "../../options.ts";
import { exampleNote, levelText, ruleIndex, rulePage, settingText } from "./rule-page.ts";
import { competencyPage, type Seen, termPage } from "./term-page.ts";

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : `    ${line}`))
    .join("\n");
}

function listText(columns: number | null): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  const lines = RULES.map(({ id, defaultLevel, summary }) => {
    return wrapLine(`${id.padEnd(width)}  ${defaultLevel.padEnd(7)}  ${summary}`, columns);
  });
  return `${lines.join("\n")}\n`;
}

function ruleText(rule: Rule, { color, width }: RenderOptions): string {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const examples =
    rule.bad === ""
      ? []
      : [
          chalk.bold(`Fails${exampleNote(rule)}`),
          indented(rule.bad),
          "",
          chalk.bold("Passes"),
          indented(rule.good),
          "",
        ];
  return [
    chalk.bold(rule.id),
    wrapLine(rule.summary, width),
    "",
    wrapLine(rule.why, width),
    "",
    wrapLine(rule.helps, width),
    "",
    `Level: ${levelText(rule)}. In pm.yaml:`,
    indented(settingText(rule)),
    "",
    ...examples,
  ].join("\n");
}

interface ExplainOptions extends LocationOptions {
  readonly format: "text" | "markdown";
}

function ruleNamed(id: string): Rule | null {
  return RULES.find((one) => one.id === id) ?? null;
}

/** The incidents in which a term can be counted; null where there is no folder of them. */
async function seenIn(project: Project): Promise<Seen | null> {
  const read = await readDocuments(project, () => undefined);
  if (!read.ok || read.value.postmortems.length === 0) return null;
  return anonymisedFolder(read.value.postmortems, project, { teams: [], services: [] });
}

function remedyOf(kind: Kind): readonly string[] {
  return kind.remedy === null ? [] : [`It calls for: ${kind.remedy}.`];
}

function ownerOf({ owner }: Service): readonly string[] {
  return owner === "" ? [] : [`Owned by ${owner}.`];
}

/** The page of a term of the taxonomy, a competency first; null for a name that is none. */
async function termLines(name: string, project: Project): Promise<readonly string[] | null> {
  const { taxonomy } = project;
  const competency = findTerm(taxonomy.competencies, name);
  if (competency) return competencyPage(competency, taxonomy, await seenIn(project));
  const kind = findTerm(taxonomy.kinds, name);
  if (kind) return termPage(kind, "kind of gap", remedyOf(kind));
  const service = findTerm(taxonomy.services, name);
  if (service) return termPage(service, "service", ownerOf(service));
  for (const list of TERM_LIST_NAMES) {
    const term = findTerm<Term>(taxonomy[list], name);
    if (term) return termPage(term, TERM_LISTS[list].noun.replace("-", " "), []);
  }
  return null;
}

function verdictLines(name: string, { config }: Project): readonly string[] | null {
  if (OVER_TIME.test(foldName(name))) {
    return [name, OVER_TIME_MEANING, "", VERDICT_REMEDIES.unknown];
  }
  const verdict = VERDICTS.find((one) => foldName(one) === foldName(name));
  if (verdict === undefined) return null;
  return [verdict, verdictMeanings(config.thresholds)[verdict], "", VERDICT_REMEDIES[verdict]];
}

function unknownName(name: string, { taxonomy }: Project): UsageError {
  const known = [
    ...RULES.map(({ id }) => id),
    ...VERDICTS,
    ...TERM_LIST_NAMES.flatMap((list) => taxonomy[list].map(({ id }) => id)),
    ...taxonomy.competencies.map(({ id }) => id.slice(id.lastIndexOf(".") + 1)),
  ];
  const near = nameMeant(name, known);
  const whole = taxonomy.competencies.find(({ id }) => id.endsWith(`.${near ?? ""}`))?.id ?? near;
  const lists = "`pm explain` lists the rules, `pm taxonomy list` the terms.";
  return new UsageError(
    `Unknown rule, term or verdict \`${name}\``,
    whole === null ? lists : `Did you mean \`${whole}\`?`,
  );
}

/** `pm explain`: says what a rule, a term of the taxonomy or a verdict means. */
export const addExplainCommand: AddCommand = (program, io) => {
  const command = program
    .command("explain")
    .helpGroup(GROUPS.check)
    .summary("Explain a lint rule, a competency, another term or a verdict")
    .description(
      "Explain a lint rule, with a failing and a passing document; a competency, with what to learn from, how often " +
        "it was missing and who was asked for it; another term of the taxonomy; or a verdict. Without a subject, list " +
        "all rules.",
    )
    .argument("[subject]", "id of a rule, a competency or another term, or a verdict")
    .addOption(
      new Option("--format <name>", "output format of rules")
        .choices(["text", "markdown"])
        .default("text"),
    );
  addLocationOptions(command).action(async (name: string | undefined, options: ExplainOptions) => {
    const rule = name === undefined ? null : ruleNamed(name);
    if (options.format === "markdown" && (rule || name === undefined)) {
      await io.result(rule ? rulePage(rule) : ruleIndex(RULES));
      return;
    }
    if (name === undefined || rule) {
      await io.result(rule ? ruleText(rule, io.look()) : listText(io.look().width));
      return;
    }
    const project = await openFor(options, io);
    const lines = verdictLines(name, project) ?? (await termLines(name, project));
    if (lines === null) throw unknownName(name, project);
    const { redact } = peopleOf(project);
    const { width } = io.look();
    await io.result(`${lines.map((line) => wrapLine(redact(line), width)).join("\n")}\n`);
  });
};
