import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NewAct, startAct } from '../../src/deals/start-act.ts'
import { createStartDeal } from '../../src/deals/start-deal.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { random } from '../../src/jobs/random.ts'
import { account } from '../conformance/blocks.ts'
import { stageBot, stagedStepDeal as stepDeal } from '../support/staged-bot.ts'

// Without a right nothing counted as the same act: two taps on "Withdraw" asked the wallet twice.
const [mei, ben] = [account('mei'), account('ben')]
const startDeal = createStartDeal({ random, stepDeal, relays: false })

test('the same act without a right is one deal; another account or another argument is another', async (t) => {
  const bot = await stageBot(() => [])
  t.after(bot.close)
  await bot.meet(10, mei, ben)
  const person = { id: 10 as PersonId, name: 'Ann', locale: 'en' } as NewAct['person']
  const start = (input: Omit<NewAct, 'person'>) =>
    bot.inUnit((unit) => startAct(startDeal, unit, { person, ...input }))
  const withdraw = {
    act: 'withdraw',
    by: null,
    arguments: { account: mei, currency: null },
  } as const
  const allow = { act: 'set-staff', by: mei, arguments: { account: ben, isStaff: true } } as const

  const first = await start(withdraw)
  assert.equal(await start(withdraw), first)
  assert.notEqual(await start({ ...withdraw, arguments: { account: ben, currency: null } }), first)
  const allowed = await start(allow)
  assert.equal(await start(allow), allowed)
  assert.notEqual(await start({ ...allow, by: ben }), allowed)
})
