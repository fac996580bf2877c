import { choiceCard } from '../../src/cards/choice-card.ts'
import { deadlineCard } from '../../src/cards/deadline-card.ts'
import { discardedCard, draftCard } from '../../src/cards/draft-card.ts'
import { draftCategoryCard } from '../../src/cards/draft-category-card.ts'
import { mySeriesCard } from '../../src/cards/my-series-card.ts'
import {
  foundCard,
  lookingCard,
  photoProblemCard,
  waitingCard,
} from '../../src/cards/photo-card.ts'
import {
  comparingCard,
  keepingCard,
  photoNotKeptCard,
  photoOfferCard,
  photosLeftCard,
  photosNotComparedCard,
  type TakenFor,
} from '../../src/cards/photo-offer-card.ts'
import { complaintCard } from '../../src/cards/problem-card.ts'
import {
  type ComparedPicture,
  photoDeletedCard,
  productPhotoCard,
  productPhotosCard,
} from '../../src/cards/product-photos-card.ts'
import type { Card } from '../../src/domain/card.ts'
import type { Deadline } from '../../src/domain/deadlines.ts'
import { type Draft, draftFields } from '../../src/domain/draft.ts'
import { type ErrorCode, errorTable } from '../../src/domain/errors.ts'
import type { ChatId, PersonId } from '../../src/domain/ids.ts'
import { presets } from '../../src/domain/preset-terms.ts'
import type { Texts } from '../../src/ports/texts.ts'
import { deskCards } from './desk-cards.ts'
import type { NamedCard } from './named-card.ts'
import { NOW } from './sample-deals.ts'
import { type Sample, seller } from './sample-goods.ts'

const coin = { symbol: 'USDC', decimals: 6 }
const url = 'https://t.me/scrip_bot?start=sXl5eXl5eXl5eXl5eXl5eXl5eXl4'

type Made = Omit<NamedCard, 'place'> & Partial<Pick<NamedCard, 'place'>>

/** Every kind of deadline: a new one does not compile until it stands here. */
const deadlineKinds: Readonly<Record<Deadline['kind'], true>> = {
  'lapse-week': true,
  'lapse-day': true,
  'answer-half': true,
  'answer-day': true,
  ship: true,
  rule: true,
  complete: true,
  reclaim: true,
}

/** Cards about what was in a photo or a message. */
export function photoCards(texts: Texts): NamedCard[] {
  const codes = (Object.keys(errorTable) as ErrorCode[]).filter((code) =>
    /^(PHOTOS?|LINK|VISION)_/.test(code),
  )
  const passing: [string, Card][] = [
    ['photo looking', lookingCard(texts)],
    ['photo found', foundCard(texts)],
    ['photos waiting', waitingCard(texts)],
    ['photos compared', comparingCard(texts)],
    ...codes.map((code): [string, Card] => [`photo ${code}`, photoProblemCard(texts, code)]),
  ]
  return [
    {
      name: 'choice',
      card: choiceCard(texts, [
        { url, name: '<b>Tea</b>' },
        { url: `${url}2`, name: 'x'.repeat(200) },
        { url: `${url}3`, name: null },
      ]),
      place: 'chat',
    },
    ...passing.map(([name, card]) => ({ name, card, place: 'passing' as const })),
  ]
}

/** What a seller and a desk see of their own goods, for one sample of them. */
export function shopCards(sample: Sample, texts: Texts): NamedCard[] {
  const cards: Made[] = [
    ...mySeries(sample, texts),
    ...drafts(sample, texts),
    ...productPhotos(sample, texts),
    ...(Object.keys(deadlineKinds) as Deadline['kind'][]).map((kind) => ({
      name: `deadline ${kind}`,
      card: deadlineCard({
        ...sample,
        texts,
        deadline: { kind, key: kind, until: NOW + 86_400, to: { type: 'desk', account: seller } },
      }),
    })),
    {
      name: 'complaint',
      card: complaintCard({
        texts,
        right: sample.right.id,
        series: sample.series,
        serial: 1,
        complaint: complaintOf(sample),
      }),
    },
  ]
  return [
    ...cards.map((each) => ({ place: 'chat' as const, ...each })),
    ...deskCards(sample, texts, complaintOf(sample)),
  ]
}

/** What a holder may write, at its longest. */
function complaintOf({ series }: Sample): string {
  return `${series.goods.name} 👩‍👩‍👧‍👦 </code> `.repeat(9).slice(0, 500)
}

function mySeries({ series }: Sample, texts: Texts): Made[] {
  const variants = {
    'my series': {},
    'my series, more': { limit: 5 },
    'my series, closed': { closed: true },
  }
  return Object.entries(variants).map(([name, more]) => ({
    name,
    card: mySeriesCard({ series: { ...series, ...more }, coin, texts }),
  }))
}

/** Photos of a product: kept, offered, and refused. */
function productPhotos({ series }: Sample, texts: Texts): Made[] {
  const { name } = series.goods
  const view = { series, texts }
  const twelve = Array.from({ length: 13 }, (_, at): ComparedPicture => {
    const seen: ComparedPicture['seen'][] = [
      { type: 'apart' },
      { type: 'mistaken', other: name },
      { type: 'waiting' },
    ]
    const kind = at === 0 ? 'catalogue' : 'photo'
    return { id: 1_000_000 + at, kind, seen: seen[at % seen.length] ?? { type: 'apart' } }
  })
  const good = twelve.slice(0, 5).map((each) => ({ ...each, seen: { type: 'apart' } as const }))
  const lists = { none: [], few: good.slice(0, 2), good, most: twelve }
  const taken: TakenFor[] = [{ type: 'own' }, { type: 'other', name }, { type: 'nothing' }]
  const most = Array.from({ length: 4 }, () => taken).flat()
  const offer = '0123456789abcdef'
  const photo = { id: 1_000_000, pictureHash: `0x${'ab'.repeat(32)}` }
  const reason = 'Something happened.'
  return [
    ...Object.entries(lists).map(([what, pictures]) => ({
      name: `product photos, ${what}`,
      card: productPhotosCard({ ...view, pictures, isFull: pictures.length > 12 }),
    })),
    { name: 'product photo', card: productPhotoCard({ ...view, photo, isGiver: true }) },
    ...[taken.slice(0, 1), most].map((photos) => ({
      name: `photo offer of ${photos.length}`,
      card: photoOfferCard({
        ...view,
        offer,
        photos: photos.map((seen, at) => ({ fileId: `file ${at}`, seen })),
        isFull: photos.length === 12,
      }),
    })),
    { name: 'photos kept', card: keepingCard({ ...view, count: 3 }), place: 'passing' },
    { name: 'photos not compared', card: photosNotComparedCard({ ...view, reason }) },
    { name: 'product photo deleted', card: photoDeletedCard(view) },
    { name: 'photos left', card: photosLeftCard(view) },
    { name: 'photo not kept', card: photoNotKeptCard({ ...view, reason }) },
  ]
}

function drafts({ series }: Sample, texts: Texts): Made[] {
  const { goods, terms } = series
  const draft: Draft = {
    id: '0123456789abcdef',
    person: 1 as PersonId,
    chat: 1 as ChatId,
    name: goods.name,
    category: goods.category,
    productNumber: goods.productNumber,
    specification: goods.specification,
    production: goods.production,
    price: terms.price,
    currency: terms.currency,
    supply: terms.supply,
    preset: 'ships',
    pictureHash: goods.pictureHash,
  }
  const empty: Draft = {
    ...draft,
    name: null,
    category: null,
    productNumber: null,
    specification: null,
    production: null,
    price: null,
    supply: null,
    pictureHash: null,
  }
  const shown = { texts, price: '12 USDC', category: goods.name, isDigital: false }
  const path = `${goods.name.slice(0, 50)} › ${goods.name.slice(0, 50)} › ${goods.name}`
  return [
    ...presets.map((preset) => ({
      name: `draft ${preset}`,
      card: draftCard({ ...shown, draft: { ...draft, preset }, problems: [] }),
    })),
    {
      name: 'draft, empty',
      card: draftCard({
        ...shown,
        draft: empty,
        price: null,
        category: null,
        problems: draftFields,
      }),
    },
    {
      name: 'draft, digital',
      card: draftCard({ ...shown, draft, problems: draftFields, isDigital: true }),
    },
    { name: 'draft, discarded', card: discardedCard(texts, draft), place: 'passing' },
    {
      name: 'draft category',
      card: draftCategoryCard({
        texts,
        draft: draft.id,
        found: [
          { id: 1, path },
          { id: 2, path: 'Tea' },
        ],
      }),
    },
  ]
}
