import type { DriverEvent } from '../../../driver/driver-log.ts'
import type { MessageView, TelegramEvent } from '../../../telegram/types.ts'
import { movesBetween } from '../top/moves.ts'
import { showMoves } from '../top/show-moves.ts'
import type { Actions } from './actions.ts'
import { announce } from './announce.ts'
import { newPhone, type PhoneState } from './state.ts'
import type { Store } from './store.ts'
import { createTranslate } from './translate.ts'

const TYPING_MS = 6000
const ANNOUNCED = 160

/** Brings one event of the driver onto the page. */
export function applyEvent(store: Store, act: Actions, event: DriverEvent): void {
  const { state, change } = store
  switch (event.type) {
    case 'telegram':
      applyTelegram(store, act, event.person, event.event)
      return
    case 'wallet':
      void applyWallet(store, act, event.person, event.event.type)
      return
    case 'ledger': {
      const moves = movesBetween(state.ledger, event.ledger)
      change(() => {
        const known = new Map(state.ledger.rights.map((each) => [each.id, JSON.stringify(each)]))
        const moved = event.ledger.rights.find(
          (each) => known.get(each.id) !== JSON.stringify(each),
        )
        if (moved !== undefined) state.right = moved.id
        state.ledger = event.ledger
      })
      showMoves(state, moves)
      return
    }
    case 'bot':
      change(() => {
        state.botRunning = event.state === 'running'
        if (!state.botRunning) state.botLeftAt = event.at
      })
      return
    case 'relay':
      change(() => {
        state.relayOn = event.state === 'on'
      })
      return
    case 'person':
      void addPerson(store, act, event.person)
      return
  }
}

function applyTelegram(store: Store, act: Actions, person: string, event: TelegramEvent): void {
  const phone = store.phone(person)
  if (phone === undefined) return
  switch (event.type) {
    case 'message-new':
    case 'message-edited':
      store.change(() => keepMessage(phone, event.message))
      if (event.type === 'message-new') receive(store, phone, event.message)
      void act.readChats(person)
      return
    case 'message-deleted':
      store.change(() => {
        const kept = phone.messages.get(event.chatId)
        const rest = kept?.filter(({ messageId }) => messageId !== event.messageId)
        if (rest !== undefined) phone.messages.set(event.chatId, rest)
      })
      void act.readChats(person)
      return
    case 'toast':
      if (event.alert) act.openSheet(person, { type: 'alert', text: event.text })
      else act.toast(person, event.text)
      announce(event.text)
      return
    case 'chat-opened':
      void act.readChats(person).then(() => act.openChat(person, event.chatId))
      return
    case 'chat-changed':
      void act.readChats(person)
      return
    case 'typing':
      showTyping(store, phone, event)
      return
  }
}

function keepMessage(phone: PhoneState, message: MessageView): void {
  const kept = phone.messages.get(message.chatId)
  if (kept === undefined) return
  const place = kept.findIndex(({ messageId }) => messageId === message.messageId)
  if (place < 0) kept.push(message)
  else kept[place] = message
}

function receive(store: Store, phone: PhoneState, message: MessageView): void {
  if (message.mine) return
  const { chatId } = message
  store.change(() => {
    const isSeen = phone.screen === 'chat' && phone.chatId === chatId
    if (!isSeen) phone.unread.set(chatId, (phone.unread.get(chatId) ?? 0) + 1)
    if (phone.typing?.chatId === chatId) phone.typing = null
  })
  const t = createTranslate(store.state.language)
  const text = message.text.slice(0, ANNOUNCED) || t('photo')
  announce(t('newMessage', { phone: phone.person.name, name: message.from.name, text }))
}

function showTyping(
  store: Store,
  phone: PhoneState,
  event: TelegramEvent & { type: 'typing' },
): void {
  const typing = { chatId: event.chatId, name: event.who.name }
  store.change(() => {
    phone.typing = typing
  })
  setTimeout(() => {
    if (phone.typing !== typing) return
    store.change(() => {
      phone.typing = null
    })
  }, TYPING_MS)
}

async function applyWallet(
  store: Store,
  act: Actions,
  person: string,
  type: string,
): Promise<void> {
  await act.readWallet(person).catch(() => undefined)
  const phone = store.phone(person)
  const isAsked = (phone?.wallet?.prompts.length ?? 0) > 0
  if (isAsked && (type === 'prompt' || type === 'front')) act.showWallet(person)
  if (type === 'prompt-gone' && phone?.screen === 'wallet') act.leaveWalletSoon(person)
}

async function addPerson(store: Store, act: Actions, person: string): Promise<void> {
  const { api } = await import('./api.ts')
  const { people } = await api.world()
  const found = people.find((each) => each.person === person)
  if (found === undefined || store.phone(person) !== undefined) return
  store.change((state) => state.phones.push(newPhone(found)))
  await Promise.all([act.readChats(person), act.readWallet(person)])
}
