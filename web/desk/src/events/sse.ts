// Server-Sent Events as they come over a fetch, whose requests carry the session and whose silence can be noticed.
export interface Told {
  event: string;
  data: string;
}

/** A line longer than this is no event of ours; the stream is given up. */
export const mostLine = 4 * 1024 * 1024;

/** Takes text in as it arrives, in any pieces, and hands out whole events. */
export class Events {
  #rest = "";
  #event = "";
  #data: string[] = [];

  take(text: string): Told[] {
    const told: Told[] = [];
    this.#rest += text;
    if (this.#rest.length > mostLine) throw new Error("An event was too long.");
    let end: number;
    while ((end = this.#rest.search(/\r\n|\n|\r(?!$)/)) >= 0) {
      const line = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + (this.#rest.startsWith("\r\n", end) ? 2 : 1));
      const whole = this.#line(line);
      if (whole) told.push(whole);
    }
    return told;
  }

  #line(line: string): Told | null {
    if (line === "") {
      const told = this.#data.length > 0 ? { event: this.#event || "message", data: this.#data.join("\n") } : null;
      this.#event = "";
      this.#data = [];
      return told;
    }
    const colon = line.indexOf(":");
    const [field, value] = colon < 0 ? [line, ""] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, "")];
    if (field === "event") this.#event = value;
    else if (field === "data") this.#data.push(value);
    return null;
  }
}
