import { spawn } from "node:child_process";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PrepareRenameRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RenameRequest,
  ShowMessageNotification,
  ShutdownRequest,
} from "vscode-languageserver-protocol/node.js";
import { type CliResult, ROOT, runCli } from "../../support/run-cli.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const { path, put, read } = useTemporaryFolder();

const TAXONOMY = `version: 1
teams:
  - { id: payments, name: Payments, size: 8 }
services:
  - { id: ledger, owner: payments }
competencies:
  - id: messaging
  - id: messaging.backpressure
    name: Backpressure
    description: Slowing producers down.
    aliases: [flow control]
kinds:
  - { id: knowledge, description: Nobody knew. }
`;

const DOCUMENT = `---
title: Ledger stalled
status: draft
services: [ledger]
times:
  started: 2026-03-14T02:15:00Z
  detected: # proposed: 2026-03-14T02:21:00Z (first alert, [pagerduty])
---

## Contributing factors

- Lag was read as a dip. (gap: flow control, knowledge)
`;

let client: ProtocolConnection;
let ended: Promise<CliResult>;

/** The diagnostics that the server sends next for a document. */
function nextDiagnostics(uri: string): Promise<readonly Diagnostic[]> {
  return new Promise((resolve) => {
    const listening = client.onNotification(PublishDiagnosticsNotification.type, (sent) => {
      if (sent.uri !== uri) return;
      listening.dispose();
      resolve(sent.diagnostics);
    });
  });
}

/** A client that has introduced itself. */
async function greet(connection: ProtocolConnection): Promise<ProtocolConnection> {
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the type asks for it
    rootUri: null,
    capabilities: {},
  });
  expect(capabilities.hoverProvider).toBe(true);
  return connection;
}

const uriOf = (name: string) => pathToFileURL(path(name)).href;
const uri = () => uriOf("pms/ledger.md");

async function open(name = "pms/ledger.md", text = DOCUMENT): Promise<readonly Diagnostic[]> {
  const found = nextDiagnostics(uriOf(name));
  const textDocument = { uri: uriOf(name), languageId: "markdown", version: 1, text };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  return found;
}

/** A position by the text before which it stands, with the document that it is in. */
function before(needle: string, text = DOCUMENT) {
  const offset = text.indexOf(needle);
  const lines = text.slice(0, offset).split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return { textDocument: { uri: uri() }, position };
}

const linesOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ range: { start }, severity, code, message }) => {
    return `${start.line}:${start.character} ${severity ?? 0} ${code ?? ""} ${message}`;
  });

beforeEach(async () => {
  await put("pm.yaml", "folder: pms\n");
  await put("taxonomy.yaml", TAXONOMY);
  await put("pms/ledger.md", DOCUMENT);
  await put("pms/other.md", DOCUMENT.replace("flow control", "messaging.backpressure"));
  const [input, output] = [new PassThrough(), new PassThrough()];
  const wire = () => ({ input, output, close: () => input.destroy() });
  ended = runCli(["lsp"], { cwd: path(), wire });
  client = await greet(createProtocolConnection(output, input));
  await client.sendNotification(InitializedNotification.type, {});
});

afterEach(async () => {
  await client.sendRequest(ShutdownRequest.type);
  await client.sendNotification(ExitNotification.type);
  expect(await ended).toEqual({ stdout: "", stderr: "", code: 0 });
  client.dispose();
});

test("the built program serves over its standard input and output until the client says goodbye", async () => {
  const server = spawn(process.execPath, [join(ROOT, "bin/pm.js"), "lsp", "--stdio"], {
    cwd: path(),
  });
  const exited = new Promise((resolve) => {
    server.once("close", resolve);
  });
  const other = await greet(createProtocolConnection(server.stdout, server.stdin));
  await other.sendRequest(ShutdownRequest.type);
  await other.sendNotification(ExitNotification.type);
  expect(await exited).toBe(0);
});

test("a client may say goodbye while a document is judged", async () => {
  const server = spawn(process.execPath, [join(ROOT, "bin/pm.js"), "lsp", "--stdio"], {
    cwd: path(),
  });
  let problems = "";
  server.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  const exited = new Promise((resolve) => {
    server.once("close", resolve);
  });
  const other = await greet(createProtocolConnection(server.stdout, server.stdin));
  const textDocument = { uri: uri(), languageId: "markdown", version: 1, text: DOCUMENT };
  await other.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  await other.sendRequest(ShutdownRequest.type);
  await other.sendNotification(ExitNotification.type);
  expect({ code: await exited, problems }).toEqual({ code: 0, problems: "" });
});

test("an input that ends without a word, and does not close, ends it", async () => {
  const [input, output] = [new PassThrough({ autoDestroy: false }), new PassThrough()];
  const ended = runCli(["lsp"], {
    cwd: path(),
    wire: () => ({ input, output, close: () => undefined }),
  });
  input.end();
  expect((await ended).code).toBe(1);
});

test("a client that goes away without a word ends it too", async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const gone = runCli(["lsp"], {
    cwd: path(),
    wire: () => ({ input, output, close: () => undefined }),
  });
  await greet(createProtocolConnection(output, input));
  input.destroy();
  expect((await gone).code).toBe(1);
  expect((await runCli(["lsp"], { cwd: path() })).stderr).toBe(
    "pm: pm lsp needs an editor at standard input and output\n",
  );
});

test("findings of pm lint are there when a document opens, and follow what is typed and saved", async () => {
  expect(linesOf(await open())).toEqual([
    "11:31 2 canonical-term Unexpected `flow control`, expected its id `messaging.backpressure`\npm lint --fix writes it.",
  ]);
  const changed = nextDiagnostics(uri());
  const text = DOCUMENT.replace("flow control", "messaging.nothing");
  await client.sendNotification(DidChangeTextDocumentNotification.type, {
    ...{ textDocument: { uri: uri(), version: 2 }, contentChanges: [{ text }] },
  });
  expect(linesOf(await changed)[0]).toMatch(/^11:31 1 unknown-competency Unknown competency/);
  const saved = nextDiagnostics(uri());
  await put(
    "taxonomy.yaml",
    `${TAXONOMY}  - { id: x }\n`.replace("id: messaging.backpressure", "id: messaging.nothing"),
  );
  await client.sendNotification(DidSaveTextDocumentNotification.type, {
    textDocument: { uri: uriOf("taxonomy.yaml") },
  });
  expect(linesOf(await saved)).toEqual([]);
});

describe("what an editor asks", () => {
  beforeEach(async () => {
    await open();
  });

  test("completion of ids, with their names and meanings", async () => {
    const inTag = before("flow control");
    const items = await client.sendRequest(CompletionRequest.type, inTag);
    expect(items).toEqual([
      expect.objectContaining({ label: "messaging" }),
      {
        label: "messaging.backpressure",
        detail: "Backpressure",
        documentation: "Slowing producers down.",
        filterText: "messaging.backpressure Backpressure flow control",
        textEdit: {
          range: { start: inTag.position, end: inTag.position },
          newText: "messaging.backpressure",
        },
      },
    ]);
  });

  test("hover, definition and fixes", async () => {
    expect(await client.sendRequest(HoverRequest.type, before("ledger]"))).toMatchObject({
      contents: { value: "**ledger**, service\n\nOwner: Payments" },
    });
    expect(await client.sendRequest(DefinitionRequest.type, before("flow control"))).toEqual({
      uri: uriOf("taxonomy.yaml"),
      range: { start: { line: 7, character: 8 }, end: { line: 7, character: 30 } },
    });
    const { position } = before("flow control");
    const about = {
      textDocument: { uri: uri() },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    };
    expect(await client.sendRequest(CodeActionRequest.type, about)).toMatchObject([
      { title: "Replace by messaging.backpressure", kind: "quickfix", isPreferred: true },
      { title: "Apply all safe fixes of pm", kind: "source.fixAll" },
    ]);
  });

  test("renaming changes the taxonomy and all documents, as pm taxonomy rename does", async () => {
    const at = before("flow control");
    expect(await client.sendRequest(PrepareRenameRequest.type, at)).toMatchObject({
      placeholder: "messaging.backpressure",
    });
    const renamed = await client.sendRequest(RenameRequest.type, {
      ...at,
      newName: "messaging.flow",
    });
    expect(Object.keys(renamed?.changes ?? {})).toEqual([
      uriOf("taxonomy.yaml"),
      uriOf("pms/other.md"),
    ]);
    expect(renamed?.changes?.[uriOf("pms/other.md")]).toEqual([
      expect.objectContaining({ newText: "messaging.flow" }),
    ]);
    await expect(
      client.sendRequest(RenameRequest.type, { ...at, newName: "messaging" }),
    ).rejects.toThrow(/messaging/);
    expect(await read("taxonomy.yaml")).toBe(TAXONOMY);
  });

  test("a renaming waits for files that are not saved", async () => {
    await open("pms/other.md", "not saved yet\n");
    await expect(
      client.sendRequest(RenameRequest.type, {
        ...before("flow control"),
        newName: "messaging.flow",
      }),
    ).rejects.toThrow(/Save .*other\.md first/);
  });

  test("a document that is closed has no findings, and one that is no file no answers", async () => {
    const closed = nextDiagnostics(uri());
    const textDocument = { uri: uri() };
    await client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    expect(await closed).toEqual([]);
    for (const other of [uri(), "untitled:Untitled-1", "file://elsewhere/a.md"]) {
      const at = { textDocument: { uri: other }, position: { line: 3, character: 12 } };
      expect(await client.sendRequest(HoverRequest.type, at)).toBeNull();
      expect(await client.sendRequest(CompletionRequest.type, at)).toEqual([]);
    }
  });
});

test("what is no postmortem is not judged, and a taxonomy that cannot be read is told", async () => {
  expect(await open("README.md", "We should have known.\n")).toEqual([]);
  await put("taxonomy.yaml", "version: 2\n");
  const told = new Promise((resolve) => {
    client.onNotification(ShowMessageNotification.type, ({ message }) => {
      resolve(message);
    });
  });
  const sent = { textDocument: { uri: uriOf("taxonomy.yaml") } };
  await client.sendNotification(DidSaveTextDocumentNotification.type, sent);
  expect(await told).toMatch(/^pm: taxonomy\.yaml:1:10 /);
});
