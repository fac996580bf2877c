import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimKey } from '../../src/domain/claim-key.ts'
import { offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChainFacts, Outcome } from '../../src/domain/deal/event.ts'
import type { HeldRight } from '../../src/domain/facts.ts'
import type { ChatId, DealId, PersonId } from '../../src/domain/ids.ts'
import { sendFacts } from '../../src/features/send/send-facts.ts'
import type { Unit } from '../../src/ports/store.ts'
import { holder, inState, type Sample, samples } from '../support/sample-goods.ts'

const SECRET = `0x${'ab'.repeat(16)}`
const UNTIL = 1_800_000_000
const AFTER = UNTIL + 4_000_000
const BLOCK = 20

// A send that its sender had taken back was looked at again when its block was final: nothing had happened since, which was
// taken for the silence in which a send runs out. "Nobody claimed it" followed "Taken back".
test('a send that was taken back stays taken back when it is looked at again', async () => {
  const back = { ...sample().right, changedBlock: BLOCK, changedAt: UNTIL - 100 }

  assert.equal(await outcomeOf(back, told('taken-back')), 'taken-back')
  assert.equal(await outcomeOf(back, told('sent')), 'taken-back')
})

test('a send ends by the clock where nobody touched the right, or only later', async () => {
  const sent = { ...inState(sample(), 'sent'), key: claimKey(SECRET), changedBlock: BLOCK }
  const later = { ...sample().right, changedBlock: BLOCK + 1, changedAt: UNTIL + 100 }

  assert.equal(await outcomeOf(sent, told('sent')), 'expired')
  assert.equal(await outcomeOf(later, told('sent')), 'expired')
})

async function outcomeOf(right: HeldRight, facts: ChainFacts): Promise<Outcome | null> {
  const subject = {
    kind: 'send',
    right: right.id,
    secret: SECRET,
    price: null,
    currency: null,
    until: UNTIL,
  } as const
  const person = { id: 1 as PersonId, name: 'Ben' }
  const offered = offerDeal({ id: '0'.repeat(16) as DealId, person, chat: 1 as ChatId, subject })
  const head = { number: BLOCK + 9, time: AFTER, finalNumber: BLOCK + 5 }
  const index = { right: async () => right, head: async () => head }
  const found = await sendFacts({ index } as unknown as Unit, {
    ...offered,
    account: holder,
    facts,
  })
  return found.type === 'absent' ? null : found.outcome
}

function told(outcome: Outcome): ChainFacts {
  const where = { rights: [sample().right.id], txHash: sample().right.changedTx }
  return { type: 'done', until: null, outcome, blockNumber: BLOCK, ...where }
}

function sample(): Sample {
  const [first] = samples
  assert.ok(first)
  return first
}
