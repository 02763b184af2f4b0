import type { Had } from "../../context.ts";
import type { Field } from "../forms.ts";

export type Values = Record<string, unknown>;

/** The values with one field set, or taken out when it says nothing: what is absent and what is empty are the same to readers. */
export function withField(values: Values, name: string, value: unknown): Values {
  const { [name]: _was, ...others } = values;
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? others : { ...values, [name]: value };
}

/** The values with a file that the newsroom has. What is known about it fills what the writer left empty; what they wrote stays. */
export function withHad(values: Values, { id, ...known }: Had, fields: readonly Field[]): Values {
  let next = withField(values, "media", id);
  for (const { name, as } of fields) {
    const said = known[name as keyof typeof known];
    // The still of a film that was replaced would tell something that is not so.
    const replaced = name === "poster" && values["media"] != null && values["media"] !== id;
    if (said && (next[name] == null || replaced)) next = withField(next, name, as === "rich" ? [{ text: said }] : said);
  }
  return next;
}
