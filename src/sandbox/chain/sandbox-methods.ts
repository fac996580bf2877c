import * as z from 'zod'
import type { Faults } from './faults.ts'
import type { LocalNode } from './local-node.ts'
import { fund, type Stage } from './stage.ts'

/** Methods that only the sandbox itself may call. */
export type SandboxMethods = Readonly<Record<string, (input: unknown) => Promise<unknown>>>

const amount = z
  .union([z.string().regex(/^\d+$/), z.number().int().nonnegative()])
  .transform(BigInt)
const account = z.string().regex(/^0x[0-9a-fA-F]{40}$/)

const fundInput = z.object({ account, native: amount.default(0n), coin: amount.default(0n) })
const depthInput = z.object({
  depth: z.number().int().positive(),
  keepTransactions: z.boolean().default(true),
})
const faultInput = z.object({
  method: z.string().min(1),
  times: z.number().int().positive().default(1),
  kind: z.enum(['error', 'timeout', 'drop']),
  late: z.boolean().default(false),
})
const advanceInput = z.object({ seconds: z.number().int().positive() })

/** Each takes one object as its only parameter; amounts are decimal texts in the smallest unit. */
export function createSandboxMethods(
  node: LocalNode,
  stage: Stage,
  faults: Faults,
): SandboxMethods {
  return {
    sandbox_accounts: async () => stage,
    sandbox_fund: async (input) => {
      await fund(node, stage, fundInput.parse(input))
      return true
    },
    sandbox_reorganise: async (input) => node.reorganise(depthInput.parse(input)),
    sandbox_mine: async () => {
      await node.mine()
      return true
    },
    sandbox_advance: async (input) => {
      await node.advance(advanceInput.parse(input).seconds)
      return true
    },
    sandbox_fault: async (input) => {
      faults.add(faultInput.parse(input))
      return true
    },
    sandbox_clearFaults: async () => {
      faults.clear()
      return true
    },
  }
}
