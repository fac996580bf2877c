import { getAddress, isAddress } from 'ethers'
import type { Account } from '../domain/ids.ts'
import { shownText } from '../domain/shown-text.ts'
import type { WalletSession } from '../domain/wallet-session.ts'

/** What of the SDK's session we read. All of it comes from the wallet. */
export type SdkSession = {
  topic: string
  expiry: number
  namespaces: Record<string, { accounts: string[]; methods: string[] }>
  peer: {
    metadata: { name: string; url: string; redirect?: { native?: string; universal?: string } }
  }
}

const TEXT_LENGTH = 100
const NAME_LENGTH = 40

/**
 * The SDK's session in our words. Accounts that are no EVM addresses are left out; the name is cut and cleaned so that it
 * cannot move what stands beside it.
 */
export function toWalletSession(session: SdkSession): WalletSession {
  const evm = Object.entries(session.namespaces)
    .filter(([name]) => name === 'eip155' || name.startsWith('eip155:'))
    .map(([, namespace]) => namespace)
  const { name, url, redirect } = session.peer.metadata
  return {
    topic: session.topic,
    accounts: evm.flatMap((namespace) => namespace.accounts.flatMap(toAccount)),
    methods: [...new Set(evm.flatMap((namespace) => namespace.methods))],
    peer: {
      name: shownText(String(name ?? ''), NAME_LENGTH),
      url: String(url ?? '')
        .slice(0, TEXT_LENGTH)
        .toWellFormed(),
      redirect: redirect?.universal ?? redirect?.native ?? null,
    },
    expiresAt: session.expiry,
  }
}

/** A short text that is equal for sessions that allow the same. */
export function fingerprint({ accounts, methods }: WalletSession): string {
  const chains = accounts.map(({ chainId, account }) => `${chainId}:${account}`)
  return [...chains, ...methods.toSorted()].join(' ')
}

/**
 * The accounts of an `accountsChanged` event as CAIP-10, whichever way the wallet wrote them; what is no address is left
 * out. `chainId` is CAIP-2.
 */
export function toCaipAccounts(told: unknown, chainId: string): string[] {
  if (!Array.isArray(told)) return []
  return told.flatMap((each) => {
    const address = String(each).split(':').at(-1) ?? ''
    return isAddress(address) ? [`${chainId}:${getAddress(address)}`] : []
  })
}

function toAccount(caip: string): { chainId: number; account: Account }[] {
  const [namespace, reference, address, ...rest] = String(caip).split(':')
  const chainId = Number(reference)
  if (namespace !== 'eip155' || rest.length > 0 || !Number.isSafeInteger(chainId)) return []
  if (address === undefined || !isAddress(address)) return []
  return [{ chainId, account: getAddress(address) as Account }]
}
