import { useQueryClient } from "@tanstack/react-query";
import { session } from "../session/session.ts";

/** Asks again how somebody can sign in, after one of the ways changed. */
export function useRenewed(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.setQueryData(["session"], await session.show());
    await client.invalidateQueries({ queryKey: ["account"] });
  };
}
