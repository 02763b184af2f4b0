// The API's words, taken from its own description: a change in C# that the desk does not follow breaks this build.
import type { components } from "./schema.d.ts";

export type Schemas = components["schemas"];

// The description cannot say that a block always names its kind.
type Named<B> = B extends { kind?: infer Kind } ? Omit<B, "kind"> & { kind: NonNullable<Kind> } : never;

export type Block = Named<Schemas["Block"]>;
export type BlockKind = Block["kind"];
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;
export type RichText = Schemas["RichText"];
export type Byline = Schemas["Byline"];
export type Label = NonNullable<Schemas["PostAnswer"]["label"]>;

export type Post = Omit<Schemas["PostAnswer"], "blocks" | "draft"> & { blocks: Block[]; draft?: Content | null };
export type Content = Omit<Schemas["Draft"], "blocks"> & { blocks?: Block[] | null };
export type PostState = Schemas["PostState"];
export type Revision = Omit<Schemas["Revision"], "content"> & { content: Content };

// Nor can it say what the points of a summary are, or that a field is emptied with null.
export type Coverage = Omit<Schemas["CoverageAnswer"], "summary" | "lead"> & { summary: RichText[]; lead?: Block | null };
export type CoverageEdit = Omit<Schemas["CoverageEdit"], "summary" | "lead" | "contributors"> & { summary?: RichText[] | null; lead?: Block | null; contributors?: RichText | null };
export type CoverageStatus = Schemas["CoverageStatus"];
export type PageLink = Schemas["PageLink"];
