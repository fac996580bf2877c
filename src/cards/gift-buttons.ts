import type { Button } from '../domain/card.ts'
import { sendReference } from '../domain/claim-key.ts'
import type { Texts } from '../ports/texts.ts'

/**
 * One button for each gift that waits (all, when it is not said which) that opens the choice of a chat. The query names a send by its reference; the secret joins it
 * only in the message that is posted.
 */
export function giftButtons(
  texts: Texts,
  secrets: readonly string[],
  waiting: readonly string[] = secrets,
): Button[][] {
  return [...secrets.entries()]
    .filter(([, secret]) => waiting.includes(secret))
    .map(([place, secret]) => [
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
