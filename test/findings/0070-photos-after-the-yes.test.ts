import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { openSellerStage, type SellerStage } from '../unit/features/seller-stage.ts'

const album = { media_group_id: 'album' }
let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
  await stage.opens()
  await stage.presses(/Add photos/)
})
afterEach(() => stage.close())

const questions = () => stage.messages.filter(({ card }) => /Keep th/.test(card.html))

// The answer to a second sending was drawn far above it, where nobody saw that a photo had joined.
test('the question stands under the photos that it is about, once', async () => {
  await stage.sends('one', [5])
  await stage.settle()
  const [first] = questions()
  await stage.sends('two', [6])
  await stage.settle()
  const [second, ...others] = questions()
  assert.deepEqual(others, [])
  assert.ok((second?.id ?? 0) > (first?.id ?? 0))
  assert.match(second?.card.html ?? '', /these 2 photos/)
})

// The rest of an album was searched for as if a buyer had sent it, or lost: the list was drawn over the question about it.
test('what is left of an album after Keep is asked about by itself, and the list does not hide it', async () => {
  await stage.sends('one', [5], album)
  await stage.settle()
  await stage.sends('on its way', [6], album)
  const late = await stage.waits()
  await stage.taps(/^Keep$/)
  await stage.sends('later', [7], album)
  for (const item of [...late, ...(await stage.waits())]) await stage.performs(item)
  await stage.settle()

  assert.equal((await stage.exemplars()).length, 2)
  assert.ok(stage.last(/2 pictures to recognise it by/))
  assert.match(questions().at(-1)?.card.html ?? '', /these 2 photos/)
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 4)
  assert.ok(stage.last(/4 pictures to recognise it by/))
})

test('any other photo after the answer is one that somebody looks for', async () => {
  await stage.sends('one', [5], album)
  await stage.settle()
  await stage.presses(/^Keep$/)
  await stage.sends('shopping', [6])
  await stage.settle()
  assert.deepEqual(questions(), [])
})

// A bicycle was "like nothing that is shown here yet", which is true of every good at first.
test('a photo that is unlike the other pictures of its product is said to be so', async () => {
  await stage.sends('jar', [1, 1, 1, 9])
  await stage.sends('bicycle', [7, 7, 7, 7])
  await stage.settle()
  const { html } = stage.last(/Keep these/) ?? { html: '' }
  assert.match(html, /1\. like its other pictures/)
  assert.match(html, /2\. unlike its other pictures/)
})
