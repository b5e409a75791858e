import { describe, expect, test } from "vitest";
import { peopleOf } from "../../../src/people/people-of.ts";
import { CONTEXT, read } from "../../support/context.ts";

/** A text as reports may print it, in a document that has it. */
function printed(text: string): string {
  const people = peopleOf(CONTEXT);
  const whole = `# The queue stalled\n\n## Root cause\n\n${text}\n`;
  return people.redact(text, people.search(read(whole).listedNames));
}

/** What each names, and what of it stays; the same text where it names nobody. */
const WAYS: readonly (readonly [kind: string, rows: readonly (readonly [string, string])[]])[] = [
  [
    "thanks to several",
    [
      ["Thanks to Mark, Rob and Grace.", "Thanks to [person], [person] and [person]."],
      [
        "- 14:03 Thank you to Mark, Paul, Guillaume for the help.",
        "- 14:03 Thank you to [person], [person], [person] for the help.",
      ],
      ["| 14:03 UTC | Thanks to Mark, Rob |", "| 14:03 UTC | Thanks to [person], [person] |"],
      ["It held at 99.9 thanks to Redis and Kafka.", "It held at 99.9 thanks to Redis and Kafka."],
      ["Kudos to Jean-Luc, Priya and Yuki!", "Kudos to [person], [person] and [person]!"],
      ["**Thanks**: Priya, Tomasz", "**Thanks**: [person], [person]"],
      ["Credit to Priya (Search), Tomasz (Web).", "Credit to [person] (Search), [person] (Web)."],
    ],
  ],
  [
    "what people are called",
    [
      ["Tanaka-san restarted it.", "[person]-san restarted it."],
      ["Owner: Tanaka-san", "Owner: [person]-san"],
      ["Priya-ji and Ito-sensei helped.", "[person] and [person] helped."],
      ["Herr Weber and Frau Klein called.", "Herr [person] and [person] called."],
      ["Sir Reginald called.", "Sir [person] called."],
      ["田中さんが再起動した。", "[person]さんが再起動した。"],
      ["김철수님이 재시작했습니다.", "[person]님이 재시작했습니다."],
    ],
  ],
  [
    "initials",
    [
      ["J. Doe restarted the queue.", "[person] restarted the queue."],
      ["We asked P. Nair and T. Holm.", "We asked [person] and [person]."],
      ["J. van der Berg noticed it.", "[person] noticed it."],
      ["14:02 K. Nakamura deployed", "14:02 [person] deployed"],
    ],
  ],
  [
    "last names alone that begin with small words",
    [
      ["van der Berg restarted the queue.", "van der [person] restarted the queue."],
      ["De la Cruz said it was fine.", "De la [person] said it was fine."],
    ],
  ],
  [
    "lists and columns",
    [
      ["Attendees: 田中太郎、鈴木花子", "Attendees: [person]、[person]"],
      [
        "| Name | Role |\n|---|---|\n| Priya | IC |\n| Chase | Scribe |",
        "| Name | Role |\n|---|---|\n| [person] | IC |\n| [person] | Scribe |",
      ],
      ["| Responder |\n|---|\n| Grace Park |", "| Responder |\n|---|\n| [person] |"],
      [
        "| Time | Who |\n|---|---|\n| 14:02 | Priya |",
        "| Time | Who |\n|---|---|\n| 14:02 | [person] |",
      ],
      ["**On call:** Will", "**On call:** [person]"],
    ],
  ],
  [
    "links, pictures and what somebody has",
    [
      ["[Priya](mailto:priya@example.com) did.", "[[person]](mailto:[person]) did."],
      ["![Screenshot from Tomasz](a.png)", "![Screenshot from [person]](a.png)"],
      ["![photo of Grace Park](a.png)", "![photo of [person]](a.png)"],
      ["Tomasz' script failed.", "[person]' script failed."],
      ["It stalled after Priya's deploy.", "It stalled after [person]'s deploy."],
      ["[14:02] <priya> restarted it", "[14:02] <[person]> restarted it"],
    ],
  ],
];

describe.each(WAYS)("%s", (_kind, rows) => {
  test.each(rows)("%s", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });
});

describe("what looks like one of these and names nobody stays", () => {
  test.each([
    "Thanks to Grafana, Loki and Tempo for the graphs.",
    "Thanks to April, May and June data we saw the trend.",
    "Thanks to Paris, Dublin and Frankfurt we had capacity.",
    "The nagoya-san array and the prod-san were full.",
    "We ran the DR Drill, and MS Teams was down.",
    "お客さんから連絡があった。皆さん確認した。",
    "See section A. Queue depth grew. Step B. Restart it.",
    "Option A. Kafka noticed the lag; in zone C. Consul noticed it.",
    "The U.S. East region was slow.",
    "Los Angeles and Las Vegas and La Paz lost power.",
    "The Van der Waals cluster was full.",
    "担当: 基盤チーム",
    "Owner: 決済チーム",
    "负责人：支付团队",
    "담당: 결제팀",
    "| Name | Role |\n|---|---|\n| Kafka | broker |\n| db-1 | primary |",
    "| Time | Actor |\n|---|---|\n| 14:02 | Jenkins |\n| 14:05 | Vendor |",
    "[mail us](mailto:support@example.com)",
    "![Grafana panel](g.png) ![Phoenix latency](p.png)",
    "Kafka's dashboard, Vault's session and Payments's deploy stay.",
    "[14:02] <alertbot> firing",
  ])("%s", (text) => {
    expect(printed(text)).toBe(text);
  });
});
