// Passkeys: the browser speaks to the device; the JSON forms are the standard's own, so the server reads them as they come.
import { call } from "../api/client.ts";
import type { Schemas } from "../api/types.ts";
import type { Session } from "./session.ts";

export const canUsePasskeys = (): boolean => typeof PublicKeyCredential !== "undefined" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

export async function enterWithPasskey(): Promise<Session> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>("POST", "/api/v1/session/passkey/options", { body: {} });
  const credential = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return await call<Session>("POST", "/api/v1/session/passkey", { body: json(credential) });
}

export const passkeys = {
  list: (signal?: AbortSignal) => call<Schemas["PasskeyList"]>("GET", "/api/v1/account/passkeys", signal ? { signal } : {}),
  remove: (id: string) => call<void>("DELETE", `/api/v1/account/passkeys/${encodeURIComponent(id)}`),
  async add(name: string): Promise<void> {
    const options = await call<PublicKeyCredentialCreationOptionsJSON>("POST", "/api/v1/account/passkeys/options", { body: {} });
    const credential = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    await call<unknown>("POST", "/api/v1/account/passkeys", { body: { ...json(credential), name } });
  },
};

/** Nobody touched the key, or the device would not: no fault of the server's. */
export class NoPasskey extends Error {}

function json(credential: Credential | null): object {
  if (!(credential instanceof PublicKeyCredential)) throw new NoPasskey();
  return credential.toJSON() as object;
}
