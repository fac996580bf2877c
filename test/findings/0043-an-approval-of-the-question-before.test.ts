import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimKey } from '../../src/domain/claim-key.ts'
import { type Deal, offerDeal } from '../../src/domain/deal/deal.ts'
import { mintedWord } from '../../src/domain/effective-state.ts'
import type { ChatId, PersonId, PromptId } from '../../src/domain/ids.ts'
import { packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import { buyBot } from '../../src/features/buy/bot.ts'
import { purchaseFacts } from '../../src/features/buy/purchase-facts.ts'
import { random } from '../../src/jobs/random.ts'
import {
  account,
  block,
  dealId,
  minted,
  published,
  right,
  series,
  teaTerms,
  tx,
} from '../conformance/blocks.ts'
import { stageBot, stagedStepDeal as stepDeal } from '../support/staged-bot.ts'

// Asked, silent for five minutes, changed, and then the old question approved in the wallet: the secrets under which it is on
// the chain had been overwritten, and nobody could use what was paid for.
const OWNER = 10
const [mei, ben] = [account('mei'), account('ben')]
const [goods, id, secret] = [series('tea'), dealId('gift'), `0x${'7'.repeat(32)}`]
const gift = { secrets: [secret], until: 1_900_000_000 }

async function silentGift() {
  const bot = await stageBot(() => [buyBot({ stepDeal, random })])
  await bot.meet(OWNER, ben)
  await bot.projections.append(block(1, [published(goods, mei)]))
  const person = { id: OWNER as PersonId, name: 'Ann' }
  const offered = offerDeal({
    id,
    person,
    chat: OWNER as ChatId,
    subject: {
      kind: 'purchase',
      series: goods,
      quantity: 1,
      price: 5n,
      currency: null,
      issuer: mei,
      contributor: null,
      paidFor: null,
      asked: null,
      gift,
    },
  })
  await bot.inUnit((unit) => unit.deals.add(offered))
  const step = (event: Parameters<typeof stepDeal>[2]) =>
    bot.inUnit((unit) => stepDeal(unit, id, event))
  const call = { from: ben, to: mei, data: '0x01', value: 5n }
  await step({ type: 'go', bindings: [{ account: ben, topic: 't' }], nonce: 'a'.repeat(32) })
  await step({ type: 'checked', result: { type: 'call', purpose: 'act', call } })
  const prompt = `${id}:1` as PromptId
  const silent = await step({ type: 'refused', prompt, reason: 'expired' })
  // No gift after all.
  await bot.tap(OWNER, `1.as-gift.${id}.${silent?.epoch}`)
  const load = () => bot.inUnit(async (unit) => (await unit.deals.load(id))?.deal as Deal)
  assert.deepEqual(giftOf(await load()), null)
  return { ...bot, step, load, prompt }
}

function giftOf({ subject }: Deal) {
  return subject.kind === 'purchase' ? subject.gift : undefined
}

test('the secrets of a question that is approved late are there again', async (t) => {
  const { step, load, prompt, close } = await silentGift()
  t.after(close)
  await step({ type: 'answered', prompt, result: tx('late') })

  assert.deepEqual(giftOf(await load()), gift)
  assert.equal((await load()).stage, 'calling')
})

test('so they are when the wallet says nothing and only the chain shows it', async (t) => {
  const { step, load, projections, inUnit, close } = await silentGift()
  t.after(close)
  const sent = { ...unpackRightWord(mintedWord(ben, teaTerms)), state: 'sent' as const }
  const word = packRightWord({ ...sent, until: gift.until, nonce: 1 })
  const bought = right(goods, 1)
  const txHash = tx('late')
  const moved = { type: 'moved', right: bought, word, key: claimKey(secret), txHash } as const
  await projections.append(block(2, [{ ...minted(bought, ben, id), txHash }, moved]))
  const deal = await load()
  const facts = await inUnit((unit) => purchaseFacts(unit, deal))
  await step({ type: 'chain', facts })

  assert.deepEqual(giftOf(await load()), gift)
})
