import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FEATURES } from './decide.ts'

const logistic = z.object({ bias: z.number(), weights: z.array(z.number()).length(FEATURES) })
const share = z.number().min(0).max(1)

const decisionRule = z.object({
  first: logistic,
  three: logistic,
  category: logistic,
  sure: share,
  few: share,
  fits: share,
  gap: z.number().positive(),
  twins: z.number().min(-1).max(1),
})

const schema = z.object({
  model: z.object({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    licence: z.string(),
    embedding: z.number().int().positive(),
    classes: z.number().int().positive(),
  }),
  decision: decisionRule,
  /** Without the model, by colours and outlines. */
  roughDecision: decisionRule,
  /** Least share of the classes' probability that a category, with all under it, must have. */
  categoryShare: share,
})

/** What models/manifest.json says: which file the model is, and how its numbers become answers. */
export type Manifest = z.output<typeof schema>

/** Reads a manifest. @throws Error when it is not there, or not as it has to be: it is part of the program */
export function readManifest(path: string): Manifest {
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
}
