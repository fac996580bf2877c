import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Interface, MaxUint256 } from 'ethers'
import { createCallDecoder } from '../../../src/sandbox/wallets/decode-call.ts'

const shop = new Interface([
  'function buy(uint256 series, uint32 count)',
  'function order((uint256 series, uint32 count, address[] friends) wish, bool gift)',
  'error SoldOut(uint256 left)',
])
const erc20 = new Interface([
  'function approve(address,uint256)',
  'function transfer(address,uint256)',
])
const at = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const usdc = { symbol: 'USDC', decimals: 6 }
const decoder = createCallDecoder([{ name: 'Shop', address: at, abi: shop.fragments }])

test('a call of a known contract is read, with bytes behind it too', () => {
  const call = decoder.call(at, `${shop.encodeFunctionData('buy', [7, 2])}0102030405060708`, null)

  assert.equal(call?.contract, 'Shop')
  assert.equal(call?.function, 'buy')
  assert.deepEqual(call?.args, [
    { name: 'series', type: 'uint256', value: '7' },
    { name: 'count', type: 'uint32', value: '2' },
  ])
})

test('the fields of a struct stand by themselves', () => {
  const data = shop.encodeFunctionData('order', [[7, 2, [at]], true])

  assert.deepEqual(
    decoder.call(at, data, null)?.args.map(({ name, value }) => [name, value]),
    [
      ['series', '7'],
      ['count', '2'],
      ['friends', `[${at}]`],
      ['gift', 'true'],
    ],
  )
})

test('what moves coins is said in words', () => {
  const read = (name: string, amount: bigint) =>
    decoder.call(usdcAt, erc20.encodeFunctionData(name, [at, amount]), usdc)?.summary
  const usdcAt = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

  assert.equal(read('approve', 12_000_000n), `Let ${at} spend 12.0 USDC`)
  assert.equal(read('approve', MaxUint256), `Let ${at} spend unlimited USDC`)
  assert.equal(read('transfer', 1n), `Send 0.000001 USDC to ${at}`)
})

test('a call nobody described stays as it is', () => {
  assert.equal(decoder.call(at, '0x', null), null)
  assert.equal(decoder.call(at, '0xdeadbeef', null), null)
})

test('an error of a known contract has its name', () => {
  assert.equal(decoder.error(shop.encodeErrorResult('SoldOut', [3])), 'SoldOut(3)')
  assert.equal(decoder.error('0xdeadbeef'), null)
})
