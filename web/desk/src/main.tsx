import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Unreachable } from "./api/client.ts";
import { App } from "./app/App.tsx";
import { Mended } from "./app/Mended.tsx";
import { InWords } from "./words/words.tsx";
import "./look/desk.css";

const client = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => error instanceof Unreachable && count < 5, refetchOnWindowFocus: false, staleTime: 30_000 } },
});

createRoot(document.getElementById("desk")!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <InWords>
        <Mended>
          <App />
        </Mended>
      </InWords>
    </QueryClientProvider>
  </StrictMode>,
);

// Without it the desk works all the same; it only does not open without a network.
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("/desk/worker.js").catch(() => {});
