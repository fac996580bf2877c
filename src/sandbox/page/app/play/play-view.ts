import type { PageContext } from '../core/page-context.ts'
import { castOf } from '../core/people.ts'
import { h } from '../dom/h.ts'
import { icon } from '../dom/icon.ts'

/** The button that plays the guided minute; while it plays, what is going on and how to stop it. */
export function playView({ state, act, t }: PageContext): HTMLElement {
  const { play } = state
  if (play === null) {
    return h(
      'button',
      { class: 'play', type: 'button', key: 'play', onclick: () => void act.play() },
      icon('play'),
      t('play'),
    )
  }
  const caption = !state.botRunning ? 'playNoBot' : !state.relayOn ? 'playNoRelay' : play.caption
  return h(
    'div',
    { class: 'playing', key: 'playing' },
    h('p', { class: 'hint', role: 'status' }, t(caption, castOf(state))),
    h(
      'button',
      { class: 'play', type: 'button', onclick: act.stopPlaying },
      icon(play.caption === 'playEnd' ? 'close' : 'stop'),
      t(play.caption === 'playEnd' ? 'playClose' : 'playStop'),
    ),
  )
}
