import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Judgement, mergeJudgements } from "../../src/core/document/judgement.ts";
import { isPrintable } from "../../src/core/text/printable.ts";
import { withholdForModel } from "../../src/jobs/withhold-for-model.ts";
import { readVerdict } from "../../src/language-model/judge-answer.ts";
import { judgeQuestion } from "../../src/language-model/judge-prompt.ts";
import { questionId, sentText } from "../../src/language-model/sent-text.ts";
import { CONTEXT } from "../support/context.ts";

const { taxonomy } = CONTEXT;
const SENTENCE = "Consumer lag was read as a traffic dip.";
const CHOICES = { kinds: ["knowledge", "access"], competencies: ["messaging.backpressure"] };
const GAP = { kind: "knowledge", competency: "messaging.backpressure", evidence: "read as a traffic dip" }; // prettier-ignore

describe("an answer counts if it chooses what was offered and quotes the sentence", () => {
  test.each<[name: string, answer: string, verdict: object]>([
    ["a gap", JSON.stringify(GAP), GAP],
    ["in a code block", `\`\`\`json\n${JSON.stringify(GAP)}\n\`\`\``, GAP],
    ["in a code block between sentences", `Sure:\n\`\`\`json\n${JSON.stringify(GAP)}\n\`\`\`\nThat is it.`, GAP], // prettier-ignore
    ["after thoughts", `<think>{"kind": 1}</think>\n${JSON.stringify(GAP)}\n`, GAP],
    ["more than was asked for", JSON.stringify({ ...GAP, path: "../x", team: "payments" }), GAP],
    ["without a competency", JSON.stringify({ ...GAP, competency: null }), { ...GAP, competency: null }], // prettier-ignore
    [
      "a competency that is left out",
      '{"kind":"access","evidence":" Consumer lag "}',
      { kind: "access", competency: null, evidence: "Consumer lag" },
    ],
    ["no gap", '{"kind":null,"evidence":null}', { kind: null, competency: null, evidence: null }],
    [
      "no gap, of a competency",
      '{"kind":null,"competency":"x","evidence":"dip"}',
      { kind: null, competency: null, evidence: null },
    ],
  ])("%s", (_, answer, verdict) => {
    expect(readVerdict(answer, SENTENCE, CHOICES)).toEqual({ ok: true, value: verdict });
  });

  test.each<[answer: string, why: string]>([
    ["", "no JSON"],
    ["Yes, a gap.", "no JSON"],
    [`${JSON.stringify(GAP)} as asked`, "no JSON"],
    ["null", "not the JSON that was asked for"],
    ["[]", "not the JSON that was asked for"],
    ["{}", "not the JSON that was asked for"],
    ['{"kind":["knowledge"]}', "not the JSON that was asked for"],
    [JSON.stringify({ ...GAP, kind: "Knowledge" }), "kind not among those offered"],
    [JSON.stringify({ ...GAP, kind: "" }), "kind not among those offered"],
    [JSON.stringify({ ...GAP, competency: "security" }), "competency not among those offered"],
    [JSON.stringify({ ...GAP, evidence: "lag was misread" }), "quote not in the sentence"],
    [JSON.stringify({ ...GAP, evidence: " " }), "no quote from the sentence"],
    [JSON.stringify({ ...GAP, evidence: "traffic" }), "no quote from the sentence"],
    [JSON.stringify({ ...GAP, evidence: "a" }), "no quote from the sentence"],
    [JSON.stringify({ ...GAP, evidence: null }), "no quote from the sentence"],
    ['{"kind":null,"evidence":"not there"}', "quote not in the sentence"],
  ])("%j is dropped", (answer, why) => {
    expect(readVerdict(answer, SENTENCE, CHOICES)).toEqual({ ok: false, why });
  });

  test("whatever a model answers", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.string({ minLength: 1 }), (answer, text) => {
        const read = readVerdict(answer, text, CHOICES);
        if (!read.ok || read.value.kind === null) return;
        expect(CHOICES.kinds).toContain(read.value.kind);
        expect(text).toContain(read.value.evidence);
      }),
    );
  });
});

describe("what a model is asked", () => {
  const asked = {
    sentence: "@quill did not know. token=abc123def",
    heading: "Asked by jo@example.com",
    before: "See @wren.",
    after: null,
    kind: "knowledge",
    competency: null,
  };
  const withhold = withholdForModel((text) => text.replace(/\S*@\S+/g, "[person]"));

  test("sentence, heading and neighbours, without people and secrets, and what there is to choose", () => {
    const { prompt, choices } = judgeQuestion(asked, taxonomy, withhold);
    expect(prompt.data).toMatchObject({
      heading: "Asked by [person]",
      before: "See [person]",
      sentence: "[person] did not know. [secret]",
      after: null,
      kinds: [{ id: "knowledge", name: "Knowledge" }, {}, {}, {}, {}],
    });
    expect(choices.kinds).toEqual(taxonomy.kinds.map(({ id }) => id));
    expect(choices.competencies).toEqual(taxonomy.competencies.map(({ id }) => id));
  });

  test("of a taxonomy without kinds, the one that wording proposes", () => {
    const { prompt, choices } = judgeQuestion(asked, { ...taxonomy, kinds: [] }, withhold);
    expect(choices.kinds).toEqual(["knowledge"]);
    expect(prompt.data).toMatchObject({ kinds: [{ id: "knowledge", name: "knowledge" }] });
  });

  test("of many competencies, what wording proposes and those that share words with it", () => {
    const many = Array.from({ length: 300 }, (_, at) => ({
      ...{ id: `skill-${at}`, name: `Skill ${at}`, description: "", aliases: [], parent: null },
      ...{ signals: at === 250 ? ["did not know"] : [], resources: [] },
    }));
    const { choices } = judgeQuestion(
      { ...asked, competency: "skill-299" },
      { ...taxonomy, competencies: many },
      withhold,
    );
    expect(choices.competencies.length).toBe(100);
    expect(choices.competencies.slice(-2)).toEqual(["skill-250", "skill-299"]);
    expect(choices.competencies[0]).toBe("skill-0");
  });

  test("no sentence gets out of the data", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const sentence = `${text}##[error]`;
        const { prompt } = judgeQuestion({ ...asked, sentence }, taxonomy, (text) => text);
        const endpoint = {
          kind: "endpoint",
          url: "https://a.example",
          model: "m",
          keyEnv: null,
        } as const;
        const sent = sentText(endpoint, prompt);
        const body = JSON.parse(sent) as { messages: { role: string; content: string }[] };
        expect(body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
        expect(body.messages[0]?.content).toBe(prompt.task);
        expect(JSON.parse(body.messages[1]?.content ?? "")).toMatchObject({ sentence });
        const program = { kind: "command", program: "a", args: [], model: "m" } as const;
        const [task = "", ...data] = sentText(program, prompt).split("\n\n");
        expect(task).toBe(prompt.task);
        expect(JSON.parse(data.join("\n\n"))).toMatchObject({ sentence });
        for (const line of sentText(program, prompt).split("\n"))
          expect(isPrintable(line)).toBe(true);
        expect(isPrintable(sent)).toBe(true);
        expect(sent).not.toContain("##");
      }),
      { numRuns: 40 },
    );
  });

  test("a question is another one with another text, address, command or version", () => {
    const endpoint = {
      kind: "endpoint",
      url: "https://a.example",
      model: "m",
      keyEnv: null,
    } as const;
    const program = { kind: "command", program: "a", args: ["b"], model: "m" } as const;
    const ids = [
      questionId(endpoint, "x", 1),
      questionId(endpoint, "y", 1),
      questionId(endpoint, "x", 2),
      questionId({ ...endpoint, url: "https://b.example" }, "x", 1),
      questionId(program, "x", 1),
      questionId({ ...program, args: ["c"] }, "x", 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(questionId(endpoint, "x", 1)).toBe(ids[0]);
  });
});

test("new answers replace those to questions that are asked no more", () => {
  const answer = (fingerprint: string, question: string, model = "m"): Judgement => {
    return { fingerprint, question, model, kind: null, competency: null, evidence: null };
  };
  const before = [answer("b", "1"), answer("a", "2"), answer("a", "3"), answer("c", "4")];
  const since = [answer("a", "5"), answer("b", "1", "new")];
  expect(mergeJudgements(before, since, new Set(["1", "3", "5"]))).toEqual([
    answer("a", "3"),
    answer("a", "5"),
    answer("b", "1", "new"),
    answer("c", "4"),
  ]);
});
