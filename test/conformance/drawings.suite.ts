import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card } from '../../src/domain/card.ts'
import { dealCardKey } from '../../src/domain/card-key.ts'
import type { ChatId } from '../../src/domain/ids.ts'
import type { PlacedCard } from '../../src/ports/store.ts'
import { dealId } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const chat = 7 as ChatId
const deal = dealId('purchase')
const placed: PlacedCard = { messageId: 5, form: 'text', pictureId: null, contentHash: 'h1' }
const card: Card = { html: 'Hello', buttons: [], picture: null }

/** What must hold of every `Drawings`. */
export function drawingsSuite(open: OpenStore): void {
  const { inUnit } = onFreshStore(open)
  const queued = async () => {
    const seen = []
    for (;;) {
      const [row] = await inUnit(({ outbox }) => outbox.next([], Number.MAX_SAFE_INTEGER, 1))
      if (row === undefined) return seen
      seen.push({ lane: row.lane, item: row.item })
      await inUnit(({ outbox }) => outbox.done(row.id))
    }
  }
  const placeOf = () => inUnit(({ cards }) => cards.load(chat, dealCardKey(deal)))
  const drawDeal = (anew: boolean) =>
    inUnit(async ({ cards, drawings }) => {
      await cards.place(chat, dealCardKey(deal), placed)
      await drawings.deal({ deal, chat, anew })
    })

  test('a deal that is drawn where it stands keeps its place', async () => {
    await drawDeal(false)

    assert.deepEqual(await placeOf(), placed)
    const item = { type: 'effect', deal, effect: { type: 'show-card' } }
    assert.deepEqual(await queued(), [{ lane: `chat:${chat}`, item }])
  })

  test('a deal that is drawn anew gives its place up', async () => {
    await drawDeal(true)

    assert.equal(await placeOf(), null)
    assert.equal((await queued()).length, 1)
  })

  test('every drawing is one of its own, in the order of its chat', async () => {
    await inUnit(async ({ drawings }) => {
      await drawings.card({ chat, key: 'a', card, placement: 'new' })
      await drawings.card({ chat, key: 'a', card, placement: 'in-place' })
      await drawings.deal({ deal, chat, anew: false })
    })

    const all = await queued()
    assert.deepEqual(
      all.map(({ lane }) => lane),
      Array(3).fill(`chat:${chat}`),
    )
    assert.deepEqual(
      all.slice(0, 2).map(({ item }) => item),
      [
        { type: 'card', chat, key: 'a', card, placement: 'new', replyTo: null },
        { type: 'card', chat, key: 'a', card, placement: 'in-place', replyTo: null },
      ],
    )
  })

  test('nothing is drawn of a transaction that never was', async () => {
    const failing = inUnit(async ({ drawings }) => {
      await drawings.card({ chat, key: 'a', card, placement: 'new' })
      throw new Error('no')
    })

    await assert.rejects(failing)
    assert.deepEqual(await queued(), [])
  })
}
