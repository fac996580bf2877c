import { GrammyError } from 'grammy'

/** What a refusal of the Bot API means for a card. */
export type TelegramRefusal = 'same' | 'gone' | 'unreachable' | 'wait' | 'no-picture' | 'other'

const phrases: readonly (readonly [RegExp, TelegramRefusal])[] = [
  [/message is not modified/i, 'same'],
  [
    /message to (edit|be edited|delete) not found|message can't be edited|MESSAGE_ID_INVALID/i,
    'gone',
  ],
  [/there is no (text|caption|media) in the message to edit/i, 'gone'],
  [
    /chat not found|user is deactivated|bot was blocked|bot was kicked|not a member|can't initiate|not enough rights to send|no rights to send|CHAT_WRITE_FORBIDDEN|upgraded to a supergroup|need administrator rights|TOPIC_CLOSED/i,
    'unreachable',
  ],
  [
    /wrong file identifier|failed to get HTTP URL|wrong type of the web page|PHOTO_INVALID|IMAGE_PROCESS_FAILED|WEBPAGE_/i,
    'no-picture',
  ],
]

/** Sorts an error thrown by grammY; everything that is not a refusal is `other`. */
export function telegramRefusal(thrown: unknown): TelegramRefusal {
  if (!(thrown instanceof GrammyError)) return 'other'
  if (thrown.error_code === 429) return 'wait'
  const known = phrases.find(([phrase]) => phrase.test(thrown.description))
  if (known !== undefined) return known[1]
  return thrown.error_code === 403 ? 'unreachable' : 'other'
}
