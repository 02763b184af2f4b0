import { useState } from "react";

interface TypedProps {
  id: string;
  shown: string;
  /** What is wrong when what was typed cannot be read, in a sentence. */
  wrong: string;
  dir?: "ltr";
  inputMode?: "url" | "numeric" | "text";
  readOnly?: boolean;
  read(typed: string): { value: unknown; wrong?: boolean };
  onChange(value: unknown): void;
}

/** A field whose value is not simply what was typed: while somebody types it stays as typed, and "4." is not yet wrong. */
export function Typed({ id, shown, wrong, read, onChange, ...input }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [bad, setBad] = useState(false);
  function leave(): void {
    if (typed === null) return;
    const isWrong = read(typed).wrong === true;
    setBad(isWrong);
    if (!isWrong) setTyped(null);
  }
  return (
    <>
      <input {...input} id={id} type="text" autoComplete="off" maxLength={2000} value={typed ?? shown} aria-invalid={bad} aria-describedby={bad ? `${id}-wrong` : undefined} onBlur={leave}
        onChange={({ target }) => { setTyped(target.value); setBad(false); onChange(read(target.value).value); }} />
      {bad && <p className="field-wrong" id={`${id}-wrong`}>{wrong}</p>}
    </>
  );
}
