import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { Outside } from "../../src/language-model/define.ts";

/** One request that a stub got. */
export interface StubRequest {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

type Answer = (request: StubRequest, response: ServerResponse, count: number) => void;

/** Starts stubs of services that speak OpenAI's chat completions; each ends with its test. */
export function useStubModels() {
  const running = new Set<ReturnType<typeof createServer>>();
  afterEach(() => {
    for (const server of running) {
      server.closeAllConnections();
      server.close();
    }
    running.clear();
  });
  return async (answer: Answer) => {
    const requests: StubRequest[] = [];
    const server = createServer((incoming, response) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("end", () => {
        const { url: path = "", headers } = incoming;
        const request = { path, headers, body: Buffer.concat(chunks).toString("utf8") };
        requests.push(request);
        answer(request, response, requests.length);
      });
    });
    running.add(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/v1/chat/completions`, requests };
  };
}

/** The body of a chat completion that says something. */
export function completion(content: string): string {
  return JSON.stringify({ choices: [{ message: { role: "assistant", content } }] });
}

/** Waits at most this long without being told to, in milliseconds: a timer that only a test ends. */
const LONGEST = 31_000;

/** The world as it is, in which nobody has to wait; `waits` are those between requests. */
export function outside(
  waits: number[] = [],
  changed: Partial<Outside> = {},
): Outside & { readonly waits: readonly number[] } {
  return {
    fetch: (url, init) => globalThis.fetch(url, init),
    run: () => Promise.reject(new Error("unexpected program")),
    sleep: (milliseconds, stop) => {
      if (milliseconds < LONGEST) waits.push(milliseconds);
      if (milliseconds < LONGEST) return Promise.resolve();
      return new Promise((resolve) => {
        stop?.addEventListener("abort", () => {
          resolve();
        });
      });
    },
    now: () => Date.UTC(2026, 6, 1, 12),
    waits,
    ...changed,
  };
}
