import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { account, dealId, right, series } from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// Those who deal about a right are told what became of it, the newest 200 of them: whoever bought it before 200 others had
// opened its link never heard.
test('whoever acts is told of a right, however many looked at it after them', async () => {
  const { store, clock } = await openSqliteStore()
  const id = right(series('tea'), 1)
  const take = (n: number) =>
    offerDeal({
      id: dealId(`take ${n}`),
      person: { id: n as PersonId, name: `P${n}` },
      chat: n as number as ChatId,
      subject: {
        kind: 'take',
        right: id,
        price: 5n,
        currency: null,
        seller: account('seller'),
        nonce: 1,
      },
    })
  for (let n = 0; n <= 200; n++) {
    clock.now += 1000
    const deal = n === 0 ? { ...take(0), account: account('ben') } : take(n)
    await store.transaction(({ deals }) => deals.add(deal))
  }
  const told = await store.transaction(({ deals }) => deals.naming(id))

  assert.equal(told.length, 201)
  assert.equal(told[0], dealId('take 0'))
})
