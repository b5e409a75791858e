import type { ListedNames } from "../core/document/listed-names.ts";
import type { PublicSettings } from "../core/settings/config.ts";
import { escapePattern } from "../core/text/escape-pattern.ts";
import { type Recogniser, WITHHELD } from "../people/recogniser.ts";
import { joined, type Span, spansOf } from "../people/span.ts";
import { secretSpans } from "./secrets.ts";

/** What may not leave the house, and what stands in its place; of two in one stretch the first counts. */
export const LEAK_KINDS = [
  { id: "secret", noun: "secret", plural: "secrets", mark: "[secret]" },
  { id: "link", noun: "internal link", plural: "internal links", mark: "[internal link]" },
  { id: "person", noun: "handle or address", plural: "handles or addresses", mark: WITHHELD },
  { id: "name", noun: "listed name", plural: "listed names", mark: WITHHELD },
  { id: "ip", noun: "IP address", plural: "IP addresses", mark: "[IP address]" },
  { id: "host", noun: "host", plural: "hosts", mark: "[host]" },
  {
    id: "listed",
    noun: "word of public.redact",
    plural: "words of public.redact",
    mark: "[withheld]",
  },
] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** What an edition withholds, and how its number is said. */
export interface WithheldKind {
  readonly noun: string;
  readonly plural: string;
}

/** What the public edition withholds, though it is no leak: what machines read in a text. */
export const GAP_TAG: WithheldKind = { noun: "gap tag", plural: "gap tags" };

/** All that an edition may withhold, in the order in which it is said. */
export const WITHHELD_KINDS: readonly WithheldKind[] = [...LEAK_KINDS, GAP_TAG];

/** A stretch of a text that may not leave the house. */
export interface Leak extends Span {
  readonly kind: LeakKind;
}

/** Finds leaks in a text, in its order; none overlaps another. */
export type FindLeaks = (text: string) => readonly Leak[];

/** By what leaks are recognised. */
export interface LeakSetup {
  readonly people: Recogniser;
  readonly names: ListedNames;
  readonly settings: PublicSettings;
  /** Endings by which a name with dots is recognised as a host. */
  readonly hostEndings: readonly string[];
}

/** What the editions put in place of a leak is none. */
const MARK = new RegExp(LEAK_KINDS.map(({ mark }) => escapePattern(mark)).join("|"), "gu");

const ADDRESS = /<?\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'`)\]|]+>?/giu;
/** The host of an address behind its scheme: without user, port and path. */
const AUTHORITY = /^(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)/u;
/** Where links of markdown and HTML lead, unless that is an address or a place in the same document. */
const RELATIVE = [
  /\]\(\s*(?<who><?(?![a-z][a-z0-9+.-]*:|#)[^\s)<>]+>?)/giu,
  /^ {0,3}\[[^\]\n]+\]:[ \t]*(?<who><?(?![a-z][a-z0-9+.-]*:|#)[^\s<>]+>?)/gimu,
  /\b(?:href|src)\s*=\s*["']?(?<who>(?![a-z][a-z0-9+.-]*:|#)[^\s"'<>]+)/giu,
];

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = new RegExp(
  `(?<![\\d.])${OCTET}(?:\\.${OCTET}){3}(?:/\\d{1,2})?(?::\\d{1,5})?(?!\\d|\\.\\d)`,
  "gu",
);
/** As cloud providers name machines by their address. */
const IP_NAME = /\bip-\d{1,3}(?:-\d{1,3}){3}\b/giu;
const IPV6 = /(?<![\p{L}\p{N}:.])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*[0-9a-f:](?:\/\d{1,3})?/giu;

/** What finds names with one of some endings, such as `internal`. */
function hostPattern(endings: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}_.@/-])(?:[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.)+(?:${endings.map(escapePattern).join("|")})(?::\\d{1,5})?(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`,
    "giu",
  );
}

function isPublic(host: string, hosts: readonly string[]): boolean {
  const asked = host.toLowerCase().replace(/:\d+$/u, "").replace(/\.$/u, "");
  return hosts
    .map((one) => one.toLowerCase())
    .some((one) => asked === one || asked.endsWith(`.${one}`));
}

/** An address without the punctuation of the sentence behind it. */
function withoutStop(address: string): string {
  let end = address.length;
  while (end > 0 && ".,;:!?>".includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

function urlSpans(text: string): readonly (Span & { readonly host: string })[] {
  return [...text.matchAll(ADDRESS)].map((match) => {
    const written = match[0].startsWith("<") ? match[0] : withoutStop(match[0]);
    const host = AUTHORITY.exec(written.replace(/^<?[^:]*:\/\//u, ""))?.groups?.host ?? "";
    return { start: match.index, end: match.index + written.length, host };
  });
}

function isIpv6(written: string): boolean {
  return URL.canParse(`http://[${written.replace(/\/\d+$/u, "")}]/`);
}

/** What `*` stands for: a dot at the end of a sentence is no part of a word. */
const ANY = String.raw`(?:[\p{L}\p{N}_-]|[.:](?=[\p{L}\p{N}]))*`;

function listedPattern(words: readonly string[]): RegExp | null {
  const patterns = words
    .map((word) => word.trim())
    .filter((word) => /[^*\s]/u.test(word))
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .split(/\s+/u)
        .map((part) => part.split("*").map(escapePattern).join(ANY))
        .join("\\s+"),
    );
  if (patterns.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** Leaks in order, without those that lie within what stands in place of one; overlapping ones joined. */
function settled(leaks: readonly Leak[], text: string): readonly Leak[] {
  const marks = spansOf(MARK, text);
  const isMark = ({ start, end }: Span) =>
    marks.some((mark) => mark.start <= start && end <= mark.end);
  return joined(leaks.filter((leak) => !isMark(leak)));
}

/**
 * What finds secrets, people, hosts, IP addresses, links to hosts that are not public, and listed words in a text.
 */
export function leakFinder({ people, names, settings, hostEndings }: LeakSetup): FindLeaks {
  const [secret, link, person, name, ip, host, listed] = LEAK_KINDS;
  const search = people.search(names);
  const words = listedPattern(settings.redact);
  const hostNames = hostPattern(hostEndings);
  const of = (kind: LeakKind, spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ start, end, kind }));
  return (text) => {
    const urls = urlSpans(text);
    const open = urls.filter((one) => isPublic(one.host, settings.hosts));
    const isOpen = (span: Span) =>
      open.some(({ start, end }) => start <= span.start && span.end <= end);
    const closed = urls.filter((one) => !open.includes(one));
    const v6 = spansOf(IPV6, text).filter(({ start, end }) => isIpv6(text.slice(start, end)));
    const hosts = spansOf(hostNames, text).filter(
      (span) => !isPublic(text.slice(span.start, span.end), settings.hosts) && !isOpen(span),
    );
    return settled(
      [
        ...of(secret, secretSpans(text)),
        ...of(link, [...closed, ...RELATIVE.flatMap((one) => spansOf(one, text))]),
        ...of(person, people.find(text)),
        ...of(name, search(text)),
        ...of(ip, [...spansOf(IPV4, text), ...spansOf(IP_NAME, text), ...v6]),
        ...of(host, hosts),
        ...of(listed, words === null ? [] : spansOf(words, text)),
      ],
      text,
    );
  };
}
