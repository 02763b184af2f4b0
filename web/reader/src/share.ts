/** Makes the links to single posts open the device's own share sheet, or copy themselves where there is none. */
export function startSharing(copied: () => void): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-share]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const share = 'share' in navigator ? shareSheet : 'clipboard' in navigator ? copy : undefined;
    if (!share) return;
    event.preventDefault();
    const url = new URL(link.getAttribute('href') ?? link.dataset['share']!, document.baseURI).href;
    const title = link.closest('article')?.querySelector('h2, h3')?.textContent?.trim() || document.title;
    share(url, title, copied).catch(() => {
      // The reader thought better of it, or the browser forbids it; either way nothing was shared and nothing is said.
    });
  });
}

async function shareSheet(url: string, title: string): Promise<void> {
  await navigator.share({ url, title });
}

async function copy(url: string, _title: string, copied: () => void): Promise<void> {
  await navigator.clipboard.writeText(url);
  copied();
}
