import type { Button } from '../domain/card.ts'
import type { Deal } from '../domain/deal/deal.ts'
import type { HeldRight, Series } from '../domain/facts.ts'
import type { Account } from '../domain/ids.ts'
import type { Coin } from '../domain/money.ts'
import type { Texts } from '../ports/texts.ts'

/** The ways into a wallet for one pairing: https links, and our own page for every other wallet. */
export type WalletWays = { wallets: { name: string; url: string }[]; bridge: string }

/** Everything a deal's card may show. */
export type DealView = {
  deal: Deal
  texts: Texts
  series: Series | null
  right: HeldRight | null
  coin: Coin
  /** The name of the goods' category in the reader's language; empty while no goods are known. */
  category: string
  chainName: string
  /** Unix seconds: the newest block's time. */
  now: number
  /** Present while a pairing link waits. */
  ways: WalletWays | null
  /** A `t.me` link to this bot with a payload. */
  botLink: (payload: string) => string
  /** The right's present holder. */
  holder: Account | null
  /** The accounts that whoever reads this has proven. */
  mine: readonly Account[]
  /** How many rights of the same series this holder could pick up under one code. */
  alike: number
  /** Secrets of this purchase's gifts that still wait to be claimed. */
  waitingGifts: readonly string[]
  /** Our https address. */
  site: string
}

/** The part of a card above its buttons, and the buttons; a picture comes from the kind of deal. */
export type CardPart = { html: string; buttons: Button[][] }
