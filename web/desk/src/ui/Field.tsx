import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";
import { Sentence } from "./Sentence.tsx";

interface About {
  label: string;
  hint?: string;
  problem?: string | undefined;
}

function Around({ label, hint, problem, id, children }: About & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? <p className="hint" id={`${id}-hint`}>{hint}</p> : null}
      {problem ? <p className="problem" id={`${id}-problem`}><Sentence>{problem}</Sentence></p> : null}
    </div>
  );
}

const described = (id: string, { hint, problem }: About) =>
  [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ") || undefined;

export function Field({ label, hint, problem, ...input }: About & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const about: About = { label, ...(hint ? { hint } : {}), problem };
  return (
    <Around {...about} id={id}>
      <input id={id} aria-describedby={described(id, about)} aria-invalid={problem ? true : undefined} dir="auto" {...input} />
    </Around>
  );
}

export function Area({ label, hint, problem, ...area }: About & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  const about: About = { label, ...(hint ? { hint } : {}), problem };
  return (
    <Around {...about} id={id}>
      <textarea id={id} rows={3} aria-describedby={described(id, about)} aria-invalid={problem ? true : undefined} dir="auto" {...area} />
    </Around>
  );
}

export function Choice<Value extends string>({ label, hint, value, options, onChange, ...rest }: { label: string; hint?: string; value: Value; options: readonly (readonly [Value, string])[]; onChange(value: Value): void; hidden?: boolean; disabled?: boolean }) {
  const id = useId();
  return (
    <Around label={label} {...(hint ? { hint } : {})} id={id}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)} {...rest}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </Around>
  );
}

export function Check({ label, ...input }: { label: string } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}
