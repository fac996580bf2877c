import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyOf } from '../../src/domain/button-key.ts'
import { AppError } from '../../src/domain/errors.ts'
import { shareBot } from '../../src/features/share/bot.ts'
import { block, published, series } from '../conformance/blocks.ts'
import { stageBot } from '../support/staged-bot.ts'

// What could be tried again was taken for "no such post": after a restart the first post was not recorded, and never drawn
// anew.
test('a post is recorded although its coin has to be read first', async (t) => {
  let isKnown = false
  const bot = await stageBot(
    () => [shareBot({ botName: 'scrip_bot', site: 'https://scrip.example', botLink: (p) => p })],
    () => {
      if (!isKnown) throw new AppError('CHAIN_UNREACHABLE')
      return { symbol: 'USDC', decimals: 6 }
    },
  )
  t.after(bot.close)
  const id = series('tea')
  await bot.projections.append(block(1, [published(id)]))
  const from = bot.userOf(10)
  const chosen = (query: string) => ({
    chosen_inline_result: { from, inline_message_id: 'm', result_id: id.slice(0, 60), query },
  })

  await assert.rejects(bot.send(chosen(`post ${keyOf(id)}`)), { code: 'CHAIN_UNREACHABLE' })
  isKnown = true
  await bot.send(chosen('post AAAA'))
  assert.equal((await bot.rows('post')).length, 0)
  await bot.send(chosen(`post ${keyOf(id)}`))
  assert.equal((await bot.rows('post')).length, 1)
})
