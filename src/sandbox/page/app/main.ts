import { createActions } from './core/actions.ts'
import { api } from './core/api.ts'
import { applyEvent } from './core/apply-event.ts'
import { closeOnEscape } from './core/escape.ts'
import { followEvents } from './core/follow-events.ts'
import { newState } from './core/state.ts'
import { createStore } from './core/store.ts'
import { createDraw } from './draw.ts'

const language = navigator.language.startsWith('zh') ? 'zh' : 'en'
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'

const world = await api.world()
const state = newState(world, language)
const store = createStore(state, () => draw())
const act = createActions(store)
const draw = createDraw(state, act)
closeOnEscape(state, act)

await Promise.all(
  state.phones.map(async ({ person: { person } }) => {
    await Promise.all([act.readChats(person), act.readWallet(person)])
  }),
)
await openFirstChats()
draw()

void followEvents(world, {
  event: (event) => applyEvent(store, act, event),
  batch: () => void act.readWire().catch(() => undefined),
  connection: (isConnected) =>
    store.change(() => {
      state.isConnected = isConnected
    }),
  restarted: () => location.reload(),
})

/** The buyer looks at the group, the seller at the counter; the third phone shows its list of chats. */
async function openFirstChats(): Promise<void> {
  for (const phone of state.phones) {
    const { person, role } = phone.person
    const wanted = phone.chats.find(({ kind }) =>
      role === 'buyer' ? kind !== 'bot' && kind !== 'person' : role === 'seller' && kind === 'bot',
    )
    if (wanted !== undefined) await act.openChat(person, wanted.chatId)
    if ((phone.wallet?.prompts.length ?? 0) > 0) act.showWallet(person)
  }
}
