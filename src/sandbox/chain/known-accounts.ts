import { id, Wallet } from 'ethers'

/** Puts the contracts on chain. A key that everybody can compute: for the sandbox only. */
export const deployer = new Wallet(id('scrip sandbox deployer'))

/** Has the sandbox's money. A key that everybody can compute: for the sandbox only. */
export const treasury = new Wallet(id('scrip sandbox treasury'))

/** Pays the network for people in the sandbox. A key that everybody can compute: for the sandbox only. */
export const relayer = new Wallet(id('scrip sandbox relayer'))
