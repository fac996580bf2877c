import { refusalCard, refusalChosenCard } from '../../src/cards/refusal-card.ts'
import { requestCard } from '../../src/cards/request-card.ts'
import type { RequestView } from '../../src/cards/request-view.ts'
import { type OpenRequest, requestsCard } from '../../src/cards/requests-card.ts'
import { type EffectiveState, effectiveState } from '../../src/domain/effective-state.ts'
import { rightStates, type WordState } from '../../src/domain/right-word.ts'
import type { Texts } from '../../src/ports/texts.ts'
import type { NamedCard } from './named-card.ts'
import { NOW } from './sample-deals.ts'
import { inState, type Sample, seller } from './sample-goods.ts'

const coin = { symbol: 'USDC', decimals: 6 }
const LATER = 30 * 86_400

/** Every kind of open request: a new one does not compile until it stands here. */
const requestKinds: Readonly<Record<OpenRequest['kind'], true>> = {
  asked: true,
  requested: true,
  accepted: true,
  shipped: true,
  disputed: true,
  complete: true,
}

/** What a desk sees of rights that somebody asked the good for: in every state, in time and too late, as whoever looks. */
export function deskCards(sample: Sample, texts: Texts, complaint: string): NamedCard[] {
  const { series, right } = sample
  const kinds = Object.keys(requestKinds) as OpenRequest['kind'][]
  const open = kinds.flatMap((kind) =>
    [NOW + 86_400, null].map((until) => ({ right, series, kind, until })),
  )
  const list = { hasDesk: true, page: 0, texts, now: NOW }
  const cards: Omit<NamedCard, 'place'>[] = [
    { name: 'requests', card: requestsCard({ ...list, requests: open }) },
    { name: 'requests, next page', card: requestsCard({ ...list, requests: open, page: 1 }) },
    { name: 'requests, none', card: requestsCard({ ...list, requests: [] }) },
    { name: 'requests, unbound', card: requestsCard({ ...list, requests: [], hasDesk: false }) },
    ...(['pick-up', 'delivery'] as const).map((way) => ({
      name: `refusal ${way}`,
      card: refusalCard({ right, series, texts, state: { way } }),
    })),
    { name: 'refusal chosen', card: refusalChosenCard({ right, series, texts, reason: 1 }) },
    ...requestViews(sample, complaint).map(([name, view]) => ({
      name: `request ${name}`,
      card: requestCard({ ...view, texts, coin }),
    })),
  ]
  return cards.map((each) => ({ ...each, place: 'chat' }))
}

/** Whoever may look at a request: somebody who can act, staff without an account, the arbiter. */
const readers: Readonly<Record<string, Pick<RequestView, 'able' | 'isArbiter' | 'owners'>>> = {
  seller: { able: [seller], isArbiter: false, owners: [] },
  staff: { able: [], isArbiter: false, owners: ['Lin', '<b>Mia</b>'] },
  'staff of nobody known': { able: [], isArbiter: false, owners: [] },
  arbiter: { able: [], isArbiter: true, owners: [] },
}

function requestViews(sample: Sample, complaint: string): [string, RequestView][] {
  const address = `${sample.series.goods.name}\n`.repeat(9).slice(0, 400)
  const answers = [null, { fee: 0n, expiry: NOW + 9 }, { fee: 3_000_000n, expiry: NOW + 9 }]
  return Object.entries(readers).flatMap(([reader, who]) => {
    const base = {
      series: sample.series,
      ...who,
      tracking: 'CN <1>',
      address,
      complaint,
      ask: null,
    }
    const inStates = [NOW, NOW + LATER].flatMap((now) =>
      states(sample, now).map(([name, right, state]): [string, RequestView] => [
        `${name} to ${reader}${now === NOW ? '' : ', too late'}`,
        { ...base, right, state, now },
      ]),
    )
    const [, held, state] = states(sample, NOW)[0] ?? []
    if (held === undefined || state === undefined) throw new Error('no state')
    const asked = answers.map((answer, place): [string, RequestView] => [
      `asked ${place} to ${reader}`,
      { ...base, right: held, state, now: NOW, ask: { answer } },
    ])
    return [...inStates, ...asked]
  })
}

function states(sample: Sample, now: number): [WordState, Sample['right'], EffectiveState][] {
  return rightStates.flatMap((name) => {
    const right = inState(sample, name)
    const state = effectiveState(right.word, now)
    return name === 'none' || state === null ? [] : [[name, right, state]]
  })
}
