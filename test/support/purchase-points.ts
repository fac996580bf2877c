import { type Deal, fullStage, offerDeal } from '../../src/domain/deal/deal.ts'
import type { DealContext } from '../../src/domain/deal/deal-context.ts'
import type { Call } from '../../src/domain/deal/effect.ts'
import type { DealEvent, Happened } from '../../src/domain/deal/event.ts'
import { reduceDeal } from '../../src/domain/deal/reduce-deal.ts'
import type { ErrorCode } from '../../src/domain/errors.ts'
import type {
  Account,
  ChatId,
  DealId,
  PersonId,
  PromptId,
  RightId,
  SeriesId,
  TxHash,
} from '../../src/domain/ids.ts'

/** A transition that the reducer really makes, and the effects that go with it. */
export type Transition = { from: string; to: string; event: string; effects: string[] }

const account = '0x8F3c8EC92a19383016f80A28BFDe9f8A51dd0f15' as Account
const other = '0xe7Db3ce2a91B7B6B1d8f4B1DDB4bB21E7c61B4CB' as Account
const right = `0x${'1'.repeat(64)}` as RightId
const hash = `0x${'2'.repeat(64)}` as TxHash
const happened: Happened = { outcome: 'bought', rights: [right], txHash: hash, blockNumber: 1 }
const call: Call = { from: account, to: other, data: '0x01', value: 0n }
/** Unix seconds at which the walk happens. */
export const NOW = 1_800_000_000
const MOST_STATES = 5000

/** A purchase about which nothing was asked yet. */
export function someDeal(): Deal {
  return offerDeal({
    id: '0123456789abcdef' as DealId,
    person: { id: 1 as PersonId, name: 'Ben' },
    chat: 1 as ChatId,
    subject: {
      kind: 'purchase',
      series: `0x${'3'.repeat(48)}` as SeriesId,
      quantity: 1,
      price: 12n,
      currency: other,
      issuer: other,
      contributor: null,
      paidFor: null,
      asked: null,
      gift: null,
    },
  })
}

/** What a step may know, at a time. */
export function contextAt(deal: Deal, now: number): DealContext {
  const { person } = deal
  return {
    now,
    chainTime: now,
    chainId: 1,
    site: 'https://scrip.example',
    botName: 'scrip_bot',
    person,
  }
}

/** Walks every state of a purchase that some order of events leads to, and lists the transitions between stages. */
export function purchaseTransitions(): Transition[] {
  const start = someDeal()
  const seen = new Set<string>()
  const found = new Map<string, Transition>()
  const open: Deal[] = [start]
  for (let deal = open.pop(); deal !== undefined && seen.size < MOST_STATES; deal = open.pop()) {
    for (const [event, now] of eventsFor(deal)) {
      const step = reduceDeal(deal, event, contextAt(deal, now))
      if (step === null) continue
      const [from, to] = [fullStage(deal), fullStage(step.deal)]
      const effects = step.effects.map(({ type }) => type)
      const key = `${from}>${to}`
      const known = found.get(key)
      found.set(key, {
        from,
        to,
        event: event.type,
        effects: [...new Set([...(known?.effects ?? []), ...effects])],
      })
      const state = JSON.stringify({ ...shape(step.deal), to })
      if (seen.has(state)) continue
      seen.add(state)
      open.push(step.deal)
    }
  }
  return [...found.values()]
}

/** What tells two states apart for the walk: not their counters. */
function shape({ stage, binding, call, problem, facts, topic, takenBack }: Deal) {
  return [
    stage,
    binding?.stage,
    call?.stage,
    call?.purpose,
    call?.certain,
    call?.hash !== null,
    problem?.code,
    facts.type,
    topic,
    takenBack,
  ]
}

/** Everything that could happen to a deal now, fitting or not, each with its time. */
export function eventsFor(deal: Deal): [DealEvent, number][] {
  const attempt = deal.binding?.attempt ?? 'none'
  const prompts = [deal.call?.prompt, deal.binding?.prompt].filter(
    (each) => each != null,
  ) as PromptId[]
  const code: ErrorCode = 'WALLET_RELAY_UNREACHABLE'
  const session = {
    topic: 'topic',
    accounts: [{ chainId: 1, account }],
    methods: [],
    peer: { name: 'Wallet', url: '', redirect: null },
    expiresAt: NOW + 1000,
  }
  const nonce = 'a'.repeat(32)
  const sent = deal.call?.question.type === 'send-call' ? deal.call.question.call : call
  const events: DealEvent[] = [
    { type: 'go', bindings: [], nonce },
    { type: 'go', bindings: [{ account, topic: 'topic' }], nonce },
    { type: 'go', bindings: [{ account, topic: null }], nonce },
    { type: 'again' },
    { type: 'cancel' },
    { type: 'link-ready', attempt, uri: 'wc:', expiresAt: NOW + 300 },
    { type: 'link-failed', attempt, code },
    { type: 'session-settled', attempt, session },
    { type: 'session-settled', attempt, session: { ...session, accounts: [] } },
    { type: 'session-refused', attempt, reason: 'rejected' },
    { type: 'checked', result: { type: 'call', purpose: 'allow', call } },
    { type: 'checked', result: { type: 'call', purpose: 'act', call } },
    { type: 'checked', result: { type: 'problem', code: 'SOLD_OUT', meta: {} } },
    { type: 'looked', hash, finding: { type: 'unknown' } },
    { type: 'looked', hash, finding: { type: 'pending', call: sent } },
    {
      type: 'looked',
      hash,
      finding: { type: 'included', call: sent, succeeded: true, reason: null },
    },
    {
      type: 'looked',
      hash,
      finding: { type: 'included', call: sent, succeeded: false, reason: 'SoldOut' },
    },
    { type: 'looked', hash, finding: { type: 'pending', call: { ...sent, value: 1n } } },
    { type: 'chain', facts: { type: 'absent' } },
    { type: 'chain', facts: { type: 'done', until: null, ...happened } },
    { type: 'chain', facts: { type: 'final', at: NOW, ...happened } },
    { type: 'timer' },
    ...prompts.flatMap((prompt): DealEvent[] => [
      { type: 'published', prompt, link: null, certain: true },
      { type: 'published', prompt, link: null, certain: false },
      { type: 'publish-failed', prompt, code },
      { type: 'answered', prompt, result: hash },
      { type: 'answered', prompt, result: 'nonsense' },
      { type: 'refused', prompt, reason: 'rejected' },
      { type: 'refused', prompt, reason: 'disconnected' },
      { type: 'verified', prompt, valid: true },
      { type: 'verified', prompt, valid: false },
    ]),
  ]
  return [...events.map((each): [DealEvent, number] => [each, NOW]), ...late(events)]
}

/** The same clock events long after every deadline. */
function late(events: DealEvent[]): [DealEvent, number][] {
  const waits = events.filter((each) => each.type === 'timer' || each.type === 'looked')
  return waits.map((each) => [each, NOW + 10_000])
}
