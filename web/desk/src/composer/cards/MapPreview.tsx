import { useEffect, useState } from "react";
import type { Block } from "../../api/types.ts";
import { useSurroundings } from "../context.ts";

/** So long nobody types before a map is drawn anew. */
const pause = 400;

/** The longest address that a map is asked for by; one of a hundred places is seen in the post's own preview. */
const mostAddress = 7_500;

/** The map as readers will see it, drawn by the server while it is being described. */
export function MapPreview({ block }: { block: Block }) {
  const { words, preview } = useSurroundings();
  const address = preview && block.kind === "map" && isPlaced(block) ? preview({ kind: "map", places: block.places!.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })), ...(block.across == null ? {} : { across: block.across }) } as Block) : null;
  const [shown, setShown] = useState(address);
  useEffect(() => {
    const waiting = setTimeout(() => setShown(address), pause);
    return () => clearTimeout(waiting);
  }, [address]);
  if (shown === null || shown.length > mostAddress) return null;
  return <iframe className="map-preview" src={shown} title={words.preview} />;
}

const isPlaced = ({ places }: Extract<Block, { kind: "map" }>): boolean =>
  (places ?? []).length > 0 && places!.every(({ latitude, longitude }) => latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180);
