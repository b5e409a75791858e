import { expect, test } from "vitest";
import { yamlDocument } from "../../../src/parse/frontmatter/yaml-document.ts";

test("errors of broken YAML note no stack, and later errors do", () => {
  const { errors } = yamlDocument("a: [\nb: ]}");
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.map(({ stack }) => stack?.includes("\n    at "))).not.toContain(true);
  expect(new Error("later").stack).toContain("\n    at ");
});
