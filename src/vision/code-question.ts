import type { Symbols } from './read-luma.ts'
import type { Retouch } from './retouches.ts'

/** What is looked for in a picture, how (in a retouched picture, or straightened), and for how long at most. */
export type CodeQuestion = { symbols: Symbols; way: Retouch | 'straight'; patienceMs: number }

/** Texts of the codes in a picture, looked for in one way; null when that took too long, or could not be done. */
export type AskForCodes<Picture> = (
  picture: Picture,
  question: CodeQuestion,
) => Promise<string[] | null>
