import { createContext, useContext } from "react";
import type { Session } from "../session/session.ts";

interface AtTheDesk {
  session: Session;
  /** Counts the times somebody signed in: what waits for a session goes on. */
  turn: number;
  expired: boolean;
  askAgain(): void;
  leave(): void;
}

export const SessionContext = createContext<AtTheDesk | null>(null);

export function useAtTheDesk(): AtTheDesk {
  const context = useContext(SessionContext);
  if (!context) throw new Error("Nobody is signed in here.");
  return context;
}
