import type { Competency, Taxonomy, Term } from "../../src/core/taxonomy.ts";

function term(id: string, ...aliases: readonly string[]): Term {
  return { id, name: id, description: "", aliases };
}

function competency(id: string, ...aliases: readonly string[]): Competency {
  const [domain = id, ...rest] = id.split(".");
  return {
    ...term(id, ...aliases),
    parent: rest.length > 0 ? domain : null,
    signals: [],
    resources: [],
  };
}

/** A small company: two services, three teams, and three domains with a competency each. */
export const TAXONOMY: Taxonomy = {
  severities: [term("P1", "SEV1"), term("P2"), term("P3"), term("P4")],
  teams: [
    { ...term("payments", "payments squad"), size: 8 },
    { ...term("ledger"), size: 6 },
    { ...term("platform"), size: null },
  ],
  services: [
    { ...term("checkout", "checkout-api"), owner: "payments" },
    { ...term("ledger"), owner: "ledger" },
  ],
  kinds: ["knowledge", "coverage", "instrumentation", "access", "documentation"].map((id) => ({
    ...term(id),
    remedy: null,
  })),
  triggers: ["deploy", "config", "capacity", "dependency", "data"].map((id) => term(id)),
  causes: ["software", "process", "capacity", "knowledge"].map((id) => term(id)),
  detectionSources: ["alert", "customer", "employee", "partner"].map((id) => term(id)),
  competencies: [
    competency("observability"),
    competency("observability.tracing", "distributed tracing"),
    competency("observability.alerting"),
    competency("messaging"),
    competency("messaging.backpressure", "queue backpressure", "consumer lag"),
    competency("messaging.dead-letters"),
    competency("capacity"),
    competency("capacity.overload-protection", "load shedding"),
    competency("incident-response"),
    competency("incident-response.runbooks"),
  ],
};
