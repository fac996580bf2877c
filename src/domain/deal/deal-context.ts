import type { PersonId } from '../ids.ts'

/** What a step may know besides the deal: time, and who we are. */
export type DealContext = {
  /** Unix seconds, by our clock: what wallets are held to. */
  now: number
  /** Unix seconds: the newest block's time, by which the chain's deadlines count. */
  chainTime: number
  chainId: number
  /** Our https address, for the challenge. */
  site: string
  botName: string
  person: { id: PersonId; name: string }
}
