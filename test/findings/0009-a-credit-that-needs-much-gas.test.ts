import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createWorld, ZERO } from '../contracts/world.ts'

const world = await createWorld()
after(() => world.close())

/** Writes six new words for every payment: about 133,000 gas the first time. */
const HUNGRY = `0x${[0, 1, 2, 3, 4, 5].map((slot) => `600160${`0${slot}`.slice(-2)}55`).join('')}00`

test('a payee who needs more gas than a payment may use gets its credit by a withdrawal', async () => {
  const hungry = world.accounts[7]!
  await world.ask('hardhat_setCode', [hungry, HUNGRY])
  const { series, terms } = await world.publish({ terms: { shareBps: 5000 } })
  const purchase = [series, 1, world.buyer, hungry, 0, []]
  await world.call(world.buyer, 'buy', [purchase], terms.price)
  const owed = terms.price / 2n
  assert.equal(await world.read('creditIn', ZERO, hungry), owed)
  const before = await world.balance(hungry)

  await world.call(world.stranger, 'withdraw', [ZERO, hungry])

  assert.equal((await world.balance(hungry)) - before, owed)
})
