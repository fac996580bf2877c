import type { ChatActions } from '../core/chat-actions.ts'
import type { PageActions } from '../core/page-actions.ts'
import { roleOf } from '../core/people.ts'
import type { Store } from '../core/store.ts'
import type { WalletActions } from '../core/wallet-actions.ts'
import { type Gesture, nextGesture } from './next-gesture.ts'
import { type Scene, scenes } from './scenes.ts'

/** Playing the guided minute by itself, and stopping it. */
export type PlayActions = {
  /** Plays from the beginning; the page stays usable, and what somebody else presses meanwhile is fine. */
  play(): Promise<void>
  stopPlaying(): void
}

/** How long the finger rests on something before it presses: long enough to read along. */
const PACE_MS = 1300
const LOOK_MS = 250
/** A gesture that changed nothing is tried again after this. */
const AGAIN_MS = 15_000
const LAST_WORDS_MS = 9000

type Hands = Pick<
  ChatActions & PageActions & WalletActions,
  | 'show'
  | 'openChat'
  | 'putDraft'
  | 'choose'
  | 'decide'
  | 'start'
  | 'press'
  | 'scan'
  | 'closeSheet'
  | 'leaveWallet'
>

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Binds them to a store. Every gesture is one that a person can make on the page, chosen by what the screen shows, so a
 * bot that was killed in between is only waited for.
 */
export function createPlayActions(store: Store, hands: Hands): PlayActions {
  const { state, change } = store
  let run = 0

  const stopPlaying = () => {
    run += 1
    change(() => {
      state.play = null
    })
  }

  const play = async () => {
    run += 1
    const mine = run
    const isMine = () => run === mine
    const before = new Set(state.ledger.rights.map(({ id }) => id))
    const bought = () => state.ledger.rights.find(({ id }) => !before.has(id))?.id ?? null
    for (const [index, scene] of scenes.entries()) {
      const person = roleOf(state, scene.role)?.person.person ?? ''
      change(() => {
        state.play = { scene: index, caption: scene.caption, target: null }
        state.shown = person
      })
      await playScene(scene, isMine, () => scene.isOver(state, bought()))
      if (!isMine()) return
    }
    change(() => {
      state.play = { scene: scenes.length, caption: 'playEnd', target: null }
    })
    await wait(LAST_WORDS_MS)
    if (isMine()) stopPlaying()
  }

  async function playScene(
    scene: Scene,
    isMine: () => boolean,
    isOver: () => boolean,
  ): Promise<void> {
    const made = new Map<string, number>()
    const isFresh = (key: string) => {
      const at = made.get(key)
      // A chat is opened once: from there on the buttons lead.
      return at === undefined || (!key.startsWith('open ') && Date.now() - at > AGAIN_MS)
    }
    while (isMine() && !isOver()) {
      const gesture = nextGesture(state, scene, isFresh)
      if (gesture === null) {
        await wait(LOOK_MS)
        continue
      }
      point(gesture)
      await wait(PACE_MS)
      if (!isMine() || isOver()) break
      point(null)
      if (nextGesture(state, scene, isFresh)?.key !== gesture.key) continue
      made.set(gesture.key, Date.now())
      await make(gesture)
    }
  }

  const point = (gesture: Gesture | null) =>
    change(() => {
      if (state.play !== null) state.play.target = gesture === null ? null : targetOf(gesture)
    })

  async function make(gesture: Gesture): Promise<void> {
    const { person } = gesture
    switch (gesture.type) {
      case 'open-chat':
        hands.leaveWallet(person)
        return hands.openChat(person, gesture.chat)
      case 'approve':
        return hands.decide(person, gesture.prompt, 'approve')
      case 'start':
        return hands.start(person)
      case 'press':
        return hands.press(person, gesture.message, gesture.label)
      case 'choose':
        return hands.choose(person, 0)
      case 'scan':
        return hands.scan(person, { person: gesture.from, message: gesture.message })
      case 'share': {
        const sheet = store.phone(person)?.sheet
        if (sheet?.type !== 'draft') return
        await hands.openChat(person, gesture.chat)
        return hands.putDraft(person, sheet.draft, gesture.chat)
      }
    }
  }

  return { play, stopPlaying }
}

/** What lights up on the page while the finger is over it. */
function targetOf(gesture: Gesture): string {
  switch (gesture.type) {
    case 'press':
      return `${gesture.message.chatId}/${gesture.message.messageId}/${gesture.label}`
    case 'approve':
      return gesture.prompt
    case 'share':
      return `to ${gesture.chat}`
    default:
      return `${gesture.person} ${gesture.type}`
  }
}
