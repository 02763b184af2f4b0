export { compareWords, wordsOf, type Words } from "./model/compareWords.ts";
export { newId } from "./model/blocks.ts";
export { overLimits, type OverLimit } from "./model/limits.ts";
export { merge, resolve, type BlockConflict, type Choice, type Conflict, type Merged, type OrderConflict } from "./model/merge.ts";
export { owed, type Owed, type Owes } from "./model/owed.ts";
export { toBlocks, toDoc } from "./model/doc.ts";
