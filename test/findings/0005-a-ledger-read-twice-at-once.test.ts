import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { buyCall } from '../../src/domain/rights-calls.ts'
import { createLedger } from '../../src/sandbox/driver/ledger.ts'
import { buyer, buyerAt, CHAIN_ID, openStage } from '../chain/stage.ts'

const stage = await openStage()
after(stage.close)

test('two who read the ledger at once do not count a block twice', async () => {
  const { rights, coin, url: rpcUrl } = stage
  const readLedger = createLedger({ rpcUrl, chainId: CHAIN_ID, rights, coin, firstBlock: 1 })
  const { series, terms } = await stage.publish()
  await stage.sendAs(buyer, buyCall(rights, { series, terms, quantity: 1, buyer: buyerAt }))

  const [first] = await Promise.all([readLedger([]), readLedger([])])
  const then = await readLedger([])

  for (const ledger of [first, then]) {
    assert.equal(ledger.rights.length, 1)
    assert.equal(ledger.rights[0]?.holder, buyerAt)
    assert.equal(ledger.rights[0]?.history.length, 1)
    assert.equal(ledger.series[0]?.sold, 1)
  }
})
