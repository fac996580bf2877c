import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChainFacts } from '../../src/domain/deal/event.ts'
import type { HeldRight } from '../../src/domain/facts.ts'
import type { ChatId, DealId, PersonId } from '../../src/domain/ids.ts'
import { sendFacts } from '../../src/features/send/send-facts.ts'
import type { Unit } from '../../src/ports/store.ts'
import { holder, samples, seller } from '../support/sample-goods.ts'

// Ben's gift was claimed and sold on, and Ben bought it back: his old card then said that nobody had claimed it.
test('a send that was claimed stays claimed when the right comes back to its sender', async () => {
  const [sample] = samples
  assert.ok(sample)
  const facts: ChainFacts = {
    type: 'done',
    until: null,
    outcome: 'claimed',
    rights: [sample.right.id],
    txHash: sample.right.changedTx,
    blockNumber: 20,
  }
  const subject = {
    kind: 'send',
    right: sample.right.id,
    secret: `0x${'ab'.repeat(16)}`,
    price: null,
    currency: null,
    until: 1,
  } as const
  const person = { id: 1 as PersonId, name: 'Ben' }
  const offered = offerDeal({ id: '0'.repeat(16) as DealId, person, chat: 1 as ChatId, subject })
  const deal = { ...offered, account: holder, facts }
  const told = (right: HeldRight, finalNumber: number) =>
    sendFacts(
      {
        index: {
          right: async () => right,
          head: async () => ({ number: 40, time: 1_800_000_100, finalNumber }),
        },
      } as unknown as Unit,
      deal,
    )
  const back = {
    ...sample.right,
    changedBlock: 30,
    came: { how: 'resale', from: seller, price: 1n },
  } as const satisfies HeldRight

  assert.deepEqual(await told(back, 10), facts)
  const final = await told(back, 20)
  assert.equal(final.type, 'final')
  assert.equal(final.outcome, 'claimed')
})
