type Day = DOMStringMap | undefined;

/** The day of the newest post stands once above them all, with its year: changes it where the newest post is of another day. */
export function renewDay(date: HTMLTimeElement | null, was: Day, is: Day): void {
  const [from, to] = [was?.['day'], is?.['day']];
  if (!date || !from || !to || from === to) return;
  date.dateTime = to;
  date.textContent = date.textContent!
    .replace(was!['dayText']!, () => is!['dayText']!)
    .replace(from.slice(0, 4), to.slice(0, 4));
}
