import type { Button } from '../domain/card.ts'
import { sendReference } from '../domain/claim-key.ts'
import type { Texts } from '../ports/texts.ts'

/**
 * One button for each gift that opens the choice of a chat. The query names a send by its reference; the secret joins it
 * only in the message that is posted.
 */
export function giftButtons(texts: Texts, secrets: readonly string[]): Button[][] {
  return secrets.map((secret, place) => [
    {
      type: 'share',
      label:
        secrets.length === 1
          ? texts.plain('button-choose-chat')
          : texts.plain('button-choose-chat-for', { number: place + 1 }),
      query: `send ${sendReference(secret)}`,
    },
  ])
}
