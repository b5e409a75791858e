import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_NAMES } from "../../src/core/document/listed-names.ts";
import { peopleOf } from "../../src/people/people-of.ts";
import { parseHostEndings } from "../../src/setup/hosts.ts";
import { type FindLeaks, leakFinder } from "../../src/share/leaks.ts";
import { publicEdition } from "../../src/share/public.ts";
import { CONTEXT, read } from "../support/context.ts";
import { ROOT } from "../support/root.ts";

const hostEndings = parseHostEndings({
  path: "data/hosts.yaml",
  text: readFileSync(join(ROOT, "data/hosts.yaml"), "utf8"),
});
const SETTINGS = { redact: ["Project Falcon", "db-*"], hosts: ["example.org"] };
const NAMES = { full: ["Yara Holm"], single: ["Yara"] };

function finder(redact: readonly string[] = SETTINGS.redact): FindLeaks {
  return leakFinder({
    people: peopleOf(CONTEXT),
    names: NAMES,
    settings: { ...SETTINGS, redact },
    hostEndings,
  });
}

function found(text: string): readonly string[] {
  return finder()(text).map(({ start, end, kind }) => `${kind.id}: ${text.slice(start, end)}`);
}

describe("what is a leak", () => {
  test.each([
    ["We asked @first.last.", "person: @first.last"],
    ["Write to jo@example.com now.", "person: jo@example.com"],
    ["Then Yara Holm looked.", "name: Yara Holm"],
    ["See https://wiki.corp.example.com/a?b=1.", "link: https://wiki.corp.example.com/a?b=1"],
    ["(http://localhost:8080/health)", "link: http://localhost:8080/health"],
    ["<https://10.0.0.1/>", "link: <https://10.0.0.1/>"],
    ["[runbook](../runbooks/a.md)", "link: ../runbooks/a.md"],
    ["[runbook]: ../runbooks/a.md", "link: ../runbooks/a.md"],
    ['<img src="pictures/a.png">', "link: pictures/a.png"],
    ["on cache-3.prod.internal:6379, again", "host: cache-3.prod.internal:6379"],
    ["`api.eu.acme.io`", "host: api.eu.acme.io"],
    ["from 10.12.0.7 to", "ip: 10.12.0.7"],
    ["10.12.0.0/16", "ip: 10.12.0.0/16"],
    ["ip-10-1-2-3 was full", "ip: ip-10-1-2-3"],
    ["2001:db8::7 was full", "ip: 2001:db8::7"],
    ["project\nfalcon began", "listed: project\nfalcon"],
    ["db-orders-7 was full", "listed: db-orders-7"],
  ])("%j", (text, leak) => {
    expect(found(text)).toEqual([leak]);
  });

  // In two parts each, so that nobody takes them for keys of somebody.
  test.each([
    [["ghp", "_0123456789abcdefghijABCDEFGHIJ012345"], "the token "],
    [["xoxb", "-123456789012-abcdefGHIJ"], "bot "],
    [["AKIA", "IOSFODNN7EXAMPLE"], "key "],
    [["eyJ", "hbGciOiJIUzI1NiJ9.eyJzdWIiOiJwbSJ9.c2lnbmF0dXJl"], "with "],
    [["sk", "-proj-0123456789abcdefghijABCD"], "the key "],
    [["hf", "_0123456789abcdefghijABCDEFGH"], "the key "],
    [["a1b2c3", "d4e5f6"], "sent Authorization: Bearer "],
    [["password=", "hunter2"], "used "],
    [["api_key: ", "'a1b2c3d4e5"], "set "],
    [["-----BEGIN RSA ", "PRIVATE KEY-----"], "pasted "],
  ])("a secret: %j", (parts, before) => {
    const secret = parts.join("");
    expect(found(`We ${before}${secret} then.`)).toEqual([`secret: ${secret}`]);
  });

  test.each([
    "The token: it had expired. The password: unknown to us. A secret store, a key of a map.",
    "At 16:20:00 the topic `webhooks.deliveries` grew; v1.2.3 of node.js, README.md and std::vector.",
    "[status](https://status.example.org/a) and https://example.org, example.org.",
    "[below](#timeline)",
    "A bearer of news, task-sk-forces, and the Bearer token that had expired.",
    "[person] on [host] followed an [internal link] to [IP address] for [withheld].",
    "1.2.3 and 999.1.1.1 are none, nor is messaging.backpressure.",
  ])("no leak: %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("what is not public only looks like it", () => {
    expect(found("https://example.org.evil.com/ and https://example.org@acme.com/x")).toEqual([
      "link: https://example.org.evil.com/",
      "link: https://example.org@acme.com/x",
    ]);
  });
});

function publicOf(text: string, findLeaks = finder()) {
  return publicEdition.render({
    postmortem: read(text),
    text,
    taxonomy: CONTEXT.taxonomy,
    redact: (one) => one,
    findLeaks,
    isPlaceholder: () => false,
    link: "a.md",
    timeZone: "UTC",
  });
}

describe("the public edition", () => {
  test("keeps the words around what it withholds, and counts that", () => {
    const { text, removed } = publicOf(
      "---\ntitle: Late mails\n---\n\n<!-- internal -->\nSee [the runbook](../a.md) of @first.last on db-7.\n",
    );
    expect(text).toBe("# Late mails\n\nSee the runbook of [person] on [withheld].\n");
    expect(removed.map(({ noun }) => noun)).toEqual([
      "internal link",
      "handle or address",
      "word of public.redact",
    ]);
  });

  test("a word of its own marks may be listed", () => {
    const findLeaks = finder(["person", "host"]);
    expect(publicOf("# A host\n\nAsk @first.last, a person.\n", findLeaks).text).toBe(
      "# A [withheld]\n\nAsk [person], a [withheld].\n",
    );
  });

  test("the leak check finds nothing in any of them", () => {
    const piece = fc.constantFrom(
      ..."@first.last|jo@example.com|Yara|Holm|https://|x.corp|10.0.0.1|[a](b.md)|](|db-|::1|<|>| |\n".split(
        "|",
      ),
      ...["[host]", "[person]", "Project", "Falcon", ".", "(", ")", "/", "internal", "!["],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { text } = publicOf(`# T\n\n${pieces.join("")}\n`);
        expect(finder()(text)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("no names, nothing listed: the text stays", () => {
    const settings = { redact: [], hosts: [] };
    const findLeaks = leakFinder({
      people: peopleOf(CONTEXT),
      names: NO_NAMES,
      settings,
      hostEndings,
    });
    expect(publicOf("# T\n\nYara on db-7.\n", findLeaks).text).toBe("# T\n\nYara on db-7.\n");
  });
});
