import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { openSellerStage, type SellerStage } from '../unit/features/seller-stage.ts'

const LINK = 'https://t.me/scrip_bot?start=qAAAAAAAAAAA'
let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
  await stage.opens()
  await stage.presses(/Add photos/)
})
afterEach(() => stage.close())

const isAsked = async () => {
  await stage.sends('bicycle', [7])
  await stage.settle()
  return stage.last(/^<b>Keep th/) !== undefined
}

// A seller who went shopping with the question open had the photos of the shopping kept for the own product.
for (const [way, message] of Object.entries({
  'a pasted link': { text: `look: ${LINK}` },
  'a start link': {
    text: '/start qAAAAAAAAAAA',
    entities: [{ type: 'bot_command', offset: 0, length: 6 }],
  },
  'an account': { text: '0x5dd1455ddc6A5D46a15E562F63ca88767e379223' },
})) {
  test(`${way} that is opened ends the question for photos`, async () => {
    await stage.arrives(7, message)
    assert.equal(stage.opened.length, 1)
    assert.equal(await stage.inUnit(({ questions }) => questions.of(7 as never)), null)
    assert.equal(await isAsked(), false)
  })
}

// It was refused with "Send it once more after Cancel", and the second time nothing was said at all.
test('a code of ours that is photographed is opened, and ends the question as well', async () => {
  await stage.sends('good', [7])
  await stage.settle()
  stage.vision.shows({ codes: [LINK] })
  await stage.sends('code', [5])
  await stage.settle()
  assert.deepEqual(stage.opened, ['series-short'])
  assert.ok(stage.last(/trade link in this picture/))
  assert.equal(await stage.inUnit(({ questions }) => questions.of(7 as never)), null)
  // What was asked about before still waits.
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 2)
})

test('ten minutes after the last photo the next one is no photo of the product', async () => {
  stage.clock.now += 9 * 60_000
  await stage.sends('one', [5])
  stage.clock.now += 9 * 60_000
  assert.equal(await isAsked(), true)
  assert.ok(stage.last(/these 2 photos/))
  await stage.presses(/Do not keep/)
  await stage.presses(/Photos/)
  await stage.presses(/Add photos/)
  stage.clock.now += 10 * 60_000
  assert.equal(await isAsked(), false)
})
