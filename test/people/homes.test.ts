import { expect, test } from "vitest";
import { recogniser } from "../../src/people/recogniser.ts";

const { redact } = recogniser({
  notNames: ["root", "user"],
  annotations: [],
  amounts: null,
  systemUsers: ["runner", "ec2"],
  groups: new Set(["payments"]),
});

test.each([
  ["see /home/jroe/app/log", "see /home/[person]/app/log"],
  ["`/Users/jane.roe/work`", "`/Users/[person]/work`"],
  [String.raw`C:\Users\jroe\Desktop`, String.raw`C:\Users\[person]\Desktop`],
  [String.raw`"C:\\Users\\jroe\\Desktop"`, String.raw`"C:\\Users\\[person]\\Desktop"`],
  ["/mnt/c/Users/jroe/x", "/mnt/c/Users/[person]/x"],
  ["/home/runner/work", "/home/runner/work"],
  ["/home/ec2-user/app", "/home/ec2-user/app"],
  ["/home/payments/app", "/home/payments/app"],
  ["the page /home/news of it", "the page /home/news of it"],
  ["https://example.com/home/news/today", "https://example.com/home/news/today"],
  ["GET /Users/42/groups", "GET /Users/42/groups"],
])("%s is printed as %s", (text, shown) => {
  expect(redact(text)).toBe(shown);
});
