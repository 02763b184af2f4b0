// Keeps the desk's own files on the device, so that it opens without a network. What the newsroom has is never kept here: no API, no preview.
const kept = "desk";
const shell = "/desk/";

self.addEventListener("install", (event) => event.waitUntil(fetch(shell).then(keep).then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/desk/assets/")) event.respondWith(asset(event.request));
  else if (event.request.mode === "navigate" && !pathname.startsWith("/desk/preview/") && pathname !== "/desk/oidc") event.respondWith(page(event.request));
});

// A file named by its content never changes.
async function asset(request) {
  return (await (await caches.open(kept)).match(request)) ?? fetch(request);
}

// The newest page when there is a network, the kept one when there is none.
async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keep(response.clone());
    return response;
  } catch (error) {
    const held = await (await caches.open(kept)).match(shell);
    if (held) return held;
    throw error;
  }
}

// The page and the files it names; those of an earlier build go.
async function keep(response) {
  const html = await response.clone().text();
  const files = [...html.matchAll(/\/desk\/assets\/[^"']+/g)].map(([file]) => file);
  const cache = await caches.open(kept);
  const held = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(files.filter((file) => !held.includes(file)));
  await cache.put(shell, response);
  await Promise.all(held.filter((file) => file !== shell && !files.includes(file)).map((file) => cache.delete(file)));
}
