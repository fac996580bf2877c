import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSellingCoins } from '../../src/chain/selling-coins.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Account } from '../../src/domain/ids.ts'
import type { ChainPort, Currency } from '../../src/ports/chain.ts'

const [GOOD, BOGUS, LATE] = ['0x01', '0x02', '0x03'] as Account[]
const coin = (address: Account | null, symbol: string): Currency => ({
  address,
  symbol,
  decimals: 6,
})

test('coins are read once; what is no coin is left out, and a node that is away is asked again', async () => {
  const known = new Map<Account | null, Currency>([[null, coin(null, 'ETH')]])
  let isAway = true
  const reads: Account[] = []
  const troubles: unknown[] = []
  const chain = {
    knownCurrency: (address: Account | null) => known.get(address) ?? null,
    async currency(address: Account) {
      reads.push(address)
      if (address === BOGUS) throw new AppError('CALL_REVERTED')
      if (address === LATE && isAway) throw new AppError('CHAIN_UNREACHABLE')
      known.set(address, coin(address, address))
    },
  } as unknown as ChainPort
  const addresses = [GOOD, BOGUS, LATE] as Account[]
  const coins = createSellingCoins({ chain, addresses, onTrouble: (each) => troubles.push(each) })
  await new Promise(setImmediate)
  assert.throws(coins, (error: AppError) => error.code === 'CHAIN_UNREACHABLE')
  assert.equal(troubles.length, 1)
  isAway = false
  assert.throws(coins, (error: AppError) => error.code === 'CHAIN_UNREACHABLE')
  await new Promise(setImmediate)
  assert.deepEqual(
    coins().map(({ address }) => address),
    [GOOD, LATE, null],
  )
  assert.deepEqual(reads, [GOOD, BOGUS, LATE, LATE, LATE])
})
