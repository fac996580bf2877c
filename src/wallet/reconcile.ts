import type { AskedQuestion, WalletLedger } from '../ports/wallet-ledger.ts'
import type { Deliveries } from './deliveries.ts'
import type { Sdk, SdkRecord } from './sdk.ts'
import { paramsHash } from './wallet-question.ts'
import { toAnswer, type WalletRecords } from './wallet-records.ts'

/**
 * Compares what the SDK kept with what our ledger knows, after a start, and tells whatever an earlier run could not tell
 * any more.
 */
export async function reconcile({
  sdk,
  ledger,
  records,
  deliveries,
  onSettled,
  onChanged,
}: {
  sdk: Sdk
  ledger: WalletLedger
  records: WalletRecords
  deliveries: Deliveries
  onSettled: (topic: string, pairingTopic: string) => Promise<void>
  onChanged: (topic: string) => Promise<void>
}): Promise<void> {
  for (const answer of await ledger.undelivered()) {
    deliveries.deliver(`old:${answer.prompt}`, answer, () => ledger.deliver(answer))
  }
  for (const question of await ledger.openRequests()) await recover(question)

  const live = new Set(sdk.session.keys)
  const known = new Set(await records.knownSessions())
  const waiting = new Set((await ledger.pairings()).map((pairing) => pairing.pairingTopic))
  for (const { topic, pairingTopic } of sdk.session.getAll()) {
    // Told before and taken, or never ours: only a session between the two is new.
    if (waiting.has(pairingTopic) || !known.has(topic)) await onSettled(topic, pairingTopic)
    else await onChanged(topic)
  }
  for (const topic of known) if (!live.has(topic)) await records.ended(topic)
  for (const { topic } of await ledger.openRequests()) {
    if (!live.has(topic)) await records.ended(topic)
  }

  async function recover(question: AskedQuestion): Promise<void> {
    const { prompt, topic } = question
    const found: SdkRecord[] = sdk.core.history.values as SdkRecord[]
    const record = found.find((each) => isRecordOf(each, question))
    if (record === undefined) {
      // A question leaves only after its record is on disk: without one it never left and may be asked again.
      if (question.requestId === null) await ledger.withdrawRequest(prompt)
      return
    }
    if (question.requestId === null) await ledger.publishRequest(prompt, String(record.id))
    const { response } = record
    if (response === undefined || record.topic !== topic) return
    await records.answer(toAnswer(prompt, response))
  }
}

function isRecordOf(record: SdkRecord, question: AskedQuestion): boolean {
  if (question.requestId !== null) return String(record.id) === question.requestId
  if (record.topic !== question.topic || record.request.method !== 'wc_sessionRequest') return false
  const { request } = record.request.params as { request?: { method?: string; params?: unknown } }
  return request?.method === question.method && paramsHash(request.params) === question.paramsHash
}
