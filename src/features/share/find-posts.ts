import {
  offerPostCard,
  type PostView,
  payPostCard,
  postCard,
  sendPostCard,
  spacePostCard,
} from '../../cards/post-card.ts'
import { rightNow } from '../../deals/happened.ts'
import { rightOfKey, seriesOfKey, spaceOfKey } from '../../domain/button-key.ts'
import type { Card } from '../../domain/card.ts'
import { isRightId } from '../../domain/chain-subject.ts'
import { sendReference } from '../../domain/claim-key.ts'
import type { Deal } from '../../domain/deal/deal.ts'
import type { Outcome } from '../../domain/deal/event.ts'
import { claimSecretsOf } from '../../domain/deal/subject.ts'
import { AppError } from '../../domain/errors.ts'
import type { Series } from '../../domain/facts.ts'
import type { Account, DealId, PersonId, RightId, SeriesId } from '../../domain/ids.ts'
import type { Coin } from '../../domain/money.ts'
import type { Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** Something that can be posted: under its subject it is found again to be drawn anew. */
export type Posting = { subject: string; title: string; description: string; card: Card }

/** What making a post needs besides the transaction. */
export type PostParts = {
  texts: Texts
  coinOf: (currency: Account | null) => Coin
  botLink: (payload: string) => string
}

/** The series a person may post: as its issuer, or as a contributor whose account goes with the link. */
export async function seriesPosting(
  unit: Unit,
  parts: PostParts,
  input: { person: PersonId; series: Series },
): Promise<Posting> {
  const { series, person } = input
  const contributor = await contributorFor(unit, person, series.issuer)
  const { goods } = series
  return {
    subject: contributor === null ? series.id : `${series.id}:${contributor}`,
    title: goods.name,
    description: goods.specification,
    card: postCard({ ...viewOf(parts, series), contributor }),
  }
}

/** A send or one gift of a purchase, by its reference; only for its sender. Null when there is none. */
export async function sendPosting(
  unit: Unit,
  parts: PostParts,
  input: { person: PersonId; reference: string },
): Promise<Posting | null> {
  const { person, reference } = input
  for (const kind of ['send', 'purchase'] as const) {
    for (const { deal } of await unit.deals.find({ person, kind })) {
      const secret = claimSecretsOf(deal.subject).find((each) => sendReference(each) === reference)
      if (secret !== undefined) return sendPost(unit, parts, deal, secret)
    }
  }
  return null
}

/** A right that its holder sells. Null when it was never for sale. */
export async function offerPosting(
  unit: Unit,
  parts: PostParts,
  id: RightId,
): Promise<Posting | null> {
  const now = await rightNow(unit, id)
  const series = now === null ? null : await unit.index.series(now.right.series)
  if (now === null || series === null) return null
  const { right, state } = now
  const isOpen = state.state === 'listed'
  const price = state.price ?? 0n
  const { name, specification } = series.goods
  const card = offerPostCard({ ...viewOf(parts, series), right, price, isOpen })
  return { subject: id, title: name, description: specification, card }
}

/** A purchase that somebody asks to have paid; only for whoever asks. */
export async function payPosting(
  unit: Unit,
  parts: PostParts,
  input: { person: PersonId; deal: DealId },
): Promise<Posting | null> {
  const deal = (await unit.deals.load(input.deal))?.deal
  if (deal?.subject.kind !== 'purchase' || deal.person.id !== input.person) return null
  const { asked: account, quantity, series: id } = deal.subject
  const series = await unit.index.series(id)
  if (series === null || account === null) return null
  const card = payPostCard({ ...viewOf(parts, series), deal: deal.id, quantity, account })
  return { subject: `deal:${deal.id}`, title: series.goods.name, description: '', card }
}

/** A space to be posted, whole or one category of it, under the link of a contributor or of nobody. */
export type SharedSpace = {
  account: Account
  category: number | null
  contributor: Account | null
}

/** A space as this person may post it: who is not its owner becomes a contributor, with the account used last. */
export async function sharedSpace(
  unit: Unit,
  person: PersonId,
  { account, category }: Pick<SharedSpace, 'account' | 'category'>,
): Promise<SharedSpace> {
  return { account, category, contributor: await contributorFor(unit, person, account) }
}

/** Who shares somebody else's goods earns with the account used last; null for the owner, or without an account. */
async function contributorFor(
  unit: Unit,
  person: PersonId,
  owner: Account,
): Promise<Account | null> {
  const mine = (await unit.bindings.of(person)).map(({ account }) => account)
  return mine.includes(owner) ? null : (mine[0] ?? null)
}

/** A whole space or one category of it: its own, or anybody's. */
export async function spacePosting(
  unit: Unit,
  parts: PostParts,
  { account, category, contributor }: SharedSpace,
): Promise<Posting> {
  const only = category === null ? {} : { category }
  const query = { issuer: account, ...only, offset: 0, limit: 5 }
  const { found, total } = await unit.index.onSale(query)
  const names = found.map(({ goods }) => goods.name)
  const { texts, botLink } = parts
  const card = spacePostCard({
    texts,
    botLink,
    account,
    category,
    contributor,
    names,
    count: total,
  })
  const title = texts.plain('post-space-title')
  const subject = ['space', account, category ?? '', contributor ?? ''].join(':')
  return { subject, title, description: names.join(', '), card }
}

/** What stands under a subject now; null for what is no longer to be found. */
export async function postingOf(
  unit: Unit,
  parts: PostParts,
  input: { subject: string; person: PersonId },
): Promise<Posting | null> {
  const { subject, person } = input
  if (subject.startsWith('send:')) {
    return sendPosting(unit, parts, { person, reference: subject.slice(5) })
  }
  if (subject.startsWith('deal:')) {
    return payPosting(unit, parts, { person, deal: subject.slice(5) as DealId })
  }
  if (subject.startsWith('space:')) return spacePosting(unit, parts, spaceOf(subject))
  const [id = '', contributor] = subject.split(':')
  if (isRightId(id)) return offerPosting(unit, parts, id)
  const series = await unit.index.series(id as SeriesId)
  if (series === null) return null
  const card = postCard({
    ...viewOf(parts, series),
    contributor: (contributor as Account | undefined) ?? null,
  })
  return { subject, title: series.goods.name, description: series.goods.specification, card }
}

/** The other way round of a space's subject. */
function spaceOf(subject: string): SharedSpace {
  const [, account = '', category = '', contributor = ''] = subject.split(':')
  return {
    account: account as Account,
    category: category === '' ? null : Number(category),
    contributor: contributor === '' ? null : (contributor as Account),
  }
}

/** What a button's query names: `post`, `offer`, `send`, `pay` or `space`, and a key. Null for words that somebody typed. */
export async function namedPosting(
  unit: Unit,
  parts: PostParts,
  input: { person: PersonId; query: string },
): Promise<Posting[] | null> {
  const { person } = input
  const [, verb, key = ''] =
    /^(post|offer|send|pay|space) ([A-Za-z0-9_-]{1,64})$/.exec(input.query) ?? []
  if (verb === undefined) return null
  const found = await byVerb(unit, parts, { person, verb, key }).catch(nothingThere)
  return found === null ? [] : [found]
}

/** A key that names nothing is no post; whatever else went wrong may go better when the update is tried again. */
function nothingThere(error: unknown): null {
  if (error instanceof AppError && error.code === 'CARD_STALE') return null
  throw error
}

async function byVerb(
  unit: Unit,
  parts: PostParts,
  { person, verb, key }: { person: PersonId; verb: string; key: string },
): Promise<Posting | null> {
  switch (verb) {
    case 'post': {
      const series = await unit.index.series(seriesOfKey(key))
      return series === null ? null : seriesPosting(unit, parts, { person, series })
    }
    case 'offer':
      return offerPosting(unit, parts, rightOfKey(key))
    case 'space': {
      const { account, category } = spaceOfKey(key)
      if (account === null) return null
      return spacePosting(unit, parts, await sharedSpace(unit, person, { account, category }))
    }
    case 'send':
      return sendPosting(unit, parts, { person, reference: key })
    default:
      return payPosting(unit, parts, { person, deal: key as DealId })
  }
}

async function sendPost(
  unit: Unit,
  parts: PostParts,
  deal: Deal,
  secret: string,
): Promise<Posting | null> {
  const { subject, facts } = deal
  const reference = sendReference(secret)
  const right = await unit.index.sentTo(reference)
  const id = right?.series ?? (await firstSeries(unit, deal))
  const series = id === null ? null : await unit.index.series(id)
  if (series === null || facts.type === 'absent') return null
  const price = subject.kind === 'send' ? subject.price : null
  const { name, specification } = series.goods
  const card = sendPostCard({
    ...viewOf(parts, series),
    reference,
    secret,
    price,
    outcome: await outcomeOf(unit, deal, right === null ? null : right.id),
  })
  return { subject: `send:${reference}`, title: name, description: specification, card }
}

/** A gift has no deal of its own: whether its right is still Sent says all. */
async function outcomeOf(unit: Unit, { facts }: Deal, sent: RightId | null): Promise<Outcome> {
  const now = sent === null ? null : await rightNow(unit, sent)
  if (now?.state.state === 'sent') return 'sent'
  return facts.type === 'absent' || facts.outcome === 'bought' || facts.outcome === 'sent'
    ? 'expired'
    : facts.outcome
}

async function firstSeries(unit: Unit, { subject }: Deal): Promise<SeriesId | null> {
  if (subject.kind === 'purchase') return subject.series
  if (subject.kind !== 'send') return null
  return (await unit.index.right(subject.right))?.series ?? null
}

function viewOf({ texts, coinOf, botLink }: PostParts, series: Series): PostView {
  return { texts, botLink, series, coin: coinOf(series.terms.currency) }
}
