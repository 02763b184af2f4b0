import { useEffect, useState } from "react";

/** How long somebody has to pause before what they typed is asked for, in milliseconds. */
const pause = 200;

/** What was typed, once the typing pauses. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
