import {
  CodeActionKind,
  CodeActionRequest,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  MessageType,
  PrepareRenameRequest,
  type ProtocolConnection,
  RegistrationRequest,
  RenameRequest,
  ResponseError,
  type ServerCapabilities,
  ShowMessageNotification,
  ShutdownRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver-protocol/node.js";
import { UsageError } from "../../../core/errors.ts";
import {
  actions,
  completions,
  definition,
  hover,
  renaming,
  termUnder,
} from "../../../jobs/editor.ts";
import { withPlainLineEnds } from "../../../read/read-file.ts";
import { listenToDocuments } from "./documents.ts";
import { tell } from "./notify.ts";
import { type OpenProject, uriOf, type Workspace, workspace } from "./workspace.ts";

/** What a client sees where a request is right and cannot be done: `RequestFailed` of the protocol. */
const REQUEST_FAILED = -32_803;

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Full, save: true },
  completionProvider: { triggerCharacters: [" ", ":", ",", "[", "-"] },
  hoverProvider: true,
  definitionProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
};

/** What a server needs of the world. */
export interface ServerWorld {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly now: () => number;
  readonly version: string;
  readonly openProject: OpenProject;
}

function answerQuestions(connection: ProtocolConnection, documents: Workspace): void {
  connection.onRequest(CompletionRequest.type, async ({ textDocument: { uri }, position }) => {
    const opened = await documents.get(uri);
    return opened ? [...completions(opened.document, position, opened.project)] : [];
  });
  connection.onRequest(HoverRequest.type, async ({ textDocument: { uri }, position }) => {
    const opened = await documents.get(uri);
    return opened && hover(opened.document, position, opened.project);
  });
  connection.onRequest(DefinitionRequest.type, async ({ textDocument: { uri }, position }) => {
    const opened = await documents.get(uri);
    const place = opened && (await definition(opened.document, position, opened.project));
    return place && { uri: uriOf(place.path), range: place.range };
  });
  connection.onRequest(
    CodeActionRequest.type,
    async ({ textDocument: { uri }, range, context }) => {
      const opened = await documents.get(uri);
      if (!opened?.isJudged) return [];
      const wanted = context.only ?? null;
      return actions(opened.document, range)
        .filter(({ kind }) => wanted === null || wanted.some((one) => kind.startsWith(one)))
        .map(({ edits, diagnostics: about, ...action }) => {
          return { ...action, diagnostics: [...about], edit: { changes: { [uri]: [...edits] } } };
        });
    },
  );
}

function answerRenames(connection: ProtocolConnection, documents: Workspace): void {
  connection.onRequest(PrepareRenameRequest.type, async ({ textDocument: { uri }, position }) => {
    const opened = await documents.get(uri);
    const found = opened && (await termUnder(opened.document, position, opened.project));
    return found && { range: found.range, placeholder: found.term.id };
  });
  connection.onRequest(RenameRequest.type, async ({ textDocument, position, newName }) => {
    const opened = await documents.get(textDocument.uri);
    if (!opened) return null;
    try {
      const files = await renaming(opened.document, position, newName, opened.project);
      if (files === null) return null;
      for (const { path, before } of files) {
        const text = documents.textOf(uriOf(path));
        if (text !== null && withPlainLineEnds(text) !== before) {
          throw new UsageError(`Save ${path} first: the renaming is worked out from the files`);
        }
      }
      return {
        changes: Object.fromEntries(files.map(({ path, edits }) => [uriOf(path), [...edits]])),
      };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return new ResponseError(REQUEST_FAILED, error.message);
    }
  });
}

/** Asks the editor to tell of changes of files that a project is set up by, where it can. */
async function watchSetup(connection: ProtocolConnection): Promise<void> {
  const watchers = [{ globPattern: "**/*.{yaml,yml}" }];
  const method = DidChangeWatchedFilesNotification.method;
  const registrations = [{ id: "pm-setup", method, registerOptions: { watchers } }];
  await connection.sendRequest(RegistrationRequest.type, { registrations });
}

/**
 * Serves one editor until it says goodbye or goes away.
 * @returns whether the editor asked for the end before it went.
 */
export function serve(world: ServerWorld): Promise<boolean> {
  const { input, output, now, version, openProject } = world;
  const connection = createProtocolConnection(input, output);
  const reported = new Set<string>();
  const documents = workspace(openProject, now, (message) => {
    if (reported.has(message)) return;
    reported.add(message);
    void tell(connection, ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `pm: ${message}`,
    });
  });
  let canWatch = false;
  let isAsked = false;
  let isOver = false;
  connection.onRequest(InitializeRequest.type, ({ capabilities }) => {
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return { capabilities: CAPABILITIES, serverInfo: { name: "pm", version } };
  });
  connection.onNotification(InitializedNotification.type, () => {
    if (canWatch) void watchSetup(connection).catch(() => undefined);
  });
  connection.onRequest(ShutdownRequest.type, () => {
    isAsked = true;
    return null;
  });
  const stop = listenToDocuments(connection, documents);
  answerQuestions(connection, documents);
  answerRenames(connection, documents);
  return new Promise((resolve) => {
    const end = () => {
      if (isOver) return;
      isOver = true;
      stop();
      connection.dispose();
      resolve(isAsked);
    };
    connection.onNotification(ExitNotification.type, end);
    connection.onClose(end);
    // An input that ends need not close: `pm lsp < /dev/null`.
    input.once("end", end);
    connection.listen();
  });
}
