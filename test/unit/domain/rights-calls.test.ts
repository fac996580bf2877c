import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ZeroAddress } from 'ethers'
import fc from 'fast-check'
import type { Account, DealId, RightId, SeriesId } from '../../../src/domain/ids.ts'
import {
  approveCall,
  buyCall,
  handOverCall,
  referenceOf,
  requestCall,
  rightsInterface,
  transferCall,
  withdrawRequestCall,
} from '../../../src/domain/rights-calls.ts'
import { anyAccount, anyDeal, anySeries } from './arbitraries.ts'

const rights = '0x5FbDB2315678afecb367f032d93F642f64180aa3' as Account
const buyer = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' as Account
const series = `0x${'ab'.repeat(24)}` as SeriesId
const right = `0x${'ab'.repeat(24)}${'00'.repeat(7)}01` as RightId
const native = { price: 12n, currency: null }

test('one right for oneself takes the short form', () => {
  const call = buyCall(rights, { series, terms: native, quantity: 1, buyer })

  assert.equal(call.data.length, 2 + 2 * 36)
  assert.deepEqual([call.to, call.value], [rights, 12n])
})

test('several rights, or somebody else as recipient, take the full form', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 500 }),
      anyAccount,
      anySeries,
      (quantity, recipient, any) => {
        const call = buyCall(rights, { series: any, terms: native, quantity, buyer, recipient })
        const parsed = rightsInterface.parseTransaction(call)
        const purchase = [any, BigInt(quantity), recipient, ZeroAddress, 0n, []]
        assert.deepEqual(parsed?.args[0].toArray(true), purchase)
        assert.equal(call.value, 12n * BigInt(quantity))
      },
    ),
  )
})

test('a purchase in a coin carries no value', () => {
  const call = buyCall(rights, {
    series,
    terms: { price: 12n, currency: buyer },
    quantity: 3,
    buyer,
  })
  assert.equal(call.value, 0n)
})

test('a reference is read back from every call to the contract and from none without', () => {
  const calls = (reference?: DealId) => [
    buyCall(rights, { series, terms: native, quantity: 1, buyer }, reference),
    buyCall(rights, { series, terms: native, quantity: 9, buyer }, reference),
    requestCall(rights, { right, way: 'delivery', commitment: `0x${'01'.repeat(32)}` }, reference),
    withdrawRequestCall(rights, right, reference),
    handOverCall(rights, { right, secret: `0x${'ab'.repeat(16)}` }, reference),
  ]
  fc.assert(
    fc.property(anyDeal, (deal) => {
      for (const call of calls(deal)) assert.equal(referenceOf(call.data), deal)
    }),
  )
  for (const call of calls()) assert.equal(referenceOf(call.data), null)
})

test('a reference of another length, or behind a foreign call, is none', () => {
  const { data } = buyCall(rights, { series, terms: native, quantity: 1, buyer })
  for (const suffix of ['00', '00'.repeat(7), '00'.repeat(9), '00'.repeat(64)]) {
    assert.equal(referenceOf(data + suffix), null)
  }
  for (const foreign of ['0x', '0x12', `0xdeadbeef${'00'.repeat(40)}`, data.slice(0, 20)]) {
    assert.equal(referenceOf(foreign), null)
  }
})

test('what is no reference is refused before it gets into a call', () => {
  const make = (reference: string) =>
    approveCall({ coin: buyer, rights, amount: 1n }, reference as DealId)
  assert.match(make('00ff00ff00ff00ff').data, /00ff00ff00ff00ff$/)
  for (const bad of ['', '0x00ff00ff00ff00', '00FF00ff00ff00ff', '00ff']) {
    assert.throws(() => make(bad), RangeError)
  }
})

test('a transfer asks a receiver that has code', () => {
  const call = transferCall(rights, { right, from: buyer, to: rights })
  assert.equal(rightsInterface.parseTransaction(call)?.name, 'safeTransferFrom')
})
