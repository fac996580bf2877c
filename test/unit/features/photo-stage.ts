import type { Card } from '../../../src/domain/card.ts'
import type { Account, PersonId } from '../../../src/domain/ids.ts'
import type { RightsEvent } from '../../../src/domain/rights-event.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import type { OutboxItem } from '../../../src/ports/store.ts'
import { account, block, published, series } from '../../conformance/blocks.ts'
import { openSqliteStore } from '../../conformance/sqlite.ts'

/** What cards and handlers are made with. */
export const said = {
  texts: loadTexts('locales').texts,
  botName: 'scrip_bot',
  site: 'https://scrip.example',
  botLink: (payload: string) => `https://t.me/scrip_bot?start=${payload}`,
}

/** What a test's series has of its own. */
export type Own = {
  number?: string
  issuer?: Account
  limit?: number
  price?: bigint
  category?: number
  pictureHash?: string | null
}

/** A series is published under this name. */
export function offered(name: string, own: Own = {}): RightsEvent {
  const event = published(series(name), own.issuer ?? account('mei'))
  if (event.type !== 'published') throw new Error('not published')
  return {
    ...event,
    goods: {
      ...event.goods,
      name,
      productNumber: own.number ?? name,
      category: own.category ?? 2073,
      pictureHash: own.pictureHash ?? null,
    },
    terms: { ...event.terms, price: own.price ?? 12_000_000n },
    limit: own.limit ?? 50,
  }
}

/** A store with these series on the chain, a person in it, and a look at what would be drawn. */
export async function openPhotoStage(...events: RightsEvent[]) {
  const adapter = await openSqliteStore()
  await adapter.projections.append(block(1, events))
  const person = await adapter.store.transaction(({ people }) =>
    people.meet({ id: 7 as PersonId, name: 'Ben', locale: 'en' }),
  )
  let height = 1
  return {
    ...adapter,
    person,
    append: (...more: RightsEvent[]) => adapter.projections.append(block(++height, more)),
    /** Takes out what waits in the outbox, lane by lane, as the worker does. */
    async performed(): Promise<OutboxItem[]> {
      const items: OutboxItem[] = []
      for (;;) {
        const rows = await adapter.store.transaction(({ outbox }) =>
          outbox.next([], Number.MAX_SAFE_INTEGER, 100),
        )
        if (rows.length === 0) return items
        for (const { id, item } of rows) {
          items.push(item)
          await adapter.store.transaction(({ outbox }) => outbox.done(id))
        }
      }
    },
    /** Cards among what {@link performed} found. */
    async cards(): Promise<Card[]> {
      const items = await this.performed()
      return items.flatMap((item) => (item.type === 'card' ? [item.card] : []))
    },
  }
}
