import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTellPeople } from '../../src/features/notices/tell-people.ts'
import {
  account,
  block,
  minted,
  published,
  right,
  START,
  series,
  tx,
} from '../conformance/blocks.ts'
import { stageBot } from '../support/staged-bot.ts'

// Twenty tins bought at once were twenty messages to their seller, and a hostile block was five hundred.
test('what one transaction sold of a series is one message, however often it is told', async (t) => {
  const bot = await stageBot(() => [])
  t.after(bot.close)
  const id = series('tea')
  const rights = Array.from({ length: 20 }, (_, place) => right(id, place + 1))
  await bot.meet(10, account('mei'))
  await bot.projections.append(block(1, [published(id, account('mei'))]))
  const sold = rights.map((each) => ({ ...minted(each), txHash: tx('sale') }))
  await bot.projections.append(block(2, sold))
  const { texts } = bot
  const coinOf = () => ({ symbol: 'USDC', decimals: 6 })
  const tell = createTellPeople({ texts, coinOf, nowSeconds: () => START + 10 })

  await bot.inUnit((unit) => tell(unit, rights))
  await bot.inUnit((unit) => tell(unit, rights.toReversed()))

  const cards = (await bot.sent()).flatMap((item) => (item.type === 'card' ? [item.card] : []))
  assert.equal(cards.length, 1)
  assert.match(cards[0]?.html ?? '', /20 × /)
})
