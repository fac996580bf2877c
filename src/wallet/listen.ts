import type { PromptId } from '../domain/ids.ts'
import type { WalletSession } from '../domain/wallet-session.ts'
import type { KeyValue } from '../ports/key-value.ts'
import type { Sdk, SdkRecord } from './sdk.ts'
import { forgetSettling, noteSettling } from './sdk-repair.ts'
import { toCaipAccounts, toWalletSession } from './session-view.ts'
import type { WalletLog } from './wallet-log.ts'
import type { WalletRecords } from './wallet-records.ts'
import { toWalletRefusal } from './wallet-refusal.ts'

/** Questions that are about to leave, by session topic. */
export type Leaving = Map<string, { prompt: PromptId; onId: (id: string) => void }>

/** What {@link listen} needs of the wallet edge. */
export type ListenDeps = {
  sdk: Sdk
  keyValue: KeyValue
  records: WalletRecords
  leaving: Leaving
  log: WalletLog
  isStopped: () => boolean
  session: (topic: string) => WalletSession | null
  isEnding: (topic: string) => boolean
  end: (topic: string) => Promise<void>
  disconnect: (topic: string) => Promise<void>
}

/** Handlers that a start calls too, for what happened before it. */
export type Listener = {
  onSettled(topic: string, pairingTopic: string): Promise<void>
  onChanged(topic: string): Promise<void>
}

/** Attaches to everything the SDK tells, before it has started, and writes it down. */
export function listen(deps: ListenDeps): Listener {
  const { sdk, keyValue, records, leaving, log, session } = deps
  const hear = (work: () => Promise<unknown>): void => {
    if (deps.isStopped()) return
    work().catch((err: unknown) => log.error({ err }, 'a wallet event was not recorded'))
  }

  const onCreated = ({ id, topic, request }: SdkRecord): void => {
    // A wallet that leaves is gone from here on, although the SDK lists its session for some moments more.
    if (request.method === 'wc_sessionDelete') {
      if (!deps.isEnding(topic)) hear(() => deps.end(topic))
      return
    }
    const question = leaving.get(topic)
    if (request.method !== 'wc_sessionRequest' || question === undefined) return
    leaving.delete(topic)
    hear(() => records.published(question.prompt, String(id)))
    question.onId(String(id))
  }
  const onUpdated = (record: SdkRecord): void => {
    const { id, topic, request, response } = record
    if (response === undefined) return
    if (request.method === 'wc_sessionRequest') hear(() => records.answered(String(id), response))
    if (request.method !== 'wc_sessionPropose') return
    hear(() => {
      if ('result' in response) return records.run(() => noteSettling(sdk, keyValue, record))
      const { reason, message } = toWalletRefusal(response.error)
      return records.refused(topic, reason, message)
    })
  }
  const onSettled = async (topic: string, pairingTopic: string): Promise<void> => {
    const settled = toWalletSession(sdk.session.get(topic))
    const whose = await records.settled(settled, pairingTopic)
    await records.run(() => forgetSettling(keyValue, pairingTopic))
    if (whose === 'ours') return
    log.warn({}, 'a wallet settled a session nobody asked for; ending it')
    hear(() => deps.disconnect(topic))
  }
  const onChanged = async (topic: string): Promise<void> => {
    const changed = session(topic)
    if (changed !== null) await records.changed(changed)
  }
  const onAccounts = async (topic: string, chainId: string, told: unknown): Promise<void> => {
    const found = sdk.session.get(topic)
    const evm = found.namespaces['eip155']
    if (evm === undefined || !/^eip155:\d+$/.test(chainId)) return
    const others = evm.accounts.filter((each) => !each.startsWith(`${chainId}:`))
    const accounts = [...toCaipAccounts(told, chainId), ...others]
    const namespaces = { ...found.namespaces, eip155: { ...evm, accounts } }
    await sdk.session.update(topic, { namespaces })
    await onChanged(topic)
  }

  sdk.core.history.on('history_created', (record: SdkRecord) => onCreated(record))
  sdk.core.history.on('history_updated', (record: SdkRecord) => onUpdated(record))
  sdk.on('session_connect', ({ session: { topic, pairingTopic } }) =>
    hear(() => onSettled(topic, pairingTopic)),
  )
  sdk.on('session_delete', ({ topic }) => hear(() => deps.end(topic)))
  sdk.on('session_expire', ({ topic }) => hear(() => deps.end(topic)))
  sdk.on('session_update', ({ topic }) => hear(() => onChanged(topic)))
  sdk.on('session_event', ({ topic, params: { event, chainId } }) => {
    if (event.name === 'accountsChanged') hear(() => onAccounts(topic, chainId, event.data))
  })
  return { onSettled, onChanged }
}
