import type { Act } from '../../src/domain/deal/act.ts'
import { acts } from '../../src/domain/deal/act.ts'
import { type Binding, beginBinding } from '../../src/domain/deal/binding.ts'
import { type Deal, offerDeal } from '../../src/domain/deal/deal.ts'
import type { ChainFacts, Outcome } from '../../src/domain/deal/event.ts'
import { beginCall, type PromptedCall } from '../../src/domain/deal/prompted-call.ts'
import type { Subject } from '../../src/domain/deal/subject.ts'
import { type ErrorCode, errorTable } from '../../src/domain/errors.ts'
import type { Account, ChatId, DealId, PersonId, PromptId, TxHash } from '../../src/domain/ids.ts'
import { rightsDomain } from '../../src/domain/typed-data.ts'
import { type Sample, seller } from './sample-goods.ts'

/** Unix seconds at which every sample is looked at. */
export const NOW = 1_800_000_000
const SECRET = `0x${'ab'.repeat(16)}`
const HASH = `0x${'2'.repeat(64)}` as TxHash
const DAY = 86_400

/** A deal of some kind in some stage, under a name that says which. */
export type SampleDeal = { name: string; deal: Deal }

type Kind = Subject['kind']

/** Which outcomes a kind can have; a new outcome or kind does not compile until it stands here. */
const outcomes: Readonly<Record<Outcome, readonly Kind[]>> = {
  bought: ['purchase', 'take'],
  published: ['publication'],
  sent: ['send'],
  claimed: ['send', 'claim'],
  'taken-back': ['send'],
  requested: ['redemption'],
  accepted: ['redemption'],
  shipped: ['redemption'],
  disputed: ['redemption'],
  redeemed: ['redemption', 'handover', 'send', 'claim'],
  refunded: ['redemption', 'send'],
  lapsed: ['redemption'],
  settled: ['redemption'],
  withdrawn: ['redemption'],
  refused: ['redemption'],
  expired: ['redemption', 'send'],
  acted: ['act'],
}

/** Outcomes that only a delivery, or only a pick-up, can have. */
const deliveryOnly: ReadonlySet<Outcome> = new Set(['shipped', 'disputed'])

/** Every kind of deal in every stage and with every outcome. */
export function sampleDeals(sample: Sample): SampleDeal[] {
  const subjects = sampleSubjects(sample)
  return Object.entries(subjects).flatMap(([variant, subject]) => {
    const deal = offered(subject)
    return [...stagesOf(deal), ...outcomesOf(deal, sample)].map((each) => ({
      ...each,
      name: `${variant}: ${each.name}`,
    }))
  })
}

function sampleSubjects({ right, series }: Sample): Record<string, Subject> {
  const { currency, price } = series.terms
  const account = right.mintedTo
  const purchase = {
    kind: 'purchase',
    series: series.id,
    quantity: 2,
    price,
    currency,
    issuer: series.issuer,
    contributor: null,
    paidFor: null,
    asked: null,
    gift: null,
  } as const satisfies Subject
  const quote = { fee: 3_000_000n, currency, expiry: NOW + DAY, by: seller, signature: '0x' }
  const delivery = { address: 'Ben\n1 Long Street', askedOf: null, quote: null, tracking: null }
  const redemption = { kind: 'redemption' as const, rights: [right.id], secret: SECRET }
  const claim = {
    kind: 'claim',
    right: right.id,
    secret: SECRET,
    price: null,
    currency,
    sender: seller,
    deskCode: null,
    keptUntil: null,
  } as const satisfies Subject
  const send = {
    kind: 'send',
    right: right.id,
    secret: SECRET,
    currency,
    until: NOW + DAY,
  } as const
  const act = (name: Act): Subject => ({
    kind: 'act',
    act: name,
    by: account,
    right: right.id,
    series: series.id,
    before: null,
    arguments: {
      price: price * 2n,
      until: NOW + DAY,
      account: seller,
      reason: 1,
      text: 'CN 1',
      limit: 90,
    },
  })
  return {
    binding: { kind: 'binding' },
    purchase,
    'purchase as a gift': {
      ...purchase,
      contributor: seller,
      gift: { secrets: [SECRET, `0x${'cd'.repeat(16)}`], until: NOW + DAY },
    },
    'purchase by a friend': { ...purchase, asked: account },
    'purchase for a friend': { ...purchase, paidFor: { deal: 'f'.repeat(16) as DealId, account } },
    take: { kind: 'take', right: right.id, price: price * 2n, currency, seller, nonce: 1 },
    publication: { kind: 'publication', goods: series.goods, terms: series.terms, salt: HASH },
    'send as a gift': { ...send, price: null },
    'send for a price': { ...send, price: price * 2n },
    claim,
    'claim for a price': { ...claim, price: price * 2n },
    'claim that is kept': { ...claim, keptUntil: NOW + DAY },
    'claim at the shop': { ...claim, deskCode: SECRET },
    'pick-up': { ...redemption, way: 'pick-up', delivery: null },
    'pick-up of several': {
      ...redemption,
      rights: [right.id, right.id],
      way: 'pick-up',
      delivery: null,
    },
    'delivery without an address': {
      ...redemption,
      way: 'delivery',
      delivery: { ...delivery, address: null },
    },
    delivery: { ...redemption, way: 'delivery', delivery },
    'delivery that is asked': {
      ...redemption,
      way: 'delivery',
      delivery: { ...delivery, askedOf: seller },
    },
    'delivery with an answer': { ...redemption, way: 'delivery', delivery: { ...delivery, quote } },
    'delivery that is free': {
      ...redemption,
      way: 'delivery',
      delivery: { ...delivery, quote: { ...quote, fee: 0n }, tracking: 'CN 123' },
    },
    handover: { kind: 'handover', rights: [right.id], secret: SECRET, origin: id, isGift: false },
    'handover of a gift': {
      kind: 'handover',
      rights: [right.id],
      secret: SECRET,
      origin: id,
      isGift: true,
    },
    quote: {
      kind: 'quote',
      right: right.id,
      origin: id,
      fee: 3_000_000n,
      currency,
      nonce: 1,
      holder: account,
      secret: SECRET,
      expiry: NOW + DAY,
    },
    ...Object.fromEntries(acts.map((name) => [`act ${name}`, act(name)])),
  }
}

const id = '0123456789abcdef' as DealId

function offered(subject: Subject): Deal {
  const person = { id: 1 as PersonId, name: 'Ben' }
  return {
    ...offerDeal({ id, person, chat: 1 as ChatId, subject }),
    account: seller,
    topic: 'topic',
  }
}

function stagesOf(deal: Deal): SampleDeal[] {
  const call = (change: Partial<PromptedCall>): PromptedCall => ({ ...begun(deal), ...change })
  const calling = (change: Partial<PromptedCall>): Deal => ({
    ...deal,
    stage: 'calling',
    call: call(change),
  })
  const binding = (stage: Binding['stage']): Deal => ({
    ...deal,
    stage: 'binding',
    binding: { ...bound(), stage },
  })
  const codes = Object.keys(errorTable) as ErrorCode[]
  const callStages = ['asking', 'asked', 'sent', 'verifying', 'included'] as const
  const bindingStages = ['linking', 'linked', 'proving', 'verifying'] as const
  return [
    { name: 'offered', deal },
    { name: 'ended', deal: { ...deal, stage: 'ended' } },
    { name: 'checking', deal: { ...deal, stage: 'checking' } },
    ...(deal.subject.kind === 'binding' || deal.subject.kind === 'quote'
      ? [{ name: 'final', deal: { ...deal, stage: 'final' } as Deal }]
      : []),
    ...bindingStages.map((stage) => ({ name: `binding ${stage}`, deal: binding(stage) })),
    ...callStages.map((stage) => ({ name: `calling ${stage}`, deal: calling({ stage }) })),
    { name: 'calling allow', deal: calling({ stage: 'asked', purpose: 'allow' }) },
    { name: 'calling uncertain', deal: calling({ stage: 'asked', certain: false }) },
    { name: 'calling relayed', deal: calling({ stage: 'asking', topic: null }) },
    { name: 'taken back', deal: { ...calling({ stage: 'sent' }), takenBack: true } },
    ...codes.map((code) => ({
      name: `blocked ${code}`,
      deal: { ...deal, stage: 'blocked', problem: { code, meta: problemMeta } } as Deal,
    })),
  ]
}

/** Facts that some error's text asks for. */
const problemMeta = {
  have: '1 USDC',
  need: '12 USDC',
  elsewhere: '40 USDC (Otherchain)',
  left: 3,
  fields: 'name, price',
  at: 'Nov 24, 2026',
  who: 'Lin',
  reason: 'SoldOut',
}

function outcomesOf(deal: Deal, { right }: Sample): SampleDeal[] {
  const { subject } = deal
  const isPickUp = subject.kind === 'redemption' && subject.way === 'pick-up'
  const possible = (Object.keys(outcomes) as Outcome[]).filter(
    (each) => outcomes[each].includes(subject.kind) && !(isPickUp && deliveryOnly.has(each)),
  )
  return possible.flatMap((outcome) => {
    const rights = subject.kind === 'publication' ? [] : [right.id, right.id]
    const where = { outcome, rights, txHash: HASH, blockNumber: 22 }
    const done: ChainFacts = { type: 'done', until: NOW + DAY, ...where }
    const final: ChainFacts = { type: 'final', at: NOW, ...where }
    return [
      { name: `${outcome}, done`, deal: { ...deal, stage: 'done', facts: done } as Deal },
      { name: `${outcome}, final`, deal: { ...deal, stage: 'final', facts: final } as Deal },
    ]
  })
}

function bound(): Binding {
  const { binding } = beginBinding({ attempt: `${id}:1`, nonce: 'a'.repeat(32), expected: [] })
  return {
    ...binding,
    uri: `wc:${'a'.repeat(180)}`,
    account: seller,
    walletName: '<b>Wallet</b>\u202e',
    link: 'https://wallet.example/wc',
    expiresAt: NOW + 300,
  }
}

function begun({ subject }: Deal): PromptedCall {
  const call = { from: seller, to: seller, data: '0x', value: 0n }
  const message = {
    domain: rightsDomain(1, seller as Account),
    message: 'Acceptance',
    values: {},
  } as const
  const { call: started } = beginCall({
    prompt: `${id}:1` as PromptId,
    topic: 'topic',
    purpose: subject.kind === 'quote' ? 'sign' : 'act',
    question:
      subject.kind === 'quote'
        ? { type: 'sign-typed', account: seller, message }
        : { type: 'send-call', call },
    now: NOW,
  })
  return { ...started, hash: HASH, link: 'https://wallet.example/wc' }
}
