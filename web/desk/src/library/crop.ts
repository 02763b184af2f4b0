// A part of a picture, in its pixels.
export interface Crop {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The shortest side of a part. */
export const leastSide = 50;

/** The shapes that pages and networks ask for; the first is any. */
export const shapes = ["free", "3:2", "16:9", "1:1", "4:5", "9:16"] as const;
export type Shape = (typeof shapes)[number];

/** The largest part of this shape, in the middle. */
export function largest(shape: Shape, { width, height }: Size): Crop {
  if (shape === "free") return { left: 0, top: 0, width, height };
  const ratio = ratioOf(shape);
  const [wide, high] = width / height > ratio ? [Math.round(height * ratio), height] : [width, Math.round(width / ratio)];
  return { left: Math.round((width - wide) / 2), top: Math.round((height - high) / 2), width: wide, height: high };
}

/** The part between two points, from 0 to 1 each way, held within the picture and to the shape. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }, shape: Shape, whole: Size): Crop {
  const [left, top] = [Math.min(from.x, to.x) * whole.width, Math.min(from.y, to.y) * whole.height];
  const [wide, high] = [Math.abs(to.x - from.x) * whole.width, Math.abs(to.y - from.y) * whole.height];
  return within({ left, top, ...(shape === "free" ? { width: wide, height: high } : shaped(wide, high, ratioOf(shape))) }, whole, shape);
}

/** The part with one of its numbers changed, held within the picture and to the shape. */
export function changed(crop: Crop, name: keyof Crop, value: number, shape: Shape, whole: Size): Crop {
  const next = { ...crop, [name]: value };
  if (shape !== "free" && name === "width") next.height = value / ratioOf(shape);
  if (shape !== "free" && name === "height") next.width = value * ratioOf(shape);
  return within(next, whole, shape);
}

function within({ left, top, width, height }: Crop, whole: Size, shape: Shape): Crop {
  // A part that is too large for the picture is made smaller, in its shape.
  const most = shape === "free" ? { width: whole.width, height: whole.height } : largest(shape, whole);
  const least = shape === "free" ? { width: leastSide, height: leastSide } : leastOf(ratioOf(shape));
  const size = { width: clamp(Math.round(width), Math.min(least.width, most.width), most.width), height: clamp(Math.round(height), Math.min(least.height, most.height), most.height) };
  return { left: clamp(Math.round(left), 0, whole.width - size.width), top: clamp(Math.round(top), 0, whole.height - size.height), ...size };
}

const ratioOf = (shape: Exclude<Shape, "free">): number => {
  const [wide, high] = shape.split(":").map(Number);
  return wide! / high!;
};

const shaped = (wide: number, high: number, ratio: number): Size => (wide / Math.max(high, 1) > ratio ? { width: wide, height: wide / ratio } : { width: high * ratio, height: high });

const leastOf = (ratio: number): Size => (ratio >= 1 ? { width: Math.round(leastSide * ratio), height: leastSide } : { width: leastSide, height: Math.round(leastSide / ratio) });

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
