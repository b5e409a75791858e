import { describe, expect, test } from "vitest";
import { read } from "../../support/context.ts";

function namesIn(text: string): readonly string[] {
  const { full, single } = read(`# The queue stalled\n\n${text}\n`).listedNames;
  return [...full, ...single].toSorted();
}

describe("labels of people in another language than the document", () => {
  test.each([
    "Verfasser: Orvanda Quillmore",
    "Teilnehmer: Orvanda Quillmore",
    "Rédigé par : Orvanda Quillmore",
    "Участники: Orvanda Quillmore",
    "作成者: Orvanda Quillmore",
    "| Severity | SEV2 |\n|---|---|\n| Teilnehmende | Orvanda Quillmore |",
    "Responsável: Orvanda Quillmore",
  ])("%s", (text) => {
    expect(namesIn(text)).toEqual(["Orvanda", "Orvanda Quillmore", "Quillmore"]);
  });

  test("a team below such a label is none", () => {
    expect(namesIn("Verantwortlich: Platform\nTeilnehmer: Platform Team")).toEqual([]);
  });
});

describe("owners that are no people", () => {
  test.each(["Observability Guild", "Mission Control", "Incident Task Force"])("%s", (owner) => {
    expect(namesIn(`| Action | Owner |\n|---|---|\n| Fix it | ${owner} |`)).toEqual([]);
  });

  test("whoever has a first name is a person", () => {
    const table = "| Action | Owner |\n|---|---|\n| Fix it | Anna Control |";
    expect(namesIn(table)).toContain("Anna Control");
  });
});
