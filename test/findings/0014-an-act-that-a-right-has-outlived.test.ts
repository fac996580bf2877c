import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '../../src/domain/deal/deal.ts'
import type { ChainFacts } from '../../src/domain/deal/event.ts'
import { effectiveWord, mintedWord } from '../../src/domain/effective-state.ts'
import type { HeldRight } from '../../src/domain/facts.ts'
import type { Account, RightId } from '../../src/domain/ids.ts'
import { packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import { plainTerms } from '../../src/domain/terms.ts'
import { actFacts } from '../../src/features/act/act-facts.ts'
import type { Unit } from '../../src/ports/store.ts'
import { someDeal } from '../support/purchase-points.ts'

// A parcel that arrived within three blocks showed its sender that the chain had taken the shipping back.
const holder = `0x${'1'.repeat(40)}` as Account
const id = `0x${'2'.repeat(64)}` as RightId
const minted = unpackRightWord(mintedWord(holder, plainTerms))
const redeemed = packRightWord({ ...minted, state: 'redeemed' })

const done: ChainFacts = {
  type: 'done',
  outcome: 'acted',
  rights: [id],
  until: null,
  txHash: null,
  blockNumber: 10,
}

function look(facts: ChainFacts, changedBlock: number, finalNumber: number, changedTx = '0xb') {
  const subject = { kind: 'act', act: 'ship', by: null, right: id, series: null, before: '0xa' }
  const deal = { ...someDeal(), subject: { ...subject, arguments: {} }, facts } as unknown as Deal
  const right = { id, word: effectiveWord(redeemed, 0), changedBlock, changedTx, changedAt: 5 }
  const unit = {
    index: {
      right: async () => right as unknown as HeldRight,
      head: async () => ({ number: 20, time: 9, finalNumber }),
    },
  } as unknown as Unit
  return actFacts(unit, deal)
}

test('what was done stays done when the right has moved on, and becomes final with its own block', async () => {
  assert.deepEqual(await look(done, 12, 8), done)
  assert.equal((await look(done, 12, 10)).type, 'final')
})

test('a block that was taken back, or a right that never changed, is no act', async () => {
  assert.equal((await look(done, 9, 8)).type, 'absent')
  assert.equal((await look(done, 12, 8, '0xa')).type, 'absent')
  assert.equal((await look({ type: 'absent' }, 12, 8)).type, 'absent')
})
