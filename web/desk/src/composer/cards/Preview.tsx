import { useEffect, useRef, useState } from "react";
import type { Block } from "../../api/types.ts";
import { useSurroundings, type Shown, type Showing } from "../context.ts";

/** The server is asked when the writer has paused for this long, in ms. */
const Pause = 250;

interface PreviewProps {
  showing: Showing;
  block: Block;
  onShown(shown: Shown): void;
}

/** A block in the reader's own rendering, as it is being written. The frame is the reader's page, which runs no script here; what the server rendered is put on it. */
export function Preview({ showing, block, onShown }: PreviewProps) {
  const { words } = useSurroundings();
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(0);
  const [height, setHeight] = useState(120);
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const tell = useRef(onShown);
  useEffect(() => { tell.current = onShown; });

  useEffect(() => {
    const stop = new AbortController();
    const pause = setTimeout(() => {
      showing.show(block, stop.signal).then(
        (next) => { setShown(next); setFailed(false); tell.current(next); },
        () => { if (!stop.signal.aborted) setFailed(true); },
      );
    }, Pause);
    return () => { clearTimeout(pause); stop.abort(); };
  }, [showing, block]);

  useEffect(() => {
    const place = frame.current?.contentDocument?.querySelector("[data-block]");
    if (!place || !shown) return;
    const fresh = new DOMParser().parseFromString(shown.html, "text/html");
    // The table behind a chart stays open while its numbers are typed.
    const open = place.querySelector("details")?.open ?? false;
    place.replaceChildren(...[...fresh.body.childNodes].map((node) => place.ownerDocument.importNode(node, true)));
    const details = place.querySelector("details");
    if (details) details.open = open;
    const sheet = place.closest("main")!;
    const watch = new ResizeObserver(() => setHeight(Math.ceil(sheet.getBoundingClientRect().height)));
    watch.observe(sheet);
    return () => watch.disconnect();
  }, [shown, ready]);

  return (
    <div className="card-preview">
      <span className="field-name">{words.preview.label}</span>
      <iframe ref={frame} title={words.preview.frame} src={showing.sheet} sandbox="allow-same-origin" height={height} onLoad={() => setReady((times) => times + 1)} />
      <p className="field-wrong" role="status">{failed ? words.preview.failed : ""}</p>
    </div>
  );
}
