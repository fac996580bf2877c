import type { MessageView } from '../../../telegram/types.ts'
import { roleOf } from '../core/people.ts'
import type { PageState, PhoneState } from '../core/state.ts'
import { codeOn, type Scene } from './scenes.ts'

/** One thing a finger does. `key` is the same for the same gesture on the same screen. */
export type Gesture = { key: string; person: string } & (
  | { type: 'open-chat'; chat: number }
  | { type: 'approve'; prompt: string }
  | { type: 'start' }
  | { type: 'press'; message: MessageView; label: string }
  | { type: 'share'; chat: number }
  | { type: 'choose' }
  | { type: 'scan'; from: string; message: MessageView }
)

/**
 * What a person who follows the scene would do now, by what their screen shows; null where there is nothing but to wait.
 * `isFresh` says whether a gesture was not made already.
 */
export function nextGesture(
  state: PageState,
  scene: Scene,
  isFresh: (key: string) => boolean,
): Gesture | null {
  const phone = roleOf(state, scene.role)
  if (phone === undefined) return null
  const wanted = [...ways(state, scene, phone)]
  return wanted.find(({ key }) => isFresh(key)) ?? null
}

function* ways(state: PageState, scene: Scene, phone: PhoneState): Generator<Gesture> {
  const { person } = phone.person
  const prompt = phone.wallet?.prompts[0]
  if (prompt !== undefined) {
    yield { type: 'approve', person, key: prompt.id, prompt: prompt.id }
    return
  }
  const friend = scene.sharesWith === undefined ? undefined : roleOf(state, scene.sharesWith)
  if (phone.sheet?.type === 'draft' && friend !== undefined) {
    const key = `share ${phone.sheet.draft.query}`
    yield { type: 'share', person, key, chat: friend.person.telegramId }
    return
  }
  if (phone.strip !== null && phone.strip.results.length > 0) {
    yield { type: 'choose', person, key: phone.strip.id }
    return
  }
  const first = scene.chat(state)
  if (first !== undefined) yield { type: 'open-chat', person, key: `open ${first}`, chat: first }
  const shown = scene.scans === undefined ? undefined : codeOn(state, scene.scans)
  const owner = scene.scans === undefined ? undefined : roleOf(state, scene.scans)
  if (shown !== undefined && owner !== undefined) {
    const key = `scan ${shown.messageId}`
    yield { type: 'scan', person, key, from: owner.person.person, message: shown }
  }
  const chat = phone.chats.find(({ chatId }) => chatId === phone.chatId)
  if (chat === undefined) return
  if (chat.canStart) yield { type: 'start', person, key: `start ${chat.lastMessage?.messageId}` }
  else yield* presses(scene, phone, chat.chatId)
}

/** Buttons that fit, of the newest messages first. */
function* presses(scene: Scene, phone: PhoneState, chat: number): Generator<Gesture> {
  const { person } = phone.person
  for (const message of (phone.messages.get(chat) ?? []).toReversed().slice(0, 4)) {
    for (const { label } of message.buttons.flat().toReversed()) {
      if (!scene.labels.some((each) => each.test(label))) continue
      const key = `press ${message.messageId}/${message.revision}/${label}`
      yield { type: 'press', person, key, message, label }
    }
  }
}
