import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Deal, offerDeal, type Subject } from '../../src/domain/deal/deal.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { buyBot } from '../../src/features/buy/bot.ts'
import { claimBot } from '../../src/features/claim/bot.ts'
import { deliverBot } from '../../src/features/deliver/bot.ts'
import { getGoodBot } from '../../src/features/get-good/bot.ts'
import { random } from '../../src/jobs/random.ts'
import { account, dealId, right, series } from '../conformance/blocks.ts'
import { stageBot, stagedStepDeal as stepDeal } from '../support/staged-bot.ts'

// Buttons of single features did not look how old they were: an old "No, thanks" ended a claim that was under way.
const OWNER = 10
const goods = series('tea')
const secret = `0x${'1'.repeat(32)}`
const startDeal = () => Promise.reject(new Error('nothing is started here'))

const claim: Subject = {
  kind: 'claim',
  right: right(goods, 1),
  secret,
  price: null,
  currency: null,
  sender: account('mei'),
  deskCode: null,
  keptUntil: null,
}
const purchase: Subject = {
  kind: 'purchase',
  series: goods,
  quantity: 1,
  price: 5n,
  currency: null,
  issuer: account('mei'),
  contributor: null,
  paidFor: null,
  asked: null,
  gift: null,
}
const redemption: Subject = {
  kind: 'redemption',
  rights: [right(goods, 1)],
  way: 'delivery',
  secret,
  delivery: { address: 'Tea Road 1', quote: null, askedOf: null, tracking: null },
}
const cases: [Subject, Deal['stage'], string[]][] = [
  [claim, 'checking', ['decline']],
  [claim, 'blocked', ['decline', 'no-wallet', 'use-at-shop']],
  [purchase, 'blocked', ['more', 'fewer', 'as-gift', 'pay-for-me']],
  [redemption, 'blocked', ['all', 'change-address', 'ask-quote']],
]

for (const [subject, stage, names] of cases) {
  test(`old buttons of a ${subject.kind} that is ${stage} change nothing`, async (t) => {
    const bot = await stageBot(({ texts }) => [
      buyBot({ stepDeal, random }),
      claimBot({ stepDeal, random }),
      getGoodBot({ stepDeal, random, startDeal }),
      deliverBot({ stepDeal, random, texts, drawRequests: async () => {} }),
    ])
    t.after(bot.close)
    await bot.meet(OWNER, account('ben'))
    const [person, chat] = [{ id: OWNER as PersonId, name: 'Ann' }, OWNER as ChatId]
    const id = dealId('deal')
    const offered = offerDeal({ id, person, chat, subject })
    await bot.inUnit((unit) => unit.deals.add({ ...offered, stage, epoch: 3 }))

    for (const name of names) await bot.tap(OWNER, `1.${name}.${id}.2`)

    assert.equal((await bot.inUnit((unit) => unit.deals.load(id)))?.version, 0)
    // Each has the card drawn anew, and nothing else.
    assert.equal((await bot.sent()).length, names.length)
  })
}
