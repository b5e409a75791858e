import {
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  LogMessageNotification,
  MessageType,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
} from "vscode-languageserver-protocol/node.js";
import { diagnosticsOf } from "../../../jobs/editor.ts";
import { tell } from "./notify.ts";
import type { Workspace } from "./workspace.ts";

/** Milliseconds without a change after which a document is judged. */
const SETTLE_MS = 150;

/** Judges documents some time after their last change, and tells the editor. */
function diagnostics(connection: ProtocolConnection, documents: Workspace) {
  const waiting = new Map<string, NodeJS.Timeout>();
  const show = (uri: string, found: Diagnostic[]) =>
    tell(connection, PublishDiagnosticsNotification.type, { uri, diagnostics: found });
  const publish = async (uri: string): Promise<void> => {
    const before = documents.textOf(uri);
    const opened = await documents.get(uri);
    // Whoever types on gets the diagnostics of the later text.
    if (before === null || documents.textOf(uri) !== before) return;
    await show(uri, opened?.isJudged ? [...diagnosticsOf(opened.document)] : []);
  };
  const fail = (error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void tell(connection, LogMessageNotification.type, {
      type: MessageType.Error,
      message: `pm: this is a bug in pm: ${message}`,
    });
  };
  const later = (uri: string, delay = SETTLE_MS) => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        publish(uri).catch(fail);
      }, delay),
    );
  };
  const drop = async (uri: string): Promise<void> => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    await show(uri, []);
  };
  const stop = () => {
    for (const timer of waiting.values()) clearTimeout(timer);
  };
  return { later, drop, stop };
}

/**
 * Keeps the documents as the editor has them, and tells it what the rules say of them.
 * @returns stops what is still waiting.
 */
export function listenToDocuments(connection: ProtocolConnection, documents: Workspace) {
  const { later, drop, stop } = diagnostics(connection, documents);
  const again = () => {
    documents.forget();
    for (const uri of documents.uris()) later(uri, 0);
  };
  connection.onNotification(DidOpenTextDocumentNotification.type, ({ textDocument }) => {
    documents.put(textDocument.uri, textDocument.text);
    later(textDocument.uri, 0);
  });
  connection.onNotification(
    DidChangeTextDocumentNotification.type,
    ({ textDocument: { uri }, contentChanges }) => {
      const last = contentChanges.at(-1);
      if (last) documents.put(uri, last.text);
      later(uri);
    },
  );
  connection.onNotification(DidCloseTextDocumentNotification.type, ({ textDocument: { uri } }) => {
    documents.close(uri);
    void drop(uri);
  });
  connection.onNotification(DidSaveTextDocumentNotification.type, again);
  connection.onNotification(DidChangeWatchedFilesNotification.type, again);
  return stop;
}
