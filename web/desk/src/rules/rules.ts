// What the newsroom agreed on, as the server says it.
import { useQuery } from "@tanstack/react-query";
import { call } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";

export type Rules = Schemas["Rules"];
export type Ask = Schemas["Ask"];
export type RulesEdit = Schemas["RulesEdit"];

const path = "/api/v1/rules";

export const rules = {
  show: (signal?: AbortSignal) => call<Rules>("GET", path, signal ? { signal } : {}),
  change: (edit: RulesEdit) => call<Rules>("PATCH", path, { body: edit }),
};

/** Until the server has said what is agreed on. */
export const usual: Rules = { sendDelay: 0, checklist: { alt: "warn", credit: "warn", byline: "warn", source: "warn", links: "warn" } };

/** How often the desk asks again: the server holds everybody to the rules in any case. */
const askedEvery = 60_000;

export function useRules(): Rules {
  return useQuery({ queryKey: ["rules"], queryFn: ({ signal }) => rules.show(signal), staleTime: askedEvery, refetchInterval: askedEvery }).data ?? usual;
}
