import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCoinNames } from '../../src/chain/coin-names.ts'
import { createCoinOf } from '../../src/chain/coin-of.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Account } from '../../src/domain/ids.ts'
import type { ChainPort } from '../../src/ports/chain.ts'

const coin = '0x1111111111111111111111111111111111111111' as Account

/** A chain on which this coin fails in this way. */
function chainWhere(code: 'CALL_REVERTED' | 'CHAIN_UNREACHABLE'): ChainPort {
  const chain: Pick<ChainPort, 'knownCurrency' | 'currency'> = {
    knownCurrency: () => null,
    currency: async () => {
      throw new AppError(code)
    },
  }
  return chain as ChainPort
}

// Whoever published a series in a coin that answers nothing made every list with it wait for ever.
test('a coin that is none is named by its address, so that a list with it is shown', async () => {
  const coinOf = createCoinOf(createCoinNames(chainWhere('CALL_REVERTED')))
  assert.throws(() => coinOf(coin), { code: 'CHAIN_UNREACHABLE' })
  await new Promise(setImmediate)

  assert.deepEqual(coinOf(coin), { address: coin, symbol: '0x1111…1111', decimals: 0 })
})

test('a coin is not given up for a node that cannot be reached', async () => {
  const coinOf = createCoinOf(createCoinNames(chainWhere('CHAIN_UNREACHABLE')))
  assert.throws(() => coinOf(coin), { code: 'CHAIN_UNREACHABLE' })
  await new Promise(setImmediate)

  assert.throws(() => coinOf(coin), { code: 'CHAIN_UNREACHABLE' })
})
