import type { Account } from './ids.ts'

/** What a wallet said of itself when it connected. Self-declared and untrusted: escape before showing. */
export type WalletPeer = { name: string; url: string; redirect: string | null }

/** A settled WalletConnect session. Its accounts are a claim, not a proof: binding needs a signature. */
export type WalletSession = {
  topic: string
  /** Accounts on each EVM chain the wallet approved, in the wallet's order. */
  accounts: { chainId: number; account: Account }[]
  methods: string[]
  peer: WalletPeer
  /** Unix seconds. */
  expiresAt: number
}

/** Why a wallet did not do what was asked; `unknown` may still have happened, look at the chain. */
export type WalletRefusal =
  | 'rejected'
  | 'disconnected'
  | 'expired'
  | 'unsupported'
  | 'wrong-chain'
  | 'unknown'
