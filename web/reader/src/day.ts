/** The day of the newest post stands once above them all, with its year: shows the day of this article, or none while there is no post. */
export function showDay(date: HTMLTimeElement | null, newest: HTMLElement | undefined): void {
  if (!date) return;
  date.hidden = !newest;
  const { day, dayText } = newest?.dataset ?? {};
  if (!day || !dayText || day === date.dateTime) return;
  date.textContent = date.textContent!
    .replace(date.dataset['dayText']!, () => dayText)
    .replace(date.dateTime.slice(0, 4), day.slice(0, 4));
  date.dateTime = day;
  date.dataset['dayText'] = dayText;
}
