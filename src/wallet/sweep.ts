import type { WalletLedger } from '../ports/wallet-ledger.ts'
import type { WalletRecords } from './wallet-records.ts'

/** Seconds past its time in which an answer that is on its way may still arrive. */
const GRACE = 5

/** Ends what has waited past its time. `now` in Unix seconds. */
export async function sweep({
  ledger,
  records,
  now,
}: {
  ledger: WalletLedger
  records: WalletRecords
  now: number
}): Promise<void> {
  for (const { pairingTopic, expiresAt } of await ledger.pairings()) {
    if (expiresAt + GRACE <= now) await records.refused(pairingTopic, 'expired', '')
  }
  for (const { prompt, expiresAt } of await ledger.openRequests()) {
    if (expiresAt + GRACE > now) continue
    await records.answer({ type: 'refused', prompt, reason: 'expired', message: '' })
  }
}
