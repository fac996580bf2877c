import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createFundsElsewhere } from '../../src/chain/funds-elsewhere.ts'
import { buyerAt, CHAIN_ID, openStage, other } from './stage.ts'

let stage: Awaited<ReturnType<typeof openStage>>
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

const onOther = (more = {}) => ({
  name: 'Otherchain',
  chainId: CHAIN_ID,
  rpcUrl: stage.url,
  nativeSymbol: 'POL',
  coins: [stage.coin],
  ...more,
})

test('coins of the same name on another chain are found, with their amount', async () => {
  const look = createFundsElsewhere([onOther()])
  assert.deepEqual(
    (await look(buyerAt, 'USDC')).map(({ chain, amount }) => [chain, amount]),
    [['Otherchain', 100_000_000n]],
  )
  assert.equal((await look(buyerAt, 'POL'))[0]?.chain, 'Otherchain')
})

test('nothing, another name, and an account without any are left out', async () => {
  const look = createFundsElsewhere([onOther()])
  assert.deepEqual(await look(other, 'USDC'), [])
  assert.deepEqual(await look(buyerAt, 'DAI'), [])
  assert.deepEqual(await createFundsElsewhere([])(buyerAt, 'USDC'), [])
})

test('a node that does not answer, is on another chain, or knows no such coin is left out', async () => {
  const broken = [
    onOther({ rpcUrl: 'http://127.0.0.1:9' }),
    onOther({ chainId: 1 }),
    onOther({ coins: [other] }),
  ]
  const look = createFundsElsewhere([...broken, onOther()])
  assert.equal((await look(buyerAt, 'USDC')).length, 1)
})
