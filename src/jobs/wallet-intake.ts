import { randomUUID } from 'node:crypto'
import type { DealEvent } from '../domain/deal/event.ts'
import type { DealId } from '../domain/ids.ts'
import type { InboxItem, Store } from '../ports/store.ts'
import type { WalletEvent } from '../ports/wallet.ts'

/**
 * Writes what wallets say into the inbox. A deal's attempts and prompts begin with its id, so the row already names whom
 * it is for; a repeat of the same answer has the same key and is dropped.
 */
export function createWalletIntake(deps: {
  store: Store
  chainId: number
  afterWork: () => void
}): (event: WalletEvent) => Promise<void> {
  return async function takeWalletEvent(event) {
    const entry = toEntry(event, deps.chainId)
    await deps.store.transaction((unit) => unit.inbox.add(entry))
    deps.afterWork()
  }
}

function toEntry(
  event: WalletEvent,
  chainId: number,
): { key: string; lane: string; item: InboxItem } {
  switch (event.type) {
    case 'session-settled': {
      const { attempt, session } = event
      return dealEntry(attempt, `settled:${session.topic}`, {
        type: 'session-settled',
        attempt,
        session,
      })
    }
    case 'session-refused': {
      const { attempt, reason } = event
      return dealEntry(attempt, 'refused', { type: 'session-refused', attempt, reason })
    }
    case 'answered': {
      const { prompt, result } = event
      return dealEntry(prompt, `answered:${prompt}`, { type: 'answered', prompt, result })
    }
    case 'refused': {
      const { prompt, reason } = event
      return dealEntry(prompt, `refused:${prompt}:${reason}`, { type: 'refused', prompt, reason })
    }
    case 'session-ended': {
      const { topic } = event
      return {
        key: `wallet:ended:${topic}`,
        lane: `wallet:${topic}`,
        item: { type: 'session-ended', topic },
      }
    }
    case 'session-changed': {
      const { topic, accounts } = event.session
      const here = accounts.filter((each) => each.chainId === chainId)
      return {
        // Never a repeat: a wallet may go back to what it had. Hearing of the same accounts twice changes nothing.
        key: `wallet:changed:${topic}:${randomUUID()}`,
        lane: `wallet:${topic}`,
        item: { type: 'session-changed', topic, accounts: here.map(({ account }) => account) },
      }
    }
  }
}

function dealEntry(id: string, key: string, event: DealEvent) {
  const deal = (id.split(':')[0] ?? '') as DealId
  return {
    key: `wallet:${id}:${key}`,
    lane: `deal:${deal}`,
    item: { type: 'deal', deal, event } as const,
  }
}
