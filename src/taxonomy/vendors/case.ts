import { createHash } from "node:crypto";
import type { Competency } from "../../core/taxonomy.ts";
import { defineVendor, type Framework, oldIds, type VendorJson } from "./define.ts";

/** The name space of URLs in RFC 4122, appendix C. */
const URL_NAMESPACE = "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

/** A UUID of version 5 (RFC 4122, section 4.3): the same name has the same one everywhere. */
export function uuidOf(name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(URL_NAMESPACE.replaceAll("-", ""), "hex"))
    .update(`urn:postmortem-signal:${name}`)
    .digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join("-");
}

function identified(name: string) {
  const identifier = uuidOf(name);
  return { identifier, uri: `urn:uuid:${identifier}` };
}

function nodeOf(id: string, title = id) {
  return { title, ...identified(`competency:${id}`), targetType: "CASE" };
}

function itemOf(term: Competency, lastChangeDateTime: string) {
  const { id, name, description, parent, codes = {} } = term;
  const keywords = Object.entries(codes).map(([scheme, code]) => `${scheme}:${code}`);
  return {
    ...identified(`competency:${id}`),
    fullStatement: description === "" ? name : description,
    abbreviatedStatement: name,
    humanCodingScheme: id,
    CFItemType: parent === null ? "Domain" : "Competency",
    ...(keywords.length > 0 ? { conceptKeywords: keywords } : {}),
    language: "en",
    lastChangeDateTime,
  };
}

type Node = ReturnType<typeof nodeOf>;

function association(type: string, from: Node, to: Node, lastChangeDateTime: string) {
  return {
    ...identified(`${type}:${from.identifier}:${to.identifier}`),
    associationType: type,
    originNodeURI: from,
    destinationNodeURI: to,
    lastChangeDateTime,
  };
}

function build({ name, domains, competencies, asOf }: Framework): VendorJson {
  const at = new Date(asOf).toISOString();
  const terms = [...domains, ...competencies];
  const document = identified(`framework:${name}`);
  const root: Node = { title: name, ...document, targetType: "CASE" };
  const names = new Map(terms.map((term) => [term.id, term.name]));
  const parents = terms.map(({ id, name: title, parent }, index) => ({
    ...association(
      "isChildOf",
      nodeOf(id, title),
      parent === null ? root : nodeOf(parent, names.get(parent)),
      at,
    ),
    sequenceNumber: index + 1,
  }));
  const replaced = terms.flatMap((term) =>
    oldIds(term).map((old) =>
      association("replacedBy", nodeOf(old), nodeOf(term.id, term.name), at),
    ),
  );
  return {
    kind: "json",
    value: {
      CFDocument: {
        ...document,
        caseVersion: "1.1",
        creator: "postmortem-signal",
        title: name,
        language: "en",
        lastChangeDateTime: at,
      },
      CFItems: terms.map((term) => itemOf(term, at)),
      CFAssociations: [...parents, ...replaced],
    },
  };
}

/** A framework package of CASE 1.1. */
export const caseFramework = defineVendor({
  name: "case",
  summary: "CASE 1.1 (1EdTech): a CFPackage as JSON, for any product that imports frameworks",
  follows: "1EdTech, Competencies and Academic Standards Exchange 1.1: CFPackage",
  remarks: [
    "The id is the humanCodingScheme; identifiers are computed from it, so they stay. An old id among the aliases is replacedBy the present one. Codes, such as SFIA's, are conceptKeywords.",
  ],
  build,
});
