import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { ANSWER_TIMEOUT, postPrompt } from "../../src/language-model/endpoint.ts";
import { completion, outside, useStubModels } from "../support/stub-model.ts";

const start = useStubModels();
const KEY = "key-that-nobody-may-see";

function at(url: string) {
  return { kind: "endpoint", url, model: "small", keyEnv: "PM_LLM_KEY" } as const;
}

function send(response: ServerResponse, status: number, body = "", headers = {}) {
  response.writeHead(status, headers).end(body);
}

test("one request brings the answer", async () => {
  const { url, requests } = await start((_, response) => {
    send(response, 200, completion("yes"));
  });
  expect(await postPrompt(at(url), KEY, '{"a":1}', outside())).toEqual({ ok: true, value: "yes" });
  expect(requests).toMatchObject([
    {
      path: "/v1/chat/completions",
      body: '{"a":1}',
      headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    },
  ]);
});

test("without a key there is no header for it", async () => {
  const { url, requests } = await start((_, response) => {
    send(response, 200, completion("yes"));
  });
  await postPrompt(at(url), null, "{}", outside());
  expect(requests[0]?.headers.authorization).toBeUndefined();
});

describe("what passes is tried again", () => {
  test.each<[name: string, answers: readonly [number, object][], waits: readonly number[]]>([
    ["429, without a wait", [[429, {}]], [1000]],
    ["429 that asks for 7 s", [[429, { "retry-after": "7" }]], [7000]],
    ["a shorter wait than the next", [[503, { "retry-after": "0" }]], [1000]],
    ["a date", [[429, { "retry-after": "Wed, 01 Jul 2026 12:00:20 GMT" }]], [20_000]],
    ["nonsense", [[500, { "retry-after": "soon" }]], [1000]],
    [
      "three times",
      [
        [500, {}],
        [502, {}],
        [408, {}],
      ],
      [1000, 2000, 4000],
    ],
  ])("%s", async (_, answers, waits) => {
    const { url, requests } = await start((_request, response, count) => {
      const [status, headers] = answers[count - 1] ?? [200, {}];
      send(response, status, status === 200 ? completion("yes") : "busy", headers);
    });
    const world = outside();
    expect(await postPrompt(at(url), KEY, "{}", world)).toEqual({ ok: true, value: "yes" });
    expect(world.waits).toEqual(waits);
    expect(requests.length).toBe(answers.length + 1);
  });

  test("a connection that breaks", async () => {
    const { url } = await start((_request, response, count) => {
      if (count === 1) response.destroy();
      else send(response, 200, completion("yes"));
    });
    expect(await postPrompt(at(url), KEY, "{}", outside())).toEqual({ ok: true, value: "yes" });
  });
});

describe("what does not help ends it, in words without the key", () => {
  test.each<
    [name: string, answer: (response: ServerResponse) => void, message: string, lasting: boolean]
  >([
    [
      "a wait that is too long",
      (response) => {
        send(response, 429, "", { "retry-after": "3600" });
      },
      "status 429: it asks to wait 3600 s",
      true,
    ],
    [
      "always busy",
      (response) => {
        send(response, 503);
      },
      "status 503, 4 times",
      true,
    ],
    [
      "a refused key",
      (response) => {
        send(response, 401, `bad key ${KEY}`);
      },
      "status 401: the key is missing or refused",
      true,
    ],
    [
      "no such model",
      (response) => {
        send(response, 404);
      },
      "status 404: there is nothing at this address, or no such model",
      true,
    ],
    [
      "a prompt that is too long for it",
      (response) => {
        send(response, 413);
      },
      "status 413",
      false,
    ],
    [
      "no JSON",
      (response) => {
        send(response, 200, "pong");
      },
      "the answer is no chat completion",
      false,
    ],
    [
      "a page to sign in",
      (response) => {
        send(response, 200, "\n<!doctype html><title>Sign in</title>");
      },
      "a web page answers, not a language model: check the address",
      true,
    ],
    [
      "another JSON",
      (response) => {
        send(response, 200, '{"choices":[]}');
      },
      "the answer is no chat completion",
      false,
    ],
    [
      "an answer without end",
      (response) => {
        response.writeHead(200);
        const more = () => {
          if (!response.destroyed) response.write("x".repeat(64 * 1024), more);
        };
        more();
      },
      "the answer is longer than 256 KiB",
      false,
    ],
    [
      "the key in the answer",
      (response) => {
        send(response, 200, completion(`It is ${KEY}.`));
      },
      "the answer repeats the key",
      false,
    ],
  ])("%s", async (_, answer, message, isLasting) => {
    const { url } = await start((_request, response) => {
      answer(response);
    });
    const result = await postPrompt(at(url), KEY, "{}", outside());
    expect(result).toEqual({ ok: false, why: { message, isLasting } });
  });

  test.each([301, 302, 307, 308])("a redirect to another host (%i)", async (status) => {
    const elsewhere = await start((_request, response) => {
      send(response, 200, completion("yes"));
    });
    const { url } = await start((_request, response) => {
      send(response, status, "", { location: elsewhere.url });
    });
    const result = await postPrompt(at(url), KEY, "{}", outside());
    const message = `it redirects elsewhere (status ${status}), which pm does not follow`;
    expect(result).toEqual({ ok: false, why: { message, isLasting: true } });
    expect(elsewhere.requests).toEqual([]);
  });

  test("nobody there", async () => {
    const result = await postPrompt(at("http://127.0.0.1:9/v1"), KEY, "{}", outside());
    expect(result).toMatchObject({ ok: false, why: { isLasting: true } });
    expect(JSON.stringify(result)).toMatch(/ECONNREFUSED|no connection/);
  });

  test("an error that quotes the key", async () => {
    const fetch = () => Promise.reject(new TypeError(`invalid header Bearer ${KEY}`));
    const result = await postPrompt(at("https://a.example"), KEY, "{}", outside([], { fetch }));
    const message = "no connection, 4 times";
    expect(result).toEqual({ ok: false, why: { message, isLasting: true } });
  });

  test("a slow answer, before and after it begins", async () => {
    for (const begins of [false, true]) {
      let overdue: () => void = () => undefined;
      const { url, requests } = await start((_request, response) => {
        if (begins) response.writeHead(200).write("{");
        setTimeout(overdue, 20);
      });
      const sleep = (milliseconds: number) => {
        expect(milliseconds).toBe(ANSWER_TIMEOUT);
        return new Promise<void>((resolve) => (overdue = resolve));
      };
      const result = await postPrompt(at(url), KEY, "{}", outside([], { sleep }));
      expect(result).toEqual({ ok: false, why: { message: "no answer in 60 s", isLasting: true } });
      expect(requests.length).toBe(1);
    }
  });
});
