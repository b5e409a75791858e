import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { withoutPeople } from "../../../src/privacy/without-people.ts";
import { COMPLETE_FACTS } from "../../support/complete-facts.ts";
import { CONTEXT, read } from "../../support/context.ts";

const SHORT = ["title", "milestones", "gaps", "names"] as const;

function complete(title: string, body: string): string {
  return `---
title: ${JSON.stringify(title)}
${COMPLETE_FACTS}
---

# ${title}

${body}
`;
}

function shownTitle(text: string, needs?: typeof SHORT): string | undefined {
  return withoutPeople(read(text, needs), peopleOf(CONTEXT)).title?.value;
}

const NAMES = [
  ...["Jane Roe", "jane.roe", "jroe", "Conor O'Brien", "Anne-Marie Duff", "Jan van der Berg"],
  ...[
    "Will May",
    "Dr. Mara Lind",
    "Zoë Sørensen",
    "Иван Петров",
    "李小龙",
    "J. R. Okafor",
    "d'Arc Jeanne",
  ],
];
const FORMS: readonly ((name: string) => string)[] = [
  (name) => `Attendees: ${name}, Bo Lund`,
  (name) => `**Authors:** Bo Lund and ${name}`,
  (name) => `**Incident commander** ${name}`,
  (name) => `Scribe: Bo Lund / ${name} (search)`,
  (name) => `## Attendees\n\n- Bo Lund\n- ${name}`,
  (name) => `## Attendees\n\n- **${name}**, who paged`,
  (name) => `## Attendees\n\n${name}\nBo Lund`,
  (name) => `Attendees:\n\n* ${name}\n* Bo Lund`,
  (name) => `| Role | Name |\n|---|---|\n| Incident commander | ${name} |`,
  (name) => `| Action | Owner |\n|---|---|\n| Add an alert | ${name} |`,
  (name) => `| Action | Owner |\n|---|---|\n| Add an alert | *${name}*<br>Bo Lund |`,
  (name) => `## Actions\n\n- [ ] Add an alert (owner: ${name}, due 2026-03-01)`,
  (name) => `Author: [${name}](https://example.com/people)`,
  (name) => `Author: @${name.replaceAll(" ", "-")}`,
  (name) => `Author: ${name.replaceAll(/\W+/g, ".").toLowerCase()}@example.com`,
  (name) => `> Reviewed by: _${name}_`,
  (name) => `_Written by ${name} on 3 May 2026_`,
  (name) => `By ${name}, 3 May 2026`,
  (name) => `Held on 3 May · facilitator: ${name} · 6 people`,
  (name) => `3 May 2026 | ${name} (IC), Bo Lund (scribe)`,
  (name) => `We paged incident commander ${name} at once.`,
];
const TITLES: readonly ((name: string) => string)[] = [
  (name) => `${name} restarted the broker`,
  (name) => `The broker that ${name.split(" ")[0] ?? ""} restarted`,
  (name) => `The broker of ${name.split(" ").at(-1) ?? ""}'s team stalled`,
  (name) => `broker: ${name.toLowerCase()}`,
  (name) => `Broker, ${name.split(" ").toReversed().join(", ")}`,
  (name) => name.split(" ").join("-"),
  (name) => `${name.charAt(0)}${name.split(" ").at(-1) ?? ""} stalled`.toLowerCase(),
  (name) => `${name.split(" ")[0] ?? ""}${name.split(" ").at(-1)?.charAt(0) ?? ""}`.toLowerCase(),
  (name) => name.split(/[ '.-]/).at(-1) ?? "",
];

test.each(NAMES)(
  "a title has no name, %s, that its body lists, however little was read",
  (name) => {
    for (const form of FORMS) {
      for (const title of TITLES) {
        const text = complete(title(name), form(name));
        expect(shownTitle(text, SHORT), text).toBe(shownTitle(text));
      }
    }
  },
);

const FORMATS = "test/eval/formats";
const bodies = readdirSync(FORMATS)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(`${FORMATS}/${name}`, "utf8"))
  .map((text) => text.replaceAll("\r", "").replace(/^---\n[\s\S]*?\n---\n/, ""));

test("whoever any document lists is withheld in a title of its own", () => {
  let count = 0;
  for (const body of bodies) {
    const { full, single } = read(complete("A lag", body)).listedNames;
    for (const name of [...full, ...single]) {
      const text = complete(`It was ${name} again`, body);
      expect(shownTitle(text, SHORT), text).toBe(shownTitle(text));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(50);
});

test("a body is not read where it lists nobody whom the title may name", () => {
  const body =
    "Attendees: Jane Roe\n\n| Action | Owner |\n|---|---|\n| Tune the queue | payments |";
  expect(read(complete("The queue of checkout stalled", body), SHORT).bodyRead).toBe(false);
  expect(read(complete("The queue stalled for Jane", body), SHORT).bodyRead).toBe(true);
});

test("a body is read where its prose names somebody whom the title may name", () => {
  const body = "According to Marigold Atherley, the queue was full. Piotr Łęcki restarted it.";
  expect(read(complete("The queue of checkout stalled", body), SHORT).bodyRead).toBe(false);
  for (const name of ["Marigold", "Lecki", "plecki", "Łęcki"]) {
    const text = complete(`The queue of ${name} stalled`, body);
    expect(read(text, SHORT).bodyRead).toBe(true);
    expect(shownTitle(text, SHORT)).toBe("The queue of [person] stalled");
  }
});
