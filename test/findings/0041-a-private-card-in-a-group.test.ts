import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskBot } from '../../src/features/desk/bot.ts'
import { myRightsBot } from '../../src/features/my-rights/bot.ts'
import { staffBot } from '../../src/features/staff/bot.ts'
import { walletsBot } from '../../src/features/wallets/bot.ts'
import { random } from '../../src/jobs/random.ts'
import { account } from '../conformance/blocks.ts'
import { stageBot } from '../support/staged-bot.ts'

// Cards went to where the button stood: a callback that somebody forged in a group drew their rights, accounts, invitations
// and requests with addresses for everybody there.
const OWNER = 10
const GROUP = -1001
const startDeal = () => Promise.reject(new Error('nothing is started here'))

test('a tap in a group draws nothing; the same tap in the private chat does', async (t) => {
  const bot = await stageBot(({ texts }) => [
    myRightsBot(),
    walletsBot({ walletName: () => null }),
    deskBot({ startDeal }),
    staffBot({ startDeal, random, texts, now: () => 1, botLink: (payload) => payload }),
  ])
  t.after(bot.close)
  await bot.meet(OWNER, account('mei'))
  const names = ['my-rights', 'wallets', 'requests', 'staff', 'invite-staff']

  for (const name of names) await bot.tap(OWNER, `1.${name}..0`, GROUP)
  assert.deepEqual(await bot.sent(), [])
  for (const name of names) await bot.tap(OWNER, `1.${name}..0`)
  assert.equal((await bot.sent()).length, names.length)
})
