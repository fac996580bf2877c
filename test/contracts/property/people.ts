/** Who takes part. Their roles overlap: issuers buy, buyers issue, arbiters hold, staff buys, a claim key is an account. */
export const people = ['ida', 'ivo', 'ann', 'bob', 'cem', 'dee', 'sam', 'art'] as const
/** Accounts with code, and whose key signs for them. */
export const actors = { vault: 'cem', den: 'kay' } as const
/** An account that does nothing but sign for an actor. */
export const SIGNER = 'kay'
/** Keys that travel in links. */
export const claimKeys = ['key-one', 'key-two', 'key-three'] as const
/** An honest coin with permits and authorizations; an honest plain one; one that does as told. */
export const coins = ['usd', 'tin', 'odd'] as const
/** Those whose books must always balance. */
export const honestCoins = ['usd', 'tin'] as const

/** Everybody who can call. */
export const callers: readonly string[] = [...people, ...Object.keys(actors)]
/** Everybody who can have money. */
export const purseHolders: readonly string[] = [
  ...callers,
  SIGNER,
  ...claimKeys,
  ...coins,
  'rights',
  'zero',
]
