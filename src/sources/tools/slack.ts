import { z } from "zod";
import { type Actor, defineSource, form, type FoundEvent, type Reading } from "../define.ts";
import {
  at,
  hasKeys,
  id,
  instant,
  keyed,
  known,
  listOf,
  maybe,
  personOf,
  programOf,
  says,
  words,
} from "../fields.ts";
import { withoutEntities } from "../html.ts";

const profile = z.object({
  real_name: words,
  display_name: words,
  first_name: words,
  last_name: words,
  name: words,
  email: words,
});
type Profile = z.output<typeof profile>;

function namesOf(one: Profile | null): readonly (string | null)[] {
  if (one === null) return [];
  return [one.real_name, one.display_name, one.name, one.email, one.first_name, one.last_name];
}

const user = z.object({
  id: z.string(),
  name: words,
  real_name: words,
  is_bot: maybe(z.boolean()),
  profile: maybe(profile),
});

function readUser({ id: userId, name, real_name, is_bot, profile: about }: z.output<typeof user>) {
  const names = [userId, real_name, name, ...namesOf(about)];
  const person = personOf(...names);
  return { people: known(person && { ...person, isProgram: is_bot === true }) };
}

const field = z.object({ title: words, value: words });
const attachment = z.object({
  ...{ pretext: words, title: words, text: words, fallback: words },
  fields: listOf(field),
});
const block = z.object({
  text: maybe(z.object({ text: words })),
  fields: listOf(z.object({ text: words })),
  elements: maybe(z.unknown()),
});

/** The texts in the elements of a block of rich text, whose lists and quotations hold elements again. */
function elementTexts(elements: unknown): readonly string[] {
  if (!Array.isArray(elements)) return [];
  return elements.flatMap((one: unknown) => {
    const text = at(one, "text");
    const user = at(one, "user_id");
    return [
      ...(typeof text === "string" ? [text] : []),
      ...(typeof user === "string" ? [`<@${user}>`] : []),
      ...elementTexts(at(one, "elements")),
    ];
  });
}

const message = z.object({
  ts: instant,
  text: words,
  subtype: words,
  user: words,
  username: words,
  bot_id: words,
  bot_profile: maybe(z.object({ name: words })),
  user_profile: maybe(profile),
  thread_ts: maybe(instant),
  edited: maybe(z.object({ ts: maybe(instant) })),
  attachments: listOf(attachment),
  blocks: listOf(block),
  topic: words,
});
type Message = z.output<typeof message>;

const NOTICES =
  /^(?:channel|group|pinned|unpinned|sh_room|huddle|ekm)_|^(?:bot_add|bot_remove|bot_enable|bot_disable|tombstone|reminder_add|joiner_notification)/;

/**
 * The text behind Slack's own markup: links by their label, channels and groups by their name.
 * Members stay `<@U123>`, to become their team.
 */
function plainText(text: string): string {
  return text
    .replace(/<#\w{1,20}\|([^<>|]{1,80})>/g, "#$1")
    .replace(/<#\w{1,20}\|?>/g, "#channel")
    .replace(/<!subteam\^\w{1,20}\|@?([^<>|]{1,80})>/g, "@$1")
    .replace(/<!subteam\^\w{1,20}>/g, "@group")
    .replace(/<!(?:here|channel|everyone)(?:\|[^<>|]{1,20})?>/g, "@channel")
    .replace(/<!date\^[^<>|]{1,200}\|([^<>|]{1,80})>/g, "$1")
    .replace(/<[a-z][a-z+.-]{1,20}:[^<>|]{1,2000}\|([^<>]{1,500})>/gi, "$1")
    .replace(/<((?:https?|mailto|tel):[^<>|]{1,2000})>/gi, "$1")
    .replace(/<@(\w{1,20})\|[^<>]{1,80}>/g, "<@$1>")
    .replace(/&(?:amp|lt|gt);/g, withoutEntities);
}

function blockTexts({ text, fields, elements }: z.output<typeof block>) {
  return [text?.text ?? null, ...fields.map((one) => one.text), elementTexts(elements).join("")];
}

/** What a message says: its text, otherwise what a program attached. */
function saidIn({ text, attachments, blocks }: Message): string | null {
  const attached = attachments.map((one) => {
    const fields = one.fields.map(({ title, value }) => [title, value].filter(Boolean).join(": "));
    const parts = [one.pretext, one.title, one.text, ...fields].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(" ") : one.fallback;
  });
  const inBlocks = text === null ? blocks.flatMap(blockTexts) : [];
  const said = [text, ...inBlocks, ...attached].filter((part) => part !== null && part !== "");
  return said.length === 0 ? null : plainText(said.join(" "));
}

function authorOf(one: Message): Actor | null {
  const { bot_id, bot_profile, username, user: by } = one;
  if (one.subtype === "bot_message" || bot_id !== null) {
    return programOf(bot_profile?.name ?? username ?? bot_id);
  }
  return personOf(by, username, ...namesOf(one.user_profile));
}

function readMessage(one: Message): Reading {
  const actor = authorOf(one);
  const people = known(actor);
  const said = saidIn(one);
  const common = { at: one.ts, actor, link: null };
  if (one.subtype !== null && /_topic$/.test(one.subtype)) {
    const event: FoundEvent = {
      ...common,
      kind: "note",
      what: "Topic set",
      said: one.topic ?? said,
    };
    return { events: [event] };
  }
  if (one.subtype !== null && NOTICES.test(one.subtype)) return { people, skipped: "notices" };
  if (said === null) return { people, skipped: "messages without text" };
  const isReply = one.thread_ts !== null && one.thread_ts !== one.ts;
  const marks = [...(isReply ? ["in a thread"] : []), ...(one.edited ? ["edited"] : [])];
  return { events: [{ ...common, kind: "message", what: marks.join(", "), said }] };
}

const isMessage = (value: unknown) => says(value, "type", /^message$/) && hasKeys(value, "ts");

/** Slack: channel exports with `users.json`, a folder, an archive or the file of one day. */
export const slack = defineSource("slack", "Slack", [
  form(
    ({ value }) => isMessage(value) && says(value, "subtype", /^message_(?:changed|deleted)$/),
    z.object({ subtype: z.string(), message: maybe(z.object({ user: words })) }),
    ({ subtype, message: changed }) => ({
      people: known(personOf(changed?.user)),
      skipped: subtype === "message_changed" ? "records of edits" : "records of deletions",
    }),
  ),
  form(keyed(["type", "ts"], isMessage), message, readMessage),
  form(
    keyed(["id", "name"], (value) => hasKeys(value, "profile") || hasKeys(value, "real_name")),
    user,
    readUser,
  ),
  form(
    keyed(["id", "created"], (value) => Array.isArray(at(value, "members"))),
    z.object({ id }),
    () => ({ skipped: "channels" }),
  ),
  form(
    keyed(["user_id", "change_type", "date"]),
    z.object({ user_id: words, user_name: words, admin_app_uid: words }),
    ({ user_id, user_name }) => ({
      people: known(personOf(user_id, user_name)),
      skipped: "integration logs",
    }),
  ),
]);
