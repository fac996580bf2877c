import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { openSellerStage, type SellerStage } from '../unit/features/seller-stage.ts'

let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
})
afterEach(() => stage.close())

// *Keep* named the offer alone: a photo that joined it while the card on the phone still showed one was kept as well, without
// anybody having been asked about it.
test('Keep keeps what the pressed card showed, or asks again', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.sends('two', [6])
  // The second joins the offer, and Telegram has not drawn the card anew yet.
  const late = []
  for (const item of await stage.waits()) {
    if (item.type === 'look-at-product') await stage.performs(item)
    else late.push(item)
  }
  assert.match(stage.last(/Keep/)?.html ?? '', /Keep this photo/)
  await stage.taps(/^Keep$/)
  late.push(...(await stage.waits()))
  for (const item of late) await stage.performs(item)
  await stage.settle()
  assert.equal((await stage.exemplars()).length, 1)

  assert.match(stage.last(/Keep/)?.html ?? '', /Keep these 2 photos/)
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 3)
})
