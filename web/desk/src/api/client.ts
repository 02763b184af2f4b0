// One way to the server. What it refuses comes back as its own sentence; that it cannot be reached is another thing altogether.
import { noteDate } from "../times/skew.ts";
import type { Post } from "./types.ts";

export interface Problem {
  title: string;
  status: number;
  path?: string;
  problems?: { path: string; sentence: string }[];
  post?: Post;
  needs?: string;
  until?: string;
  newsroom?: { name: string };
  ways?: { oidc?: { name: string } | null };
}

/** The server answered, and it was no. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** Nobody answered: no network, no server, or something in between that is neither. */
export class Unreachable extends Error {}

export interface Request {
  body?: unknown;
  /** The version that was changed. */
  version?: number | null;
  /** Names the request, so that it is done once however often it is sent. */
  key?: string;
  signal?: AbortSignal;
}

let tellSignedOut: () => void = () => {};

/** Who is told when a request finds the session gone. */
export function onSignedOut(listener: () => void): void {
  tellSignedOut = listener;
}

/** A request that was not sent from here found it gone. */
export function signedOut(): void {
  tellSignedOut();
}

let tellForbidden: () => void = () => {};

/** Who is told when the server says that somebody may not: their role may have changed since they came in. */
export function onForbidden(listener: () => void): void {
  tellForbidden = listener;
}

/** A request is given up after this long: a phone that lost its network in a tunnel often does not notice. */
export const mostWait = 20_000;

export async function call<Answer>(method: string, path: string, request: Request = {}): Promise<Answer> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (request.body !== undefined) headers["Content-Type"] = "application/json";
  if (request.version != null) headers["If-Match"] = `"${request.version}"`;
  if (request.key) headers["Idempotency-Key"] = request.key;
  const timeout = AbortSignal.timeout(mostWait);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
    });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Unreachable("The server cannot be reached.", { cause });
  }
  noteDate(response.headers.get("Date"), Date.now());
  if (response.ok) return response.status === 204 ? (undefined as Answer) : await read<Answer>(response);
  const problem = await problemOf(response);
  if (response.status === 401 && !path.startsWith("/api/v1/session")) tellSignedOut();
  if (response.status === 403 && !path.startsWith("/api/v1/session")) tellForbidden();
  throw new Refused(problem);
}

async function read<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (cause) {
    // Half an answer, or a page that some network put in its place: nothing is known about what was done.
    throw new Unreachable("The answer was cut off.", { cause });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) {
    // A gateway's page speaks for the network, not for Dateline.
    if (response.status >= 500) throw new Unreachable(`The server answered ${response.status}.`);
    return { title: `The server answered ${response.status}.`, status: response.status };
  }
  const problem = await read<Problem>(response);
  return { ...problem, status: response.status };
}
