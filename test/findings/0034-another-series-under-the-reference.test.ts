import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { purchaseFacts } from '../../src/features/buy/purchase-facts.ts'
import {
  account,
  block,
  dealId,
  minted,
  published,
  right,
  series,
  tx,
} from '../conformance/blocks.ts'
import { openSqliteStore } from '../conformance/sqlite.ts'

// A reference is only a word that whoever mints may write. A right of any series, and one right of five, counted as the
// purchase: whoever was asked to pay could give something worth nothing, and who had asked was told that it was bought.
test('only rights of the series, and as many as were asked for, are the purchase', async () => {
  const { store, projections } = await openSqliteStore()
  const [dear, junk, id] = [series('dear'), series('junk'), dealId('asked')]
  const deal = offerDeal({
    id,
    person: { id: 1 as PersonId, name: 'Mia' },
    chat: 1 as number as ChatId,
    subject: {
      kind: 'purchase',
      series: dear,
      quantity: 2,
      price: 1_000_000n,
      currency: null,
      issuer: account('seller'),
      contributor: null,
      paidFor: null,
      asked: account('ben'),
      gift: null,
    },
  })
  const facts = () => store.transaction((unit) => purchaseFacts(unit, deal))
  const under = (of: typeof dear, serial: number, hash: string) => ({
    ...minted(right(of, serial), account('ben'), id),
    txHash: tx(hash),
  })
  await projections.append(
    block(1, [
      published(dear),
      published(junk, account('crook')),
      under(junk, 1, 'a'),
      under(junk, 2, 'a'),
    ]),
  )
  assert.equal((await facts()).type, 'absent')
  await projections.append(block(2, [under(dear, 1, 'b')]))
  assert.equal((await facts()).type, 'absent')
  await projections.append(block(3, [under(dear, 2, 'c'), under(dear, 3, 'c')]))

  const found = await facts()
  assert.ok(found.type === 'done' || found.type === 'final')
  assert.deepEqual(found.rights, [right(dear, 2), right(dear, 3)])
})
