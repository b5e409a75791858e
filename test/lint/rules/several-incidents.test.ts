import { expect, test } from "vitest";
import { lintDocument } from "../../support/lint-document.ts";

test.each<readonly [what: string, document: string, expected: readonly string[]]>([
  [
    "two dated headings with a timeline each",
    "# Incidents of spring\n\n## 2026-04-02 Orders late\n\n### Timeline\n\n- 09:14 errors\n\n## 12 May 2026: Search slow\n\n### Timeline\n\n- 16:20 errors\n",
    ["9:1 Unexpected second incident: this file describes 2"],
  ],
  [
    "one incident over two days",
    "# Orders late\n\n## Timeline\n\n### 2026-04-02\n\n- 09:14 errors\n\n### 2026-04-03\n\n- 01:20 resolved\n\n## Actions\n\n- Limit retries\n",
    [],
  ],
  [
    "dated notes without parts of their own",
    "# Orders late\n\n## 2026-04-02 Note\n\nText.\n\n## 2026-04-03 Note\n\nText.\n",
    [],
  ],
])("%s", (_what, document, expected) => {
  expect(lintDocument("several-incidents", document)).toEqual(expected);
});
