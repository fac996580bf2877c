import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChatId } from '../../src/domain/ids.ts'
import type { PlacedCard } from '../../src/ports/store.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

/** A group's number is negative and has 13 digits. */
const [chat, group] = [7_000_000_001 as ChatId, -1_001_234_567_890 as ChatId]
const card: PlacedCard = { messageId: 5, form: 'text', pictureId: null, contentHash: 'h1' }

/** What must hold of every `Cards`. */
export function cardsSuite(open: OpenStore): void {
  const { inUnit } = onFreshStore(open)
  const load = (where: ChatId, key: string) => inUnit(({ cards }) => cards.load(where, key))
  const place = (where: ChatId, key: string, placed: PlacedCard) =>
    inUnit(({ cards }) => cards.place(where, key, placed))

  test('a card is where it was placed, and nowhere else', async () => {
    await place(chat, 'a', card)

    assert.deepEqual(await load(chat, 'a'), card)
    assert.equal(await load(chat, 'b'), null)
    assert.equal(await load(group, 'a'), null)
  })

  test('a card that is placed again has only its new place', async () => {
    await place(group, 'a', card)
    const moved: PlacedCard = { messageId: 9, form: 'photo', pictureId: 'p', contentHash: 'h2' }
    await place(group, 'a', moved)

    assert.deepEqual(await load(group, 'a'), moved)
  })

  test('a forgotten card has no place; others keep theirs', async () => {
    await place(chat, 'a', card)
    await place(chat, 'b', card)
    await place(group, 'a', card)
    await inUnit(({ cards }) => cards.forget(chat, 'a'))

    assert.equal(await load(chat, 'a'), null)
    assert.deepEqual(await load(chat, 'b'), card)
    assert.deepEqual(await load(group, 'a'), card)
  })
}
