import { roleOf } from '../core/people.ts'
import type { PageState, PhoneState } from '../core/state.ts'
import type { TextKey } from '../core/texts-en.ts'
import { historyOf, wordsOf } from './history.ts'

/** The steps of the guided minute, in their order. */
export const steps = [
  'stepBuy',
  'stepWallet',
  'stepApprove',
  'stepSend',
  'stepClaim',
  'stepGet',
  'stepScan',
  'stepHandedOver',
] as const satisfies readonly TextKey[]

type Step = (typeof steps)[number]

/** How far the first right has come: the steps done, those that were passed over, and what to do next. */
export type Progress = {
  done: ReadonlySet<Step>
  skipped: ReadonlySet<Step>
  hint: TextKey
  /** Whoever holds the right, or will show its code. */
  holder: PhoneState | undefined
}

const PAID: readonly Step[] = ['stepBuy', 'stepWallet', 'stepApprove']
const GIVEN: readonly Step[] = ['stepSend', 'stepClaim']

/** Reads the progress of the newest right off what really happened: chats, wallets and the chain. */
export function progressOf(state: PageState): Progress {
  const buyer = roleOf(state, 'buyer')
  const right = state.ledger.rights.at(-1)
  if (right === undefined) return beforePaying(state, buyer)
  const words = wordsOf(right)
  const holder = holderOf(state, right.holder) ?? buyer
  const given: readonly Step[] = words.includes('transferred') ? GIVEN : []
  const skipped = new Set(given.length === 0 ? GIVEN : [])
  const at = (hint: TextKey, ...more: Step[]) => ({
    done: new Set([...PAID, ...given, ...more]),
    skipped,
    hint,
    holder,
  })
  if (historyOf(right).isBurned) return at('hintDone', 'stepGet', 'stepScan', 'stepHandedOver')
  if (right.state === 'requested' || right.state === 'accepted') {
    const { isScanned, hint } = atDesk(state)
    return isScanned ? at(hint, 'stepGet', 'stepScan') : at(hint, 'stepGet')
  }
  const isAsked = isAskedAnything(holder)
  if (right.state === 'sent') return { ...sent(state), holder }
  if (given.length > 0) return at(isAsked ? 'hintApprove' : 'hintGet')
  return { ...at(isAsked ? 'hintApprove' : 'hintSend'), skipped: new Set() }
}

function holderOf(state: PageState, account: string): PhoneState | undefined {
  return state.phones.find(({ person }) => person.account.toLowerCase() === account.toLowerCase())
}

function sent(state: PageState): Omit<Progress, 'holder'> {
  const recipient = roleOf(state, 'recipient')
  const buyer = roleOf(state, 'buyer')
  const chat = recipient?.chats.find(({ chatId }) => chatId === buyer?.person.telegramId)
  const isThere = (chat?.lastMessage?.buttons.length ?? 0) > 0
  return {
    done: new Set([...PAID, ...(isThere ? (['stepSend'] as const) : [])]),
    skipped: new Set(),
    hint: isAskedAnything(recipient) ? 'hintApprove' : isThere ? 'hintClaim' : 'hintChat',
  }
}

function atDesk(state: PageState): { isScanned: boolean; hint: TextKey } {
  const seller = roleOf(state, 'seller')
  if (isAskedAnything(seller)) return { isScanned: true, hint: 'hintHandOver' }
  const chat = seller?.chats.find(({ chatId }) => chatId === state.bot.id)
  const isScanned = chat?.canStart === true || hasScanned(state, seller)
  return { isScanned, hint: isScanned ? 'hintDesk' : 'hintScan' }
}

function hasScanned(state: PageState, seller: PhoneState | undefined): boolean {
  const shown = seller?.messages.get(state.bot.id) ?? []
  const last = shown.findLast(({ mine, text }) => mine && text.startsWith('/start'))
  return last?.text.startsWith('/start h') === true
}

function beforePaying(state: PageState, buyer: PhoneState | undefined): Progress {
  const at = (hint: TextKey, ...done: Step[]): Progress => ({
    done: new Set(done),
    skipped: new Set(),
    hint,
    holder: buyer,
  })
  const chat = buyer?.chats.find(({ chatId }) => chatId === state.bot.id)
  if (chat === undefined) return at('hintBuy')
  if (isAskedAnything(buyer)) return at('hintApprove', 'stepBuy', 'stepWallet')
  if ((buyer?.wallet?.sessions.length ?? 0) > 0) return at('hintWait', 'stepBuy', 'stepWallet')
  if (chat.canStart) return at('hintStart', 'stepBuy')
  const buttons = chat.lastMessage?.buttons.flat() ?? []
  const isChoosing = buttons.some(({ kind }) => kind === 'copy')
  return at(isChoosing ? 'hintChoose' : 'hintPay', 'stepBuy')
}

function isAskedAnything(phone: PhoneState | undefined): boolean {
  return (phone?.wallet?.prompts.length ?? 0) > 0
}
