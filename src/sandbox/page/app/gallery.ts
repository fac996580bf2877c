import type { ChatView, MessageView } from '../../telegram/types.ts'
import { bubbleView } from './chat/bubble-view.ts'
import type { Actions } from './core/actions.ts'
import { newPhone, type PageState } from './core/state.ts'
import { createTranslate } from './core/translate.ts'
import { h } from './dom/h.ts'

/** A message under a name, as it is put up in a gallery. */
export type Exhibit = { name: string; message: MessageView }

/** Something that can be seen to be wrong with an exhibit. */
export type Flaw = { name: string; what: string }

/** Longer labels are made of what sellers write. */
const LONGEST_OURS = 28

const nobody = {
  person: 'buyer',
  name: 'Ben',
  role: 'buyer',
  telegramId: 1,
  account: '',
  locale: '',
}

/**
 * Puts messages up as phones of `width` pixels show them, with the views and styles of the page and nothing behind them,
 * in `columns` columns; tells which labels are cut off and what sticks out.
 */
export async function hang(
  exhibits: readonly Exhibit[],
  { width, columns, language }: { width: number; columns: number; language: 'en' | 'zh' },
): Promise<Flaw[]> {
  const phone = newPhone(nobody)
  const state = {
    phones: [phone],
    language,
    bot: { id: 2, username: 'scrip_bot' },
    botRunning: true,
    stepsDismissed: true,
    codes: new Map(),
    play: null,
  } as unknown as PageState
  const nothing = () => undefined
  const act = new Proxy({}, { get: () => nothing }) as Actions
  const page = { state, act, t: createTranslate(language) }
  const chat = { chatId: 2, kind: 'bot', title: 'Scrip' } as ChatView
  const shown = exhibits.map(({ name, message }) => {
    const bubble = bubbleView(page, { phone, chat, message, isFirst: true })
    const frame = h('div', { class: 'messages' }, bubble)
    frame.style.cssText = `width:${width}px;padding:8px;background:var(--wall);overflow:hidden`
    const label = h('p', {}, name)
    label.style.cssText = 'font-size:11px;padding:2px 8px;overflow-wrap:anywhere'
    return { name, frame, whole: h('section', {}, label, frame) }
  })
  const lanes = Array.from({ length: columns }, () => h('div'))
  for (const lane of lanes) lane.style.width = `${width}px`
  const wall = h('div', { id: 'wall' }, lanes)
  wall.style.cssText = `display:flex;gap:10px;align-items:flex-start;width:${columns * (width + 10)}px`
  document.body.replaceChildren(wall)
  for (const { whole } of shown) shortest(lanes).append(whole)
  // Messengers have one line for a label, and cut off what is longer.
  for (const label of labelsOf(wall)) label.style.whiteSpace = 'nowrap'
  await Promise.allSettled(Array.from(wall.querySelectorAll('img'), (each) => each.decode()))
  return shown.flatMap(({ name, frame }) => flawsOf(frame).map((what) => ({ name, what })))
}

function shortest(lanes: readonly HTMLElement[]): HTMLElement {
  return lanes.reduce((best, each) => (each.offsetHeight < best.offsetHeight ? each : best))
}

function labelsOf(part: HTMLElement): HTMLElement[] {
  return Array.from(part.querySelectorAll<HTMLElement>('.keyboard .label'))
}

/** A name alone in its row may lose its end; words of ours may not. */
function isName(label: HTMLElement): boolean {
  const isAlone = label.closest('.keys')?.childElementCount === 1
  return isAlone && (label.textContent ?? '').length > LONGEST_OURS
}

function flawsOf(frame: HTMLElement): string[] {
  const cut = labelsOf(frame)
    .filter((each) => !isName(each))
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
    .map((each) => `cut off: ${each.textContent}`)
  const sticksOut = frame.scrollWidth > frame.clientWidth + 1
  const isEmpty = frame.querySelector('.text')?.textContent?.trim() === ''
  return [...cut, ...(sticksOut ? ['sticks out'] : []), ...(isEmpty ? ['has no words'] : [])]
}
