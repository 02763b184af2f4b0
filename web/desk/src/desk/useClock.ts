import { useEffect, useState } from "react";
import { onSkew, serverNow } from "../times/skew.ts";

/** Now by the server's clock, to the half minute: what the desk shows by the clock needs no more. */
export function useClock(): Date {
  const [now, setNow] = useState(() => new Date(serverNow()));
  useEffect(() => {
    const look = () => setNow(new Date(serverNow()));
    const timer = setInterval(look, 30_000);
    const leave = onSkew(look);
    return () => {
      clearInterval(timer);
      leave();
    };
  }, []);
  return now;
}
