import type { Hono } from 'hono'
import { mintedWord } from '../../src/domain/effective-state.ts'
import type { Goods } from '../../src/domain/goods.ts'
import type { Account, SeriesId } from '../../src/domain/ids.ts'
import { encodePayload, type Link } from '../../src/domain/links.ts'
import { packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { Terms } from '../../src/domain/terms.ts'
import { createTradePages } from '../../src/http/trade/create-trade-pages.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { createPictureFolder } from '../../src/images/picture-folder.ts'
import type { Currency } from '../../src/ports/chain.ts'
import * as blocks from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

export const BOT = 'scrip_bot'
export const SITE = 'https://shop.example'
export const seller = blocks.account('seller')
export const holder = blocks.account('buyer')
/** The day of the chain's newest block. */
export const TODAY = Math.floor(blocks.START / 86_400)
const COIN: Currency = { address: blocks.account('coin'), symbol: 'USDC', decimals: 6 }

/** The pages over a real store, to which events are appended as the index would. */
export async function openTradeStage(
  given: { pictures?: string; currency?: (address: Account | null) => Promise<Currency> } = {},
) {
  const { store, projections } = await openSqliteStore()
  let height = 0
  let reads = 0
  const append = async (...events: RightsEvent[]) => {
    await projections.append(blocks.block(height, events))
    height += 1
  }
  await append()

  const app: Hono = createTradePages({
    languages: loadTexts('locales'),
    look(work) {
      reads += 1
      return store.transaction((unit) => work(unit.index))
    },
    currency: given.currency ?? (async () => COIN),
    pictures: createPictureFolder(given.pictures ?? '/nowhere'),
    site: `${SITE}/`,
    chainName: 'Base',
    botName: BOT,
    botLink: (payload) => `https://t.me/${BOT}?start=${payload}`,
  })

  async function get(path: string, language = 'en') {
    const response = await app.request(path, { headers: { 'accept-language': language } })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  return {
    app,
    append,
    get,
    reads: () => reads,
    close: () => store.close(),
    open: (link: Link, language?: string) => get(`/t/${encodePayload(link)}`, language),

    /** Puts a series on chain, and sells this many of it. */
    async publish(
      name: string,
      {
        goods = {},
        terms = {},
        sold = 0,
        issuer = seller,
      }: { goods?: Partial<Goods>; terms?: Partial<Terms>; sold?: number; issuer?: Account } = {},
    ): Promise<SeriesId> {
      const id = blocks.series(name)
      const allTerms = { ...blocks.teaTerms, ...terms }
      await append({
        type: 'published',
        series: id,
        issuer,
        terms: allTerms,
        goods: { ...blocks.tea, ...goods },
        limit: allTerms.supply,
        txHash: blocks.tx(name),
      })
      for (let serial = 1; serial <= sold; serial += 1) {
        await append(blocks.minted(blocks.right(id, serial), holder))
      }
      return id
    },

    /** Lists the first right of a series for resale. */
    async list(
      id: SeriesId,
      price: bigint,
      key: Account | null = null,
      until = blocks.START + 1_000_000,
    ) {
      const right = blocks.right(id, 1)
      const word = packRightWord({
        ...unpackRightWord(mintedWord(holder, blocks.teaTerms)),
        state: 'listed',
        price,
        until,
        nonce: 1,
        auxLive: key !== null,
      })
      await append({ type: 'moved', right, word, key, txHash: blocks.tx(`list ${right}`) })
      return right
    },
  }
}
