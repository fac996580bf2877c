import { AppError } from '../domain/errors.ts'
import type { Account } from '../domain/ids.ts'
import type { SellingCoin } from '../domain/parse-price.ts'
import type { ChainPort } from '../ports/chain.ts'

/**
 * The coins that a price may be asked in: those of the setting, in its order, and the chain's own. They are read once; an
 * address that is no coin is left out and told to `onTrouble`.
 * The returned function @throws AppError CHAIN_UNREACHABLE while one of them could not be read
 */
export function createSellingCoins(deps: {
  chain: ChainPort
  addresses: readonly Account[]
  onTrouble: (error: unknown) => void
}): () => SellingCoin[] {
  const { chain, addresses, onTrouble } = deps
  const refused = new Set<Account>()
  const read = (address: Account) =>
    chain.currency(address).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.retryable) return
      refused.add(address)
      onTrouble(thrown)
    })
  for (const address of addresses) void read(address)

  return function sellingCoins() {
    const wanted = [...addresses.filter((each) => !refused.has(each)), null]
    return wanted.map((address) => {
      const coin = chain.knownCurrency(address)
      if (coin !== null) return { address, symbol: coin.symbol, decimals: coin.decimals }
      if (address !== null) void read(address)
      throw new AppError('CHAIN_UNREACHABLE')
    })
  }
}
