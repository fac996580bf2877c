import type { Wallet } from 'ethers'
import type { Failpoint } from '../../domain/failpoint.ts'
import type { Account } from '../../domain/ids.ts'
import type { RelayEntry, RelayLedger } from '../../ports/relay-ledger.ts'
import { chooseFees, type Fees, raiseFees } from './choose-fees.ts'
import type { Inclusion, Network } from './network.ts'
import { signRelay } from './sign-relay.ts'

/** What looking after a transaction needs. */
export type LookAfterDeps = {
  network: Network
  ledger: RelayLedger
  wallet: Wallet
  chainId: number
  finalDepth: number
  /** The most that one gas may cost, and all calls of a day, in wei. */
  mostFeeWei: bigint
  dailyWei: bigint
  /** A transaction that is next in turn and not in a block after this time is replaced. */
  stuckAfterMs: number
  now: () => number
  failpoint: Failpoint
}

/**
 * One look at everything unsettled, in the order of the nonces: what is final is settled, what a node forgot or a
 * reorganisation took back is sent again, what is stuck is replaced under its nonce with higher fees, and what lost its
 * nonce to another transaction of the same account gets a new one. May be broken off and repeated at any place.
 * @throws AppError CHAIN_UNREACHABLE
 */
export async function lookAfter(deps: LookAfterDeps): Promise<void> {
  const { network, ledger, wallet, finalDepth } = deps
  const own = wallet.address as Account
  const { blockNumber, ...price } = await network.fees()
  const finalNumber = blockNumber - finalDepth
  await ledger.reopen(own, await network.count(own))
  for (const entry of await ledger.unsettled()) {
    // Asked before the receipts, so that a nonce that counts as used up has had its receipt when we look.
    const used = finalNumber < 0 ? 0 : await network.count(entry.sender, finalNumber)
    const found = await findInclusion(network, entry)
    if (found !== null) await noteInclusion(deps, entry, found, finalNumber)
    else await sendOn(deps, entry, { used, fees: chooseFees(price, deps.mostFeeWei) })
  }
}

/** Of all transactions of a key at most one is in a block, because they share a nonce. */
async function findInclusion(network: Network, entry: RelayEntry): Promise<Inclusion | null> {
  for (const { hash } of entry.signed.toReversed()) {
    const found = await network.inclusion(hash)
    if (found !== null) return found
  }
  return null
}

async function noteInclusion(
  { ledger, failpoint }: LookAfterDeps,
  { key, included }: RelayEntry,
  found: Inclusion,
  finalNumber: number,
): Promise<void> {
  if (found.blockNumber <= finalNumber) {
    failpoint('relay:before-settle')
    return ledger.settle(key, found.hash, found.costWei)
  }
  if (included !== found.hash) await ledger.include(key, found.hash)
}

async function sendOn(
  deps: LookAfterDeps,
  entry: RelayEntry,
  now: { used: number; fees: Fees | null },
): Promise<void> {
  const { network, ledger } = deps
  if (entry.included !== null) await ledger.include(entry.key, null)
  // Only what is final frees a key from its nonce: otherwise both transactions could end up in blocks.
  if (entry.nonce < now.used) return now.fees === null ? undefined : move(deps, entry, now.fees)
  if (await replaceStuck(deps, entry, now.fees)) return
  const newest = entry.signed.at(-1)
  if (newest !== undefined && !(await network.knows(newest.hash))) await network.offer(newest.raw)
}

async function move(deps: LookAfterDeps, entry: RelayEntry, fees: Fees): Promise<void> {
  const { network, ledger, wallet, chainId, failpoint } = deps
  const sender = wallet.address as Account
  const { call, gas, key } = entry
  const { signed } = await ledger.move(key, {
    sender,
    chainNonce: await network.count(sender),
    sign: (nonce) => signRelay(wallet, { chainId, call, nonce, gas, fees }),
  })
  failpoint('relay:moved')
  await network.offer(signed.at(-1)?.raw ?? '')
}

async function replaceStuck(
  deps: LookAfterDeps,
  entry: RelayEntry,
  present: Fees | null,
): Promise<boolean> {
  const { network, ledger, wallet, chainId, failpoint } = deps
  const { call, gas, key, nonce, sender } = entry
  const newest = entry.signed.at(-1)
  const isOurs = sender === wallet.address
  if (newest === undefined || present === null || !isOurs) return false
  if (deps.now() - newest.signedAt < deps.stuckAfterMs) return false
  // What waits behind another nonce is not helped by a higher fee.
  if (nonce !== (await network.count(sender))) return false
  const fees = raiseFees(newest, present, deps.mostFeeWei)
  if (fees === null) return false
  const signed = signRelay(wallet, { chainId, call, nonce, gas, fees })
  // The new cost counts for today whole; tomorrow has a budget of its own.
  if ((await ledger.spentWithout(key)) + signed.costWei > deps.dailyWei) return false
  await ledger.replace(key, signed)
  failpoint('relay:replaced')
  await network.offer(signed.raw)
  return true
}
