import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent } from '../../src/deals/happened.ts'
import { type Deal, offerDeal, type Subject } from '../../src/domain/deal/deal.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { actFacts } from '../../src/features/act/act-facts.ts'
import { createReadFacts, createTellDeals } from '../../src/features/deal/deal-facts.ts'
import {
  publicationFacts,
  publicationSeries,
} from '../../src/features/publish/publication-facts.ts'
import { account, block, dealId, published, tea, teaTerms, tx } from '../conformance/blocks.ts'
import { stageBot, stagedStepDeal as stepDeal } from '../support/staged-bot.ts'

// A publication counted as final in its first block, and after a reorganisation nobody asked it again: the draft could not be
// published any more. Money withdrawn by another wallet of its owner was never told: only the sender's deals were asked.
const where = { chainId: 1, rights: account('rights') }
const [mei, ben] = [account('mei'), account('ben')]
const nothing = async () => absent
const readFacts = createReadFacts({
  purchase: nothing,
  take: nothing,
  send: nothing,
  claim: nothing,
  redemption: nothing,
  handover: nothing,
  publication: (unit, deal) => publicationFacts(where, unit, deal),
  act: actFacts,
})
const tellDeals = createTellDeals({ stepDeal, readFacts })

function callingDeal(subject: Subject, from = mei): Deal {
  const person = { id: 10 as PersonId, name: 'Ann' }
  const offered = offerDeal({ id: dealId('deal'), person, chat: 10 as ChatId, subject })
  return { ...offered, stage: 'calling', account: from, topic: 't' }
}

async function stage(deal: Deal) {
  const bot = await stageBot(() => [])
  await bot.meet(10, mei, ben)
  await bot.inUnit((unit) => unit.deals.add(deal))
  const load = () => bot.inUnit(async (unit) => (await unit.deals.load(deal.id))?.deal as Deal)
  return { ...bot, load, tell: (id: string) => bot.inUnit((unit) => tellDeals(unit, [id])) }
}

test('a publication hears that its block was taken back, and that it came again', async (t) => {
  const salt = `0x${'1'.repeat(64)}`
  const deal = callingDeal({ kind: 'publication', goods: tea, terms: teaTerms, salt })
  const id = publicationSeries(where, deal)
  assert.ok(id)
  const { projections, load, tell, close } = await stage(deal)
  t.after(close)
  await projections.append(block(1, []))
  await projections.append(block(2, [published(id, mei)]))
  await tell(id)
  assert.equal((await load()).facts.type, 'done')

  await projections.rollBack(1)
  await tell(id)
  assert.equal((await load()).facts.type, 'absent')
  await projections.append(block(2, [published(id, mei)]))
  await tell(id)
  assert.equal((await load()).facts.type, 'done')
})

test('money that another wallet of its owner withdrew is told', async (t) => {
  const subject: Subject = {
    kind: 'act',
    act: 'withdraw',
    by: null,
    right: null,
    series: null,
    arguments: { account: mei, currency: null },
    before: null,
  }
  const { projections, load, tell, close } = await stage(callingDeal(subject, ben))
  t.after(close)
  const credited = (amount: bigint) =>
    ({ type: 'credited', owner: mei, currency: null, amount, txHash: tx('c') }) as const
  await projections.append(block(1, [credited(5n)]))
  await projections.append(block(2, [credited(-5n)]))
  await tell(mei)

  assert.equal((await load()).stage, 'final')
})
