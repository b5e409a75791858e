import { no, ok, type Result } from "../core/result.ts";
import type { ModelEndpoint } from "../core/settings/language-model.ts";
import { MS_PER_MINUTE } from "../core/time/milliseconds.ts";
import { decode } from "../schema/check.ts";
import { chatCompletionSchema } from "../schema/model-answers.ts";
import { type Failure, MOST_BYTES, type Outside } from "./define.ts";

/** Milliseconds for one answer, to its last byte. */
export const ANSWER_TIMEOUT = MS_PER_MINUTE;
/** A request is repeated up to three times. */
const ATTEMPTS = 4;
/** Milliseconds before the first repetition; twice as long before each further one. */
const FIRST_WAIT = 1000;
/** Milliseconds that a service may ask to wait before a repetition. */
const LONGEST_WAIT = 30_000;

/** What became of one request. */
type Attempt =
  | { readonly answer: string }
  | { readonly failure: Failure }
  /** Worth another one; `wait` is what the service asked for, in milliseconds. */
  | { readonly passing: string; readonly wait: number | null };

const lasting = (message: string): Attempt => ({ failure: { message, isLasting: true } });
const once = (message: string): Attempt => ({ failure: { message, isLasting: false } });

/** Statuses that tell of the address or the key, and so of every request. */
const LASTING: ReadonlyMap<number, string> = new Map([
  [401, "the key is missing or refused"],
  [403, "the key is missing or refused"],
  [404, "there is nothing at this address, or no such model"],
  [405, "there are no chat completions at this address"],
]);
/** Too early, too slow, too many: the same request may succeed later. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429]);

/** What `Retry-After` asks for, in milliseconds (RFC 9110, 10.2.3). */
function waitOf({ headers }: Response, now: number): number | null {
  const written = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  const at = Date.parse(written);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** The body of a response; null where it is too long. What is not read is not received either. */
async function textOf({ body }: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  const parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = body ?? [];
  let bytes = 0;
  for await (const chunk of parts) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** What the model said; null where the body is no chat completion. */
function contentOf(text: string): string | null {
  try {
    const checked = decode(chatCompletionSchema, JSON.parse(text));
    return "data" in checked ? (checked.data.choices[0]?.message.content ?? null) : null;
  } catch {
    return null;
  }
}

async function readResponse(response: Response, now: number): Promise<Attempt> {
  const { status } = response;
  if (status >= 200 && status < 300) {
    const text = await textOf(response);
    if (text === null) return once(`the answer is longer than ${MOST_BYTES / 1024} KiB`);
    if (/^\s*</.test(text)) {
      return lasting("a web page answers, not a language model: check the address");
    }
    const answer = contentOf(text);
    return answer === null ? once("the answer is no chat completion") : { answer };
  }
  await response.body?.cancel();
  if (status >= 300 && status < 400) {
    return lasting(`it redirects elsewhere (status ${status}), which pm does not follow`);
  }
  if (PASSING.has(status) || status >= 500) {
    return { passing: `status ${status}`, wait: waitOf(response, now) };
  }
  const known = LASTING.get(status);
  return known === undefined ? once(`status ${status}`) : lasting(`status ${status}: ${known}`);
}

/** What went wrong, by its code: the text of an error may repeat a header, and so the key. */
function codeOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "no connection";
}

async function attempt(
  { url }: ModelEndpoint,
  headers: Readonly<Record<string, string>>,
  body: string,
  { fetch, sleep, now }: Outside,
): Promise<Attempt> {
  const [request, timer] = [new AbortController(), new AbortController()];
  void sleep(ANSWER_TIMEOUT, timer.signal).then(() => {
    if (!timer.signal.aborted) request.abort();
  });
  const { signal } = request;
  try {
    const init = { method: "POST", headers, body, redirect: "manual", signal } as const;
    return await readResponse(await fetch(url, init), now());
  } catch (error) {
    if (signal.aborted) return lasting(`no answer in ${ANSWER_TIMEOUT / 1000} s`);
    return { passing: codeOf(error), wait: null };
  } finally {
    timer.abort();
  }
}

/**
 * Posts a text to a service, and returns what the model answers. No redirect is followed, so that text
 * and key reach the configured host alone.
 * @param key sent as a bearer token; null for none.
 */
export async function postPrompt(
  endpoint: ModelEndpoint,
  key: string | null,
  body: string,
  outside: Outside,
): Promise<Result<string, Failure>> {
  const authorization = key === null ? {} : { authorization: `Bearer ${key}` };
  const headers = { "content-type": "application/json", ...authorization };
  let wait = FIRST_WAIT;
  for (let count = 1; ; count += 1) {
    const made = await attempt(endpoint, headers, body, outside);
    if ("answer" in made) {
      const repeats = key !== null && made.answer.includes(key);
      if (!repeats) return ok(made.answer);
      return no({ message: "the answer repeats the key", isLasting: false });
    }
    if ("failure" in made) return no(made.failure);
    const next = Math.max(wait, made.wait ?? 0);
    if (next > LONGEST_WAIT) {
      const message = `${made.passing}: it asks to wait ${Math.ceil(next / 1000)} s`;
      return no({ message, isLasting: true });
    }
    if (count === ATTEMPTS) {
      return no({ message: `${made.passing}, ${ATTEMPTS} times`, isLasting: true });
    }
    await outside.sleep(next);
    wait *= 2;
  }
}
