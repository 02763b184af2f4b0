import { Component, type ReactNode } from "react";
import { useWords } from "../words/words.tsx";

/** A fault of the desk's own: said plainly, with a way on. What was written is on the shelf. */
export class Mended extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const w = useWords();
  return (
    <main className="narrow" id="page">
      <p role="alert">{w.app.broken}</p>
      <p><button type="button" className="main" onClick={() => location.reload()}>{w.app.reload}</button></p>
    </main>
  );
}
