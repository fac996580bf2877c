import { roleOf } from '../core/people.ts'
import type { PageState } from '../core/state.ts'
import type { TextKey } from '../core/texts-en.ts'

/** One scene of the guided minute: who acts, by which buttons, and when it is over. */
export type Scene = {
  caption: TextKey
  role: 'buyer' | 'seller' | 'recipient'
  /** The chat that the person opens first. */
  chat(state: PageState): number | undefined
  /** Labels worth pressing, in the bot's languages. Later ones come first: they are further along. */
  labels: readonly RegExp[]
  /** With whom something is shared. */
  sharesWith?: 'recipient'
  /** Whose screen the camera looks at before anything else. */
  scans?: 'recipient'
  /** Whether it is over. `right` is the one that this play is about, null until it is bought. */
  isOver(state: PageState, right: string | null): boolean
}

const botChat = ({ bot }: PageState) => bot.id
const idOf = (state: PageState, role: string) => roleOf(state, role)?.person.telegramId

function stateOf({ ledger }: PageState, right: string | null): string | undefined {
  return ledger.rights.find(({ id }) => id === right)?.state
}

function isHeldBy(state: PageState, right: string | null, role: string): boolean {
  const found = state.ledger.rights.find(({ id }) => id === right)
  const account = roleOf(state, role)?.person.account.toLowerCase()
  return found?.holder.toLowerCase() === account && found?.state === 'held'
}

const CHOOSE_WALLET = /^MetaMask$/

/** The guided minute: bought, given on, claimed, asked for, handed over. */
export const scenes: readonly Scene[] = [
  {
    caption: 'playBuy',
    role: 'buyer',
    chat: (state) => roleOf(state, 'buyer')?.chats.find(({ chatId }) => chatId < 0)?.chatId,
    labels: [/^(Buy|购买)$/, /^(Pay|支付) /, CHOOSE_WALLET],
    isOver: (state, right) => isHeldBy(state, right, 'buyer'),
  },
  {
    caption: 'playSend',
    role: 'buyer',
    chat: botChat,
    labels: [/^(Send|转送)$/, /^🎁 (As a gift|送礼)$/, /^(Choose a chat|选择聊天)$/],
    sharesWith: 'recipient',
    isOver(state, right) {
      const friend = roleOf(state, 'recipient')
      const chat = friend?.chats.find(({ chatId }) => chatId === idOf(state, 'buyer'))
      const isThere = (chat?.lastMessage?.buttons.length ?? 0) > 0
      return isThere && stateOf(state, right) === 'sent'
    },
  },
  {
    caption: 'playClaim',
    role: 'recipient',
    chat: (state) => idOf(state, 'buyer'),
    labels: [/^(Open|打开)$/, /^(Claim|领取)$/, CHOOSE_WALLET],
    isOver: (state, right) => isHeldBy(state, right, 'recipient'),
  },
  {
    caption: 'playGet',
    role: 'recipient',
    chat: botChat,
    labels: [/^(Get it|提货)$/, /^(Pick up at the shop|到店自提)$/],
    isOver: (state, right) =>
      stateOf(state, right) === 'requested' && codeOn(state, 'recipient') !== undefined,
  },
  {
    caption: 'playDesk',
    role: 'seller',
    chat: botChat,
    labels: [/^(Handed over|已交付)$/],
    scans: 'recipient',
    isOver: (state, right) => stateOf(state, right) === 'redeemed',
  },
]

/** The newest message with a code in the chat that is open on a phone. */
export function codeOn(state: PageState, role: string) {
  const phone = roleOf(state, role)
  const last = phone?.messages.get(state.bot.id)?.findLast(({ photo }) => photo !== null)
  return last?.photo && state.codes.get(last.photo.id) === true ? last : undefined
}
