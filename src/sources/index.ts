import { alertmanager } from "./alertmanager.ts";
import { csv } from "./csv.ts";
import { datadog } from "./datadog.ts";
import type { SourceReader } from "./define.ts";
import { firehydrant } from "./firehydrant.ts";
import { github } from "./github.ts";
import { gitlab } from "./gitlab.ts";
import { grafana } from "./grafana.ts";
import { incidentIo } from "./incident-io.ts";
import { jira } from "./jira.ts";
import { opsgenie } from "./opsgenie.ts";
import { pagerduty } from "./pagerduty.ts";
import { rootly } from "./rootly.ts";
import { slack } from "./slack.ts";
import { statuspage } from "./statuspage.ts";

/**
 * The readers. Where two tell a fact, such as the title, the earlier one is believed: tools that
 * run incidents come first, then those that page, then the rest.
 */
export const SOURCES: readonly SourceReader[] = [
  incidentIo,
  firehydrant,
  rootly,
  datadog,
  pagerduty,
  opsgenie,
  alertmanager,
  grafana,
  statuspage,
  jira,
  gitlab,
  github,
  slack,
  csv,
];
