import type { Account } from '../../domain/ids.ts'
import type { Currency } from '../../ports/chain.ts'
import type { Texts } from '../../ports/texts.ts'

/** What drawing a page needs besides what it shows. */
export type TradeContext = {
  texts: Texts
  chainName: string
  /** Our address, without a slash at its end. */
  site: string
  botLink: (payload: string) => string
  /** The coins of everything on the page, looked up before. */
  coinOf: (currency: Account | null) => Currency
  /** Do we have the picture of this hash? */
  hasPicture: (hash: string | null) => boolean
}
