// When the right to show something ends, as it is typed.
import { instantOf, wallOf } from "./zone.ts";

/** Rights are the newsroom's, and belong to no live page: their times are told where who looks at them is. */
export const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An end that is kept, as a form field has it. */
export const typedEnd = (kept: string | null | undefined): string => (kept ? wallOf(new Date(kept), here) : "");

/** What a form field has, as it is kept: an end that was not touched stays to the second. */
export const keptEnd = (typed: string, kept: string | null | undefined): string => (kept && typed === typedEnd(kept) ? kept : (instantOf(typed, here)?.toISOString() ?? typed));
