import type { PersonId } from '../ids.ts'

/** What a step may know besides the deal: time, and who we are. */
export type DealContext = {
  /** Unix seconds. */
  now: number
  chainId: number
  /** Our https address, for the challenge. */
  site: string
  botName: string
  person: { id: PersonId; name: string }
}
