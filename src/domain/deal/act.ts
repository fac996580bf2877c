import type { Account } from '../ids.ts'

/** Everything that one call does, beyond buying, sending, claiming and asking for the good. */
export const acts = [
  // by the holder
  'list',
  'unlist',
  'take-back',
  'withdraw-request',
  'confirm',
  'dispute',
  'refund-me',
  // by the issuer or the issuer's staff
  'accept',
  'refuse',
  'ship',
  'refund',
  'close',
  'raise-limit',
  'set-staff',
  // by the arbiter
  'rule',
  // by anybody
  'complete',
  'withdraw',
] as const

/** One of {@link acts}. */
export type Act = (typeof acts)[number]

/** What an act needs to know besides what it is about; each act reads its own. Amounts in the smallest unit. */
export type ActArguments = {
  price?: bigint
  /** Unix seconds. */
  until?: number
  /** Private taker, member of staff, or owner of waiting money. */
  account?: Account
  isStaff?: boolean
  /** Of what is held in a dispute: what the holder gets; the issuer gets the rest. */
  toHolder?: bigint
  reason?: number
  /** Whole words of a tracking number or of a complaint; only their hash goes on chain. */
  text?: string
  limit?: number
  currency?: Account | null
}
