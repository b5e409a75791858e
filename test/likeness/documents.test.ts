import { describe, expect, test } from "vitest";
import type { Field, LikenessDocument } from "../../src/likeness/documents.ts";
import { personWordsOf } from "../../src/likeness/person-words.ts";
import { wordReader } from "../../src/likeness/words.ts";
import { TAXONOMY } from "../support/build-query.ts";
import { read } from "../support/context.ts";
import { compared } from "./support.ts";

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

function words(document: LikenessDocument, field: Field): string {
  return document.words[field].map(({ written }) => written).join(" ");
}

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
    expect(words(document, field)).toBe(expected);
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
    expect(words(plain, "prose")).toBe("broker full then lost messages");
  });
});

describe("personWordsOf", () => {
  const incidents = [read(DOCUMENT, ["everything", "prose"])];
  const named = new Set(["klaas"]);
  const clues = { taxonomy: TAXONOMY, named, notNames: ["engineer", "author"] };

  test("holds names that the prose and the lists have, and nothing that the taxonomy has", () => {
    expect([...personWordsOf(incidents, clues)]).toEqual(["klaas", "jane", "doe", "piet"]);
  });

  test("no word of them is read", () => {
    const readWords = wordReader({ stopWords: [], personWords: personWordsOf(incidents, clues) });
    expect(readWords("Jane restarted Piet's broker").map(({ written }) => written)).toEqual([
      "restarted",
      "broker",
    ]);
  });
});
