import { describe, expect, test } from "vitest";
import { listedWords, personWordsOf } from "../../src/likeness/person-words.ts";
import { lexiconOf, numberWords } from "../../src/likeness/words.ts";
import { TAXONOMY } from "../support/build-query.ts";
import { read } from "../support/context.ts";
import { compared, written } from "./support.ts";

const DOCUMENT = `---
title: Checkout stalled
services: [checkout]
causes: [capacity]
trigger: unknown
gaps:
  - competency: messaging.backpressure
    evidence: Lag read as dip.
escalations:
  - { from: payments, to: platform, competency: observability.tracing }
---

# Checkout stalled

Author: Jane Doe

## Summary

Orders waited. Jane called @jane.

## Root cause

Retries had no limit.

## Contributing factors

- Nobody rehearsed. (gap: messaging.ordering, knowledge)

## Timeline

| Time | Event |
|---|---|
| 2026-01-01 10:00 | Consumers restarted |

## What went well

- Dashboards helped.

## Attendees

- Jane Doe (payments), Piet
`;

describe("likenessDocuments", () => {
  const document = compared(read(DOCUMENT, ["everything", "prose"]));

  test.each([
    ["title", "checkout stalled"],
    ["competencies", "messaging backpressure messaging ordering observability tracing"],
    ["services", "checkout"],
    ["factors", "lag read dip nobody rehearsed capacity retries limit"],
    ["prose", "orders waited called"],
    ["timeline", "consumers restarted"],
  ] as const)("reads %s", (field, expected) => {
    expect(written(document, field).join(" ")).toBe(expected);
  });

  test("gives the competencies that were missing or sought", () => {
    expect(document.competencies).toEqual([
      "messaging.backpressure",
      "messaging.ordering",
      "observability.tracing",
    ]);
  });

  test("a document without known sections gives its prose, no cells of forms", () => {
    const text = "# Outage\n\nAuthor: Jane Doe\n\nThe broker was full and then it lost messages.\n";
    const plain = compared(read(text, ["everything", "prose"]));
    expect(written(plain, "prose").join(" ")).toBe("broker full then lost messages");
  });
});

describe("personWordsOf", () => {
  const incident = read(DOCUMENT, ["everything", "prose"]);
  const documents = [{ incident, named: ["klaas"], listed: listedWords(incident) }];
  const clues = { taxonomy: TAXONOMY, notNames: ["engineer", "author"] };

  test("holds names that the prose and the lists have, and nothing that the taxonomy has", () => {
    expect([...personWordsOf(documents, clues)]).toEqual(["klaas", "jane", "doe", "piet"]);
  });

  test("no word of them is read", () => {
    const text = "Jane restarted Piet's broker";
    const words = numberWords([]);
    words.read(text);
    const lexicon = lexiconOf(words, personWordsOf(documents, clues));
    expect(lexicon.read(text).map(lexicon.written)).toEqual(["restarted", "broker"]);
  });
});
