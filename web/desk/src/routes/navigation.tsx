import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from "react";
import { type Route, addressOf, routeOf } from "./route.ts";

const listeners = new Set<() => void>();
addEventListener("popstate", () => listeners.forEach((listener) => listener()));

export function go(route: Route, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", addressOf(route));
  listeners.forEach((listener) => listener());
}

export function useRoute(): Route {
  const path = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => location.pathname,
  );
  return routeOf(path);
}

export function To({ route, ...rest }: { route: Route } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    rest.onClick?.(event);
    // A new tab or window is the browser's to open.
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(route);
  };
  return <a {...rest} href={addressOf(route)} onClick={follow} />;
}
