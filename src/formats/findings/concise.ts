import { printable } from "../../core/text/printable.ts";
import { defineFindingFormat } from "./define.ts";

/** One line a finding, as compilers write them and editors read them. */
export const concise = defineFindingFormat({
  name: "concise",
  summary: "one line per finding: file:line:column: level: message [rule]",
  render: ({ findings }) =>
    findings
      .map(({ path, range: { start }, level, message, ruleId }) => {
        const place = `${printable(path)}:${start.line}:${start.column}`;
        return `${place}: ${level}: ${printable(message)} [${ruleId}]\n`;
      })
      .join(""),
});
