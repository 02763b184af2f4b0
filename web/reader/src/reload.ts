/** A page loads itself anew at most once in this many milliseconds, whatever it is told. */
const AtMostEvery = 60_000;

/** Loads the page anew as of a change, past every cache; answers whether it does. */
export function reloadAt(head: number): boolean {
  if (!mayReload()) return false;
  const url = new URL(location.href);
  url.searchParams.set('at', `${head}`);
  location.replace(url);
  return true;
}

/** Loads the page anew in its place, once the server is seen to answer: a reader must not be left with an error page. */
export async function reloadInPlace(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-cache' }).catch(() => undefined);
  if (answer?.ok && mayReload()) location.reload();
}

/** Takes the trace of a reload out of the address, which readers copy. */
export function tidyAddress(): void {
  const url = new URL(location.href);
  if (!url.searchParams.has('at')) return;
  url.searchParams.delete('at');
  history.replaceState(history.state, '', url);
}

// Without storage there is no telling when it last happened, so it does not happen.
function mayReload(): boolean {
  const key = 'dateline.reloaded';
  try {
    const last = Number(sessionStorage.getItem(key));
    if (Date.now() - last < AtMostEvery) return false;
    sessionStorage.setItem(key, `${Date.now()}`);
    return true;
  } catch {
    return false;
  }
}
