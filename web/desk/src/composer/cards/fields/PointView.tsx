import { useId } from "react";
import { useSurroundings } from "../../context.ts";

type Point = { x: number; y: number };

/** What must stay in view when a picture is cropped, in hundredths from the left and from the top. */
export function PointView({ label, value, onChange }: { label: string; value: Point | null | undefined; onChange(value: Point | null): void }) {
  const { words } = useSurroundings();
  const id = useId();
  const part = (axis: "x" | "y", name: string) => (
    <span>
      <label htmlFor={id + axis}>{name}</label>
      <input id={id + axis} type="number" min="0" max="100" step="any" value={value ? Math.round(value[axis] * 10_000) / 100 : ""}
        onChange={({ target }) => onChange(target.value === "" ? null : { x: value?.x ?? 0.5, y: value?.y ?? 0.5, [axis]: Math.min(1, Math.max(0, Number(target.value) / 100)) })} />
    </span>
  );
  return <fieldset className="field field-point"><legend>{label}</legend>{part("x", words.point.left)}{part("y", words.point.top)}</fieldset>;
}
