export type Values = Record<string, unknown>;

/** The values with one field set, or taken out when it says nothing: what is absent and what is empty are the same to readers. */
export function withField(values: Values, name: string, value: unknown): Values {
  const { [name]: _was, ...others } = values;
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? others : { ...values, [name]: value };
}
