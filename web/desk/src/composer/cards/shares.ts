import type { Block } from "../../api/types.ts";

/** What the shares of a pie come to when that is not a hundred: a slip of typing is seen by it. Null when all is well, or not yet known. */
export function oddTotal(block: Block): number | null {
  if (block.kind !== "chart" || (block.type !== "pie" && block.type !== "donut") || block.unit?.trim() !== "%") return null;
  const shares = (block.rows ?? []).map((row) => (row as (string | number | null)[])[1]);
  if (shares.length < 2 || !shares.every((share) => typeof share === "number")) return null;
  const total = Math.round(shares.reduce((sum, share) => sum + share, 0) * 1e6) / 1e6;
  // Rounded shares may be half a point off each.
  return Math.abs(total - 100) > shares.length * 0.5 ? total : null;
}

/** Whether there is something to look at. */
export function isDrawable(block: Block): boolean {
  if (block.kind === "chart") return (block.rows ?? []).some((row) => (row as unknown[]).slice(1).some((cell) => typeof cell === "number"));
  if (block.kind === "table") return (block.rows ?? []).some((row) => (row as unknown[]).some((cell) => cell !== null && cell !== ""));
  if (block.kind === "map") return isPlaced(block);
  return block.kind === "scoreboard" && (block.sides ?? []).some((side) => !!side.name);
}

// A map is drawn when each of its places is one on earth.
const isPlaced = ({ places }: Extract<Block, { kind: "map" }>): boolean =>
  (places ?? []).length > 0 && places!.every(({ latitude, longitude }) => latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180);
