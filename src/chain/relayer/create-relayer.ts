import { Wallet } from 'ethers'
import type { Failpoint } from '../../domain/failpoint.ts'
import type { Account, PersonId, TxHash } from '../../domain/ids.ts'
import type { ChainPort } from '../../ports/chain.ts'
import type { RelayEntry, RelayLedger, RelayUsage } from '../../ports/relay-ledger.ts'
import type { RelayCall, Relayer, RelayRefusal } from '../../ports/relayer.ts'
import { createRpc, type RpcOptions } from '../rpc.ts'
import { checkRelayCall } from './check-relay-call.ts'
import { chooseFees, type Fees } from './choose-fees.ts'
import { lookAfter } from './look-after.ts'
import { createNetwork } from './network.ts'
import { signRelay } from './sign-relay.ts'

/** The most gas that one call may be given; a hand-over of a few dozen rights stays below. */
const MOST_GAS = 1_000_000n

/** What the operator gives: the gas account's key, and how much may be spent. Amounts in wei. */
export type RelayerLimits = {
  /** 32 bytes, hex. Never logged, never stored. */
  privateKey: string
  /** For all calls of a day (UTC). */
  dailyWei: bigint
  /** How many calls one person has a day. */
  perPerson: number
  /** The most for one gas. */
  mostFeeWei: bigint
}

/** What the relayer stands on. `limits` is null where there is no key: then it refuses everything. */
export type RelayerDeps = RpcOptions & {
  chain: ChainPort
  ledger: RelayLedger
  limits: RelayerLimits | null
  finalDepth: number
  /** After this time a transaction that is next in turn is replaced. */
  stuckAfterMs?: number
  now: () => number
  failpoint: Failpoint
  /** Hears of what a node did not take; it is offered again. */
  onTrouble: (thrown: unknown) => void
}

/** The {@link Relayer}, and the look after what it sent. */
export type TendedRelayer = Relayer & {
  /** One look at everything that is not final; to be called again and again, from the start on. */
  tend(): Promise<void>
}

/** Nobody pays: what there is without a key. */
const relayerOff: TendedRelayer = {
  quote: async () => ({ type: 'refuses', reason: 'off', error: null }),
  relay: async () => ({ type: 'refused', reason: 'off', error: null }),
  tend: async () => {},
}

type Ready = { type: 'ready'; fees: Fees; gas: bigint; balanceWei: bigint }
type Refused = { type: 'refused'; reason: RelayRefusal; error: string | null }

/**
 * Pays the network with the operator's gas account. A transaction is signed and written down before it is sent, one after
 * another, so that a kill at any place neither loses nor doubles one.
 */
export function createRelayer(deps: RelayerDeps): TendedRelayer {
  const { chain, ledger, limits, finalDepth, now, failpoint, onTrouble } = deps
  const { stuckAfterMs = 60_000 } = deps
  if (limits === null) return relayerOff
  const wallet = new Wallet(limits.privateKey)
  const sender = wallet.address as Account
  const { chainId } = chain
  const network = createNetwork(createRpc(deps), onTrouble)
  const alone = createTurns()

  /** What the chain says of a call; nothing is written. */
  async function look(call: RelayCall): Promise<Ready | Refused> {
    const { claimed } = checkRelayCall(chain.rights, call)
    if (claimed !== null && (await network.claimPrice(chain.rights, claimed)) > 0n) {
      throw new RangeError('a claim that has a price')
    }
    const fees = chooseFees(await network.fees(), mostFeeWei)
    if (fees === null) return refused('too-expensive')
    const tried = await chain.simulate({ from: sender, ...call, value: 0n })
    if (tried.type === 'reverted') return refused('would-fail', tried.error)
    // The state may change until the block, and what is not used costs nothing.
    const gas = (tried.gas * 12n) / 10n
    if (gas > MOST_GAS) return refused('too-expensive')
    return { type: 'ready', fees, gas, balanceWei: await chain.balance(sender, null) }
  }

  const { dailyWei, perPerson, mostFeeWei } = limits
  const refusalOf = (usage: RelayUsage, { fees, gas, balanceWei }: Ready): RelayRefusal | null => {
    const costWei = gas * fees.maxFeeWei
    if (usage.callsOfPerson >= perPerson) return 'person-budget'
    if (usage.spentWei + costWei > dailyWei) return 'budget'
    return usage.outstandingWei + costWei > balanceWei ? 'budget' : null
  }

  async function open(
    key: string,
    person: PersonId,
    call: RelayCall,
  ): Promise<RelayEntry | Refused> {
    const ready = await look(call)
    if (ready.type === 'refused') return ready
    const { gas, fees } = ready
    const chainNonce = await network.count(sender)
    failpoint('relay:before-write')
    const opened = await ledger.open({
      key,
      person,
      call,
      sender,
      chainNonce,
      gas,
      refuse: (usage) => refusalOf(usage, ready),
      sign(nonce) {
        failpoint('relay:in-write')
        return signRelay(wallet, { chainId, call, nonce, gas, fees })
      },
    })
    return opened.type === 'refused' ? refused(opened.reason) : opened.entry
  }

  return {
    async quote({ person, call }) {
      const ready = await look(call)
      if (ready.type === 'refused') return { ...ready, type: 'refuses' }
      const reason = refusalOf(await ledger.usage({ sender, person }), ready)
      return reason === null ? { type: 'pays' } : { type: 'refuses', reason, error: null }
    },

    relay: ({ key, person, call }) =>
      alone(async () => {
        checkRelayCall(chain.rights, call)
        const known = await ledger.find(key)
        const entry = known ?? (await open(key, person, call))
        if ('reason' in entry) return entry
        if (entry.call.data !== call.data) throw new RangeError('the key belongs to another call')
        const hash = hashOf(entry)
        if (known !== null) return { type: 'sent', hash }
        failpoint('relay:written')
        await network.offer(entry.signed.at(-1)?.raw ?? '')
        failpoint('relay:sent')
        return { type: 'sent', hash }
      }),

    tend: () =>
      alone(() =>
        lookAfter({
          network,
          ledger,
          wallet,
          chainId,
          finalDepth,
          mostFeeWei,
          dailyWei,
          stuckAfterMs,
          now,
          failpoint,
        }),
      ),
  }
}

function refused(reason: RelayRefusal, error: string | null = null): Refused {
  return { type: 'refused', reason, error }
}

function hashOf({ included, signed }: RelayEntry): TxHash {
  const hash = included ?? signed.at(-1)?.hash
  if (hash === undefined) throw new Error('a relayed call without a transaction')
  return hash
}

/** Lets tasks run one after another, in the order they came; one that fails does not stop the next. */
function createTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const next = last.then(task, task)
    last = next.catch(() => null)
    return next
  }
}
