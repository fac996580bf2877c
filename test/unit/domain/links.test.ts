import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getAddress } from 'ethers'
import fc from 'fast-check'
import { findLinks } from '../../../src/domain/find-links.ts'
import type { Account, DealId, RightId, SeriesId } from '../../../src/domain/ids.ts'
import { decodePayload, encodePayload, type Link } from '../../../src/domain/links.ts'

const hex = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((each) => Buffer.from(each).toString('hex'))
const account = hex(20).map((each) => getAddress(`0x${each}`) as Account)
const contributor = fc.option(account)
const category = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const link: fc.Arbitrary<Link> = fc.oneof(
  fc.record({ type: fc.constant('space' as const), account, contributor }),
  fc.record({ type: fc.constant('space-category' as const), account, category, contributor }),
  fc.record({ type: fc.constant('category' as const), category }),
  fc.record({
    type: fc.constant('series' as const),
    series: hex(24).map((each) => `0x${each}` as SeriesId),
    contributor,
  }),
  fc.record({
    type: fc.constant('series-short' as const),
    prefix: hex(8).map((each) => `0x${each}`),
  }),
  fc.record({
    type: fc.constant('right' as const),
    right: hex(32).map((each) => `0x${each}` as RightId),
  }),
  fc.record({ type: fc.constant('send' as const), reference: hex(8), secret: hex(16) }),
  fc.record({
    type: fc.constant('handover' as const),
    reference: hex(8).map((each) => each as DealId),
    secret: hex(16),
  }),
  fc.record({
    type: fc.constant('purchase' as const),
    reference: hex(8).map((each) => each as DealId),
  }),
  fc.record({ type: fc.constant('staff' as const), secret: hex(16) }),
)
const own = { botName: 'scrip_bot', site: 'https://scrip.example' }

test('every link survives its payload, and fits Telegram', () => {
  fc.assert(
    fc.property(link, (each) => {
      const payload = encodePayload(each)
      assert.match(payload, /^[A-Za-z0-9_-]{1,64}$/)
      assert.deepEqual(decodePayload(payload), { ...each })
    }),
  )
})

test('a payload is read in one spelling only', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 70 }), (text) => {
      const read = decodePayload(text)
      if (read !== null) assert.equal(encodePayload(read), text)
    }),
  )
})

test('a link is found wherever it stands in a text', () => {
  fc.assert(
    fc.property(link, (each) => {
      const payload = encodePayload(each)
      const forms = [
        payload,
        `look: https://t.me/scrip_bot?start=${payload} nice`,
        `t.me/Scrip_Bot?start=${payload}`,
        `tg://resolve?domain=scrip_bot&start=${payload}`,
        `https://scrip.example/t/${payload}`,
        `https://t.me/scrip_bot?start=${payload}，好`,
        `https://scrip.example/t/${payload}.`,
      ]
      for (const text of forms) assert.deepEqual(findLinks([text], own).links, [{ ...each }], text)
    }),
  )
})

test('foreign and broken links are told apart', () => {
  const found = findLinks(
    ['https://t.me/other_bot?start=rAAA https://t.me/scrip_bot?start=rAAA'],
    own,
  )
  assert.deepEqual(found, { links: [], broken: 1, foreign: 1 })
})

test('a flood of text is searched without harm', () => {
  assert.deepEqual(findLinks(['🍵'.repeat(4096), '<b>'.repeat(1000)], own).links, [])
})
