import { holdersCodeCard } from '../../src/cards/photo-card.ts'
import { noneOfTheseCard, seenCard } from '../../src/cards/seen-card.ts'
import { toOpenCard } from '../../src/cards/to-open-card.ts'
import type { PhotoAnswer, PhotoOutcome } from '../../src/domain/photo-answer.ts'
import type { Texts } from '../../src/ports/texts.ts'
import type { NamedCard } from './named-card.ts'
import type { Sample } from './sample-goods.ts'

const coin = { symbol: 'USDC', decimals: 6 }
const botLink = (payload: string) => `https://t.me/scrip_bot?start=${payload}`
const category = { id: 2073, count: 4 }
const plain: Omit<PhotoAnswer, 'outcome'> = {
  foreign: [],
  unsold: [],
  soldOut: null,
  category,
  isRough: false,
}

/** What is said to photos of one sample, in private and in a group. */
export function photoViews({ series }: Sample, texts: Texts): NamedCard[] {
  const three = [series, series, series]
  const outcomes: Record<string, PhotoOutcome> = {
    'found by its number': { type: 'found', series, by: 'number' },
    'found by what may be its number': { type: 'found', series, by: 'probable-number' },
    'found by its looks': { type: 'found', series, by: 'looks' },
    sellers: { type: 'choice', series: three, by: 'number' },
    'probable sellers': { type: 'choice', series: three, by: 'probable-number' },
    one: { type: 'choice', series: [series], by: 'looks' },
    'one twin': { type: 'choice', series: [series], by: 'twins' },
    few: { type: 'choice', series: three, by: 'looks' },
    twins: { type: 'choice', series: three, by: 'twins' },
    category: { type: 'category' },
    unknown: { type: 'unknown' },
  }
  const everything = {
    foreign: [`<b>${series.goods.name}</b>${'&'.repeat(900)}`],
    unsold: ['4006381333931', '<b>12345678</b>'.repeat(9)],
    soldOut: series,
    isRough: true,
  }
  const answers: [string, PhotoAnswer][] = Object.entries(outcomes).flatMap(([name, outcome]) => [
    [name, { ...plain, outcome }],
    [`${name}, and all else`, { ...plain, ...everything, outcome }],
    [`${name}, of no known kind`, { ...plain, outcome, category: null }],
    [`${name}, of a kind that nobody sells`, { ...plain, outcome, category: { id: 1, count: 0 } }],
  ])
  const groups = [null, { chatUrl: 'https://t.me/scrip_bot?start' }]
  const { name } = series.goods
  const seen = answers.flatMap(([what, answer]) =>
    groups.map((group): NamedCard => {
      const told = { isCaptioned: group === null, isOfAlbum: true }
      const parts = { answer, coin: () => coin, texts, botLink, group, ...told }
      const card = seenCard({ ...parts, categoryName: answer.category === null ? null : name })
      const where = group === null ? 'in private' : 'in a group'
      return { name: `photo ${what}, ${where}`, card, place: group === null ? 'chat' : 'post' }
    }),
  )
  const none = [null, { id: 2073, name }].map(
    (kind): NamedCard => ({
      name: `none of these, ${kind === null ? 'of no kind' : 'of a kind'}`,
      card: noneOfTheseCard({ texts, category: kind }),
      place: 'chat',
    }),
  )
  const holders: NamedCard = {
    name: 'a code for its holder',
    card: holdersCodeCard(texts, 'https://t.me/scrip_bot?start'),
    place: 'post',
  }
  const open: NamedCard = {
    name: 'to be opened from a group',
    card: toOpenCard(holders.card, texts),
    place: 'post',
  }
  return [...seen, ...none, holders, open]
}
