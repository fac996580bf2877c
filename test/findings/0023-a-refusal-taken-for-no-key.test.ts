import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { zeroPadValue } from 'ethers'
import { withKeys } from '../../src/chain/read-keys.ts'
import { type Rpc, RpcRefusal } from '../../src/chain/rpc.ts'
import { claimKey } from '../../src/domain/claim-key.ts'
import type { Account } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { packRightWord, unpackRightWord } from '../../src/domain/right-word.ts'
import { buyCall } from '../../src/domain/rights-calls.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import { sendCall } from '../../src/domain/sending-calls.ts'
import { buyer, buyerAt, hasCode, openStage } from '../chain/stage.ts'
import { account, moved, right, series } from '../conformance/blocks.ts'
import { SECRET } from '../contracts/world.ts'

const stage = await openStage()
after(stage.close)

// Any refusal became "for nobody" and stayed so: whoever the right was sent to could not get it.
test('a node that is in trouble for a moment does not make a sent right one for nobody', async () => {
  const { series: id, terms } = await stage.publish()
  const one = packRightId(id, 1n)
  await stage.sendAs(
    buyer,
    buyCall(stage.rights, { series: id, terms, quantity: 1, buyer: buyerAt }),
  )
  const { time } = await stage.reader().head()
  const input = { right: one, secret: SECRET, price: null, until: time + 7 * 86_400 }
  const txHash = await stage.sendAs(buyer, sendCall(stage.rights, input))

  await stage.client.fault({ method: 'eth_call', times: 1, kind: 'error' })
  await assert.rejects(stage.eventsOf(txHash), hasCode('CHAIN_UNREACHABLE'))

  const [event] = (await stage.eventsOf(txHash)) ?? []
  assert.ok(event?.type === 'moved')
  assert.equal(event.key, claimKey(SECRET))
})

const key = account('key')
const sent = (serial: number): RightsEvent => {
  const event = moved(right(series('tea'), serial), 'sent')
  assert.ok(event.type === 'moved')
  const word = packRightWord({ ...unpackRightWord(event.word), auxLive: true })
  return { ...event, word }
}
const keysOf = async (rpc: { ask(method: string): Promise<unknown> }, events: RightsEvent[]) =>
  (await withKeys(rpc as Rpc, account('rights'), '0x12', events)).map(
    (event): Account | null | undefined => (event.type === 'moved' ? event.key : undefined),
  )

test('a state that the node no longer has, and a block that is gone, give no key', async () => {
  for (const message of ['missing trie node 12', 'header not found']) {
    const rpc = {
      async ask(method: string) {
        if (method === 'eth_call') throw new RpcRefusal(-32000, message, null)
        return null
      },
    }
    assert.deepEqual(await keysOf(rpc, [sent(1)]), [null])
  }
})

test('a large block asks few questions at a time, and each once', async () => {
  let [asked, open, most] = [0, 0, 0]
  const rpc = {
    async ask() {
      asked += 1
      open += 1
      most = Math.max(most, open)
      await new Promise(setImmediate)
      open -= 1
      return zeroPadValue(key, 32)
    },
  }
  const events = Array.from({ length: 500 }, (_, at) => sent(1 + (at % 250)))

  const keys = await keysOf(rpc, events)

  assert.ok(keys.every((each) => each === key))
  assert.equal(asked, 250)
  assert.ok(most <= 10)
})
