import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChatId } from '../../src/domain/ids.ts'
import { account } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const DAY_MS = 24 * 3600 * 1000
const [private_, group] = [7_000_000_001 as ChatId, -1_000_000_000_001 as ChatId]

/** What must hold of every `ChatSpaces`. */
export function chatSpacesSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const note = (chat: ChatId, name: string) =>
    fresh.inUnit(({ chatSpaces }) => chatSpaces.note(chat, account(name)))
  const of = (chat: ChatId) => fresh.inUnit(({ chatSpaces }) => chatSpaces.of(chat))

  test('a chat is in the space that was shown there last, and in no other chat', async () => {
    await note(private_, 'tea')
    await note(private_, 'honey')

    assert.equal(await of(private_), account('honey'))
    assert.equal(await of(group), null)
  })

  test('after a day it is in none, counted from the last time', async () => {
    const { clock } = fresh.adapter
    await note(group, 'tea')
    clock.now += DAY_MS - 1
    assert.equal(await of(group), account('tea'))
    await note(group, 'tea')
    clock.now += DAY_MS - 1
    assert.equal(await of(group), account('tea'))
    clock.now += 1
    assert.equal(await of(group), null)
  })
}
