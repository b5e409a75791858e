import { expect, test } from "vitest";
import { gitlab } from "../../../src/formats/findings/gitlab.ts";
import { CLEAN_REPORT, finding, lintReport, PLAIN, range, SMALL_REPORT } from "./sample-report.ts";

test("writes one issue a finding", () => {
  expect(gitlab.render(SMALL_REPORT, PLAIN)).toBe(`[
  {
    "description": "Missing evidence for the gap \`messaging.backpresure\`.",
    "check_name": "gap-evidence",
    "fingerprint": "f20a6b21edfd5448539056307396ded562b1e5a4f6c43f8b5cf5015801efac8f",
    "severity": "minor",
    "location": {
      "path": "postmortems/2026-03-14-checkout.md",
      "lines": {
        "begin": 5,
        "end": 6
      }
    }
  },
  {
    "description": "Unexpected competency \`messaging.backpresure\`. Did you mean \`messaging.backpressure\`?",
    "check_name": "unknown-competency",
    "fingerprint": "d88865227ed92899ffe7288ea843310475cdc15ec6395d334b66e5697a442d86",
    "severity": "major",
    "location": {
      "path": "postmortems/2026-03-14-checkout.md",
      "lines": {
        "begin": 5,
        "end": 5
      }
    }
  },
  {
    "description": "Missing \`title\` in the frontmatter. Say what happened, in a few words.",
    "check_name": "required-facts",
    "fingerprint": "30209cb2fea25f23eaf4ba96f5c19df41a1cb75e742088953dd1129c505f33b9",
    "severity": "major",
    "location": {
      "path": "postmortems/draft, 100%.md",
      "lines": {
        "begin": 1,
        "end": 1
      }
    }
  }
]
`);
});

test("is an empty list without findings", () => {
  expect(gitlab.render(CLEAN_REPORT, PLAIN)).toBe("[]\n");
});

function fingerprintsOf(text: string): readonly string[] {
  return [...text.matchAll(/"fingerprint": "(\w+)"/g)].map(([, fingerprint = ""]) => fingerprint);
}

test("the same finding in two files has two fingerprints", () => {
  const findings = ["a.md", "b.md"].map((path) => finding({ path }));
  const fingerprints = fingerprintsOf(gitlab.render(lintReport({ findings }), PLAIN));
  expect(new Set(fingerprints).size).toBe(2);
});

test("a fingerprint stays when the lines move", () => {
  const [before, after] = [2, 40].map((line) => {
    const findings = [finding({ range: range([line, 1, line], [line, 2, line + 1]) })];
    return fingerprintsOf(gitlab.render(lintReport({ findings }), PLAIN));
  });
  expect(before).toEqual(after);
});

test("a message that ends a sentence gets no second full stop", () => {
  const findings = [finding({ message: "Unanswered prompt: Why?", hint: "Answer it." })];
  expect(gitlab.render(lintReport({ findings }), PLAIN)).toContain(
    '"description": "Unanswered prompt: Why? Answer it."',
  );
});
