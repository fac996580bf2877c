import type { PageState, PhoneState } from '../core/state.ts'
import type { TextKey } from '../core/texts-en.ts'

/** How far the first purchase has come: steps done, 0 to 6, and what to do next. */
export type Progress = { done: number; hint: TextKey }

/** Reads the progress off what really happened: chats, wallets and the chain. */
export function progressOf(state: PageState): Progress {
  const buyer = byRole(state, 'buyer')
  const seller = byRole(state, 'seller')
  const account = buyer?.person.account.toLowerCase()
  const mine = state.ledger.rights.filter(
    (each) => minted(each.history) && each.holder.toLowerCase() === account,
  )
  const right = mine.at(-1) ?? state.ledger.rights.findLast((each) => each.state === 'redeemed')
  const words = right?.history.join(' ') ?? ''
  if (right?.state === 'redeemed') return { done: 6, hint: 'hintDone' }
  if (words.includes('requested') || words.includes('accepted')) return atDesk(state, seller)
  if (right !== undefined) return { done: 3, hint: asked(buyer) ? 'hintApprove' : 'hintGet' }
  return beforePaying(state, buyer)
}

/** The phone of whoever has this role first. */
export function byRole(state: PageState, role: string): PhoneState | undefined {
  return state.phones.find(({ person }) => person.role === role)
}

function atDesk(state: PageState, seller: PhoneState | undefined): Progress {
  const chat = seller?.chats.find(({ chatId }) => chatId === state.bot.id)
  const scanned = chat?.lastMessage?.mine === true || (chat?.lastMessage?.buttons.length ?? 0) > 0
  const isAtDesk = chat?.canStart === true || (scanned && hasScanned(state, seller))
  if (asked(seller)) return { done: 5, hint: 'hintHandOver' }
  return isAtDesk ? { done: 5, hint: 'hintDesk' } : { done: 4, hint: 'hintScan' }
}

function hasScanned(state: PageState, seller: PhoneState | undefined): boolean {
  const shown = seller?.messages.get(state.bot.id) ?? []
  return shown.some(({ mine, text }) => mine && text.startsWith('/start h'))
}

function beforePaying(state: PageState, buyer: PhoneState | undefined): Progress {
  const chat = buyer?.chats.find(({ chatId }) => chatId === state.bot.id)
  if (chat === undefined) return { done: 0, hint: 'hintBuy' }
  if (asked(buyer)) return { done: 2, hint: 'hintApprove' }
  if ((buyer?.wallet?.sessions.length ?? 0) > 0) return { done: 2, hint: 'hintWait' }
  if (chat.canStart) return { done: 1, hint: 'hintStart' }
  const buttons = chat.lastMessage?.buttons.flat() ?? []
  const isChoosing = buttons.some(({ kind }) => kind === 'copy')
  return { done: 1, hint: isChoosing ? 'hintChoose' : 'hintPay' }
}

function asked(phone: PhoneState | undefined): boolean {
  return (phone?.wallet?.prompts.length ?? 0) > 0
}

function minted(history: readonly string[]): boolean {
  return history.some((line) => line.includes('minted'))
}
