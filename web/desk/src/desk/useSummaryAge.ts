import { useEffect, useState } from "react";
import type { Coverage } from "../api/types.ts";

/** For how many minutes this desk has seen the summary unchanged; null on a page that is not live or has none. */
export function useSummaryAge(page: Coverage, now: Date): number | null {
  const said = JSON.stringify(page.summary);
  const [since, setSince] = useState(() => Date.now());
  useEffect(() => setSince(Date.now()), [said]);
  return page.status === "live" && page.summary.length > 0 ? Math.max(0, Math.floor((now.getTime() - since) / 60_000)) : null;
}
