import type {
  ProtocolConnection,
  ProtocolNotificationType,
} from "vscode-languageserver-protocol/node.js";

/** Tells an editor something, unless it is gone: then nobody is there who could miss it. */
export async function tell<Params>(
  connection: ProtocolConnection,
  type: ProtocolNotificationType<Params, unknown>,
  params: NoInfer<Params>,
): Promise<void> {
  try {
    await connection.sendNotification(type, params);
  } catch {
    // A closed connection throws, whether at once or later.
  }
}
