import { z } from 'zod'

const hash = z.string().regex(/^0x[0-9a-fA-F]{64}$/)

/** How a wallet behaves when it does not behave: a script for tests. */
export const policySchema = z.strictObject({
  /** Decide without a person. */
  answer: z.enum(['ask', 'approve', 'reject']),
  /** Do not even show what comes in. */
  ignore: z.boolean(),
  /** Do what was decided, but keep the answer until it is released. */
  hold: z.boolean(),
  /** The code of a rejection. */
  rejectWith: z.number().int(),
  /** Say of every question that this wallet cannot do it. */
  unsupported: z.boolean(),
  /** Approve sessions on this chain, whatever was asked. */
  wrongChain: z.number().int().positive().nullable(),
  /** Sign with a key that is not the account's. */
  wrongAccount: z.boolean(),
  /** Answer with a random hash and send nothing. */
  bogusHash: z.boolean(),
  /** Answer with this hash and send nothing. */
  foreignHash: hash.nullable(),
  /** Send, but never answer. */
  dropResponse: z.boolean(),
  /** Shows another account than its own in every session that is open; a change is told at once. */
  otherAccount: z.boolean(),
  /** What it says of itself when it connects, instead of its honest name; null for that one. */
  calls: z.strictObject({ name: z.string(), redirect: z.string() }).nullable(),
  /** Connected to the relay. */
  online: z.boolean(),
})

/** See {@link policySchema}. */
export type Policy = z.infer<typeof policySchema>

/** A wallet as its makers meant it. */
export const honestPolicy: Policy = {
  answer: 'ask',
  ignore: false,
  hold: false,
  rejectWith: 4001,
  unsupported: false,
  wrongChain: null,
  wrongAccount: false,
  bogusHash: false,
  foreignHash: null,
  dropResponse: false,
  otherAccount: false,
  calls: null,
  online: true,
}
