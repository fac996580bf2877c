import type { Frame } from '../../../relay/frame-log.ts'
import type { Exchange } from '../../../telegram/types.ts'
import { clock, short } from '../core/format.ts'
import type { PageContext } from '../core/page-context.ts'
import { h } from '../dom/h.ts'

const SHOWN = 40

/** The last Bot API exchanges as JSON, and the relay's frames as far as a relay can see. */
export function wireView(page: PageContext): HTMLElement {
  const { state, t } = page
  const { exchanges, frames } = state.wire
  return h(
    'div',
    { class: 'wire' },
    h('p', { class: 'lead' }, t('wireLead')),
    h('h3', {}, t('wireCalls')),
    exchanges.length === 0 ? h('p', {}, t('wireNone')) : null,
    h(
      'ul',
      {},
      exchanges
        .slice(-SHOWN)
        .reverse()
        .map((each, index) => exchangeView(page, each, index)),
    ),
    h('h3', {}, t('wireFrames')),
    h(
      'ul',
      {},
      frames
        .slice(-SHOWN)
        .reverse()
        .map((each) => frameView(page, each)),
    ),
  )
}

function exchangeView({ state, t }: PageContext, exchange: Exchange, index: number): HTMLElement {
  const { at, direction, method, request, response, status } = exchange
  const isCall = direction === 'call'
  return h(
    'li',
    { key: `x-${at}-${method}-${index}` },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        h('time', {}, clock(at, state.language)),
        h('b', {}, `${isCall ? '→' : '←'} ${method}`),
        h('span', { class: status < 400 ? 'good' : 'bad' }, isCall ? status : t('wireUpdate')),
      ),
      h('pre', { tabindex: 0 }, JSON.stringify(isCall ? { request, response } : request, null, 1)),
    ),
  )
}

function frameView({ state, t }: PageContext, frame: Frame): HTMLElement {
  return h(
    'li',
    { key: `f-${frame.seq}` },
    h(
      'details',
      {},
      h(
        'summary',
        {},
        h('time', {}, clock(frame.at, state.language)),
        h('b', {}, `${frame.direction === 'in' ? '→' : '←'} ${frame.method}`),
        h('span', {}, frame.bytes === 0 ? '' : t('wireBytes', { count: frame.bytes })),
      ),
      h(
        'pre',
        { tabindex: 0 },
        `topic ${short(frame.topic ?? '', 10, 6)}\ntag ${frame.tag ?? ''}\n${frame.body ?? ''}`,
      ),
    ),
  )
}
