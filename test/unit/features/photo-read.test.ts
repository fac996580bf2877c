import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card } from '../../../src/domain/card.ts'
import type { ChatId } from '../../../src/domain/ids.ts'
import { encodePayload } from '../../../src/domain/links.ts'
import { privateChat } from '../../../src/domain/private-chat.ts'
import type { RightsEvent } from '../../../src/domain/rights-event.ts'
import type { Match, ProductRef, Sighting } from '../../../src/domain/sighting.ts'
import { createPhotoRead, type ProductPhoto } from '../../../src/features/photo/photo-read.ts'
import { loadTaxonomy } from '../../../src/taxonomy/load-taxonomy.ts'
import { account, limitRaised, series } from '../../conformance/blocks.ts'
import { nothingSeen } from '../../support/scripted-vision.ts'
import { offered, openPhotoStage, said } from './photo-stage.ts'

const GROUP = -100 as ChatId
const [mei, ben, zoe, lou] = [account('mei'), account('ben'), account('zoe'), account('lou')]
const taxonomy = loadTaxonomy()
const coin = { address: null, symbol: 'USDC', decimals: 6 }
const ref = (number: string, issuer = mei): ProductRef => ({ issuer, number })
const seriesUrl = (name: string) =>
  said.botLink(encodePayload({ type: 'series', series: series(name), contributor: null }))
const looks = (match: Partial<Match>): Partial<Sighting> => ({
  match: { verdict: 'none', products: [], soldOut: null, category: null, isRough: false, ...match },
})

/** What is answered to a photo that shows this, with these series on the chain. */
async function answerTo(
  events: (RightsEvent | RightsEvent[])[],
  shown: Partial<Sighting>,
  more: { chat?: ChatId; caption?: string; hash?: string; space?: typeof mei } = {},
) {
  const stage = await openPhotoStage()
  // What stands in a list of its own stands in a block of its own.
  await stage.append(...events.flatMap((each) => (Array.isArray(each) ? [] : [each])))
  for (const each of events) if (Array.isArray(each)) await stage.append(...each)
  const opened: string[] = []
  const drafts: ProductPhoto[] = []
  const inGroup: string[] = []
  const photoRead = createPhotoRead({
    ...said,
    taxonomy,
    coins: () => [coin],
    coinOf: () => coin,
    openLink: async (_unit, _person, url) => void opened.push(url),
    startDraft: async (_unit, product) => void drafts.push(product),
    linkCard: async (_unit, _texts, link) => {
      if (['send', 'staff', 'handover', 'purchase'].includes(link.type)) return null
      inGroup.push(encodePayload(link))
      return { html: link.type, buttons: [], picture: null }
    },
  })
  const { chat = privateChat(stage.person.id), caption = '', hash = null, space } = more
  await stage.store.transaction(async (unit) => {
    if (space !== undefined) await unit.chatSpaces.note(chat, space)
    await photoRead(unit, {
      type: 'photo-read',
      person: stage.person.id,
      photo: { chat, fileId: 'f', caption, card: 'c' },
      sighting: { ...nothingSeen, ...shown },
      hash,
      problem: null,
    })
  })
  const cards = await stage.cards()
  await stage.close()
  const html = cards.map((card) => card.html).join('\n')
  const labels = cards.flatMap(({ buttons }) => buttons.flat().map(({ label }) => label))
  return { html, labels, buttons: cards.flatMap(buttonsOf), opened, drafts, inGroup }
}

function buttonsOf({ buttons }: Card): string[] {
  return buttons.flat().map((each) => {
    if (each.type === 'action') return each.action.name
    return each.type === 'link' ? each.url : each.type
  })
}

test('a link of ours is opened, several are offered, and nothing else is said', async () => {
  const match = null
  const one = await answerTo([offered('tea')], { codes: [seriesUrl('tea')], match })
  assert.deepEqual(one.opened, [seriesUrl('tea')])
  const codes = [seriesUrl('tea'), seriesUrl('cup')]
  const two = await answerTo([], { codes, match })
  assert.deepEqual([two.opened, two.buttons], [[], codes])
})

test('a number that one seller has opens what that seller sells', async () => {
  const shown = {
    numbers: ['4006381333931'],
    ...looks({ verdict: 'sure', products: [ref('cup')] }),
  }
  const { opened, html } = await answerTo(
    [offered('tea', { number: '4006381333931' }), offered('cup')],
    shown,
  )
  assert.deepEqual(opened, [seriesUrl('tea')])
  assert.match(html, /number on it belongs to <b>tea<\/b>/)
  assert.doesNotMatch(html, /cup/)
})

test('a package’s twelve digits are found under thirteen, and the other way round', async () => {
  const upc = await answerTo([offered('tea', { number: '0012345678905' })], {
    numbers: ['012345678905'],
  })
  assert.deepEqual(upc.opened, [seriesUrl('tea')])
  const ean = await answerTo([offered('tea', { number: '012345678905' })], {
    numbers: ['0012345678905'],
  })
  assert.deepEqual(ean.opened, [seriesUrl('tea')])
})

test('of several sellers the three who were there first are offered, in a space that has it that space alone', async () => {
  const number = '4006381333931'
  const sellers = [
    [offered('first', { number, issuer: mei, price: 30_000_000n })],
    [offered('second', { number, issuer: ben, price: 10_000_000n })],
    [offered('third', { number, issuer: zoe, price: 20_000_000n })],
    [offered('last', { number, issuer: lou, price: 1n })],
  ]
  const { html, opened, buttons } = await answerTo(sellers, { numbers: [number] })
  assert.deepEqual(opened, [])
  assert.match(html, /first[\s\S]*30 USDC[\s\S]*second[\s\S]*10 USDC[\s\S]*third<\/b>/)
  assert.doesNotMatch(html, /last/)
  assert.deepEqual(buttons, [...Array(3).fill('show-series'), 'none-of-these'])
  const inSpace = await answerTo(sellers, { numbers: [number] }, { space: lou })
  assert.deepEqual(inSpace.opened, [seriesUrl('last')])
})

test('in a space where it is sold out the others who have it are named', async () => {
  const number = '4006381333931'
  const events = [offered('own', { number, issuer: lou, limit: 0 }), offered('other', { number })]
  const { html, opened } = await answerTo(events, { numbers: [number] }, { space: lou })
  assert.match(html, /belongs to <b>other/)
  assert.deepEqual(opened, [seriesUrl('other')])
})

test('a number that nobody sells is said, and what it looks like stands below', async () => {
  const { html, opened } = await answerTo([offered('tea')], {
    numbers: ['4006381333931'],
    ...looks({ verdict: 'sure', products: [ref('tea')] }),
  })
  assert.match(html, /4006381333931[\s\S]*nobody sells that here[\s\S]*looks like <b>tea/)
  assert.deepEqual(opened, [seriesUrl('tea')])
})

test('a number that is hard to read says so', async () => {
  const { html, opened } = await answerTo([offered('tea', { number: '40063813' })], {
    probableNumbers: ['40063813'],
  })
  assert.match(html, /probably/)
  assert.deepEqual(opened, [seriesUrl('tea')])
})

test('a number that was read well counts before one that was not, and either before looks', async () => {
  const events = [
    offered('read', { number: '4006381333931' }),
    offered('guessed', { number: '40063813' }),
    offered('liked'),
  ]
  const shown = {
    probableNumbers: ['40063813'],
    ...looks({ verdict: 'sure', products: [ref('liked')] }),
  }
  const both = await answerTo(events, { ...shown, numbers: ['4006381333931'] })
  assert.deepEqual(both.opened, [seriesUrl('read')])
  assert.doesNotMatch(both.html, /probably/)
  const hard = await answerTo(events, shown)
  assert.deepEqual(hard.opened, [seriesUrl('guessed')])
})

test('several codes are told apart by what they lead to, as far as that is everybody’s', async () => {
  const secret = said.botLink(`g${'A'.repeat(32)}`)
  const { html, labels } = await answerTo([offered('tea'), offered('cup')], {
    codes: [seriesUrl('tea'), seriesUrl('cup'), secret],
    match: null,
  })
  assert.match(html, /several links/)
  assert.deepEqual(labels, ['tea', 'cup', 'Link 3'])
})

test('a group that asks about a code for its holder alone hears that and no more', async () => {
  const secret = said.botLink(`g${'A'.repeat(32)}`)
  const { html, buttons } = await answerTo([], { codes: [secret], match: null }, { chat: GROUP })
  assert.match(html, /for whoever holds it/)
  assert.deepEqual(buttons, ['https://t.me/scrip_bot?start'])
})

test('what is sure is opened, the newest of it that can be bought', async () => {
  const events = [offered('old', { number: 'T' }), offered('gone', { number: 'T', limit: 0 })]
  const { opened, buttons } = await answerTo(
    events,
    looks({ verdict: 'sure', products: [ref('T')] }),
  )
  assert.deepEqual(opened, [seriesUrl('old')])
  assert.deepEqual(buttons, ['none-of-these'])
})

test('what is sold out is said to be, with the way to others of its kind', async () => {
  const events = [offered('tea', { limit: 0 }), offered('other tea')]
  for (const match of [
    { verdict: 'sure', products: [ref('tea')] },
    { verdict: 'category', soldOut: ref('tea'), category: 2073 },
  ] as const) {
    const { html, opened, buttons } = await answerTo(
      events,
      looks({ ...match, products: [...(match.verdict === 'sure' ? match.products : [])] }),
    )
    assert.match(html, /It is <b>tea<\/b>, and that is sold out/)
    assert.deepEqual([opened, buttons], [[], ['category']])
  }
})

test('a few are asked about, twins too, and what was sold out meanwhile is left out', async () => {
  const events = ['a', 'b', 'c'].map((name) => offered(name, { limit: name === 'b' ? 0 : 5 }))
  const products = ['a', 'b', 'c'].map((name) => ref(name))
  const few = await answerTo(events, looks({ verdict: 'few', products }))
  assert.match(few.html, /Is it one of these\?/)
  assert.deepEqual(few.buttons, ['show-series', 'show-series', 'none-of-these'])
  const twins = await answerTo(events, looks({ verdict: 'twins', products }))
  assert.match(twins.html, /compare the label/)
  // The last that is left of a few is still only one of a few.
  const last = await answerTo(events, looks({ verdict: 'few', products: products.slice(0, 2) }))
  assert.deepEqual([last.opened, last.buttons], [[], ['show-series', 'none-of-these']])
})

test('a kind of thing leads to its category, or is said to be sold by nobody', async () => {
  const shown = looks({ verdict: 'category', category: 2073 })
  const sold = await answerTo([offered('tea')], shown)
  assert.deepEqual(sold.buttons, ['category'])
  const unsold = await answerTo([offered('tea', { limit: 0 })], shown)
  assert.match(unsold.html, /Nobody sells any of it now/)
  assert.deepEqual(unsold.buttons, ['home'])
})

test('a kind that is narrower or wider than what sellers chose leads to the nearest that has something', async () => {
  const [food, items, sauces, honey] = [412, 422, 427, 4947]
  const shown = looks({ verdict: 'category', category: honey })
  const openedFor = async (...categories: number[]) => {
    const events = categories.map((category, at) => offered(`${at}`, { category }))
    const { html, buttons } = await answerTo(events, shown, { chat: GROUP })
    return { html, buttons }
  }
  const linkTo = (category: number) => said.botLink(encodePayload({ type: 'category', category }))

  for (const [sold, opened, name] of [
    [[honey, sauces], honey, /Honey/],
    [[sauces, items], sauces, /Condiments &amp; Sauces/],
    [[items, food], items, /Food Items/],
    // Something else that stands under it.
    [[5740], items, /Food Items/],
  ] as const) {
    const { html, buttons } = await openedFor(...sold)
    assert.match(html, name)
    assert.doesNotMatch(html, /Nobody sells/)
    assert.deepEqual(buttons, [linkTo(opened)])
  }
  // That it is food, or that somebody sells tea, says too little.
  for (const sold of [[food], [2073]]) {
    const { html, buttons } = await openedFor(...sold)
    assert.match(html, /Honey[\s\S]*Nobody sells any of it now/)
    assert.deepEqual(buttons, ['https://t.me/scrip_bot?start'])
  }
  const wide = looks({ verdict: 'category', category: 413 })
  const { html, buttons } = await answerTo([offered('tea')], wide, { chat: GROUP })
  assert.match(html, /Beverages/)
  assert.deepEqual(buttons, [linkTo(413)])
})

test('what is sold out leads to others of its kind, in the nearest category that has some', async () => {
  const events = [offered('gone', { limit: 0, category: 4947 }), offered('jam', { category: 427 })]
  const match = looks({ verdict: 'category', soldOut: ref('gone'), category: 4947 })
  const { html, buttons } = await answerTo(events, match, { chat: GROUP })
  assert.match(html, /It is <b>gone<\/b>, and that is sold out[\s\S]*Condiments &amp; Sauces/)
  assert.deepEqual(buttons, [said.botLink(encodePayload({ type: 'category', category: 427 }))])
})

test('a product that is not on the chain, and a photo of nothing, are not sure', async () => {
  for (const match of [{ verdict: 'sure', products: [ref('ghost')] }, {}] as Partial<Match>[]) {
    const { html, opened } = await answerTo([], looks(match))
    assert.match(html, /not sure what this is[\s\S]*closer/)
    assert.deepEqual(opened, [])
  }
})

test('a code of somebody else is shown beside what the thing is', async () => {
  const { html, opened } = await answerTo([offered('tea')], {
    codes: ['https://evil.example'],
    ...looks({ verdict: 'sure', products: [ref('tea')] }),
  })
  assert.match(html, /none of mine[\s\S]*evil\.example[\s\S]*looks like <b>tea/)
  assert.deepEqual(opened, [seriesUrl('tea')])
})

test('a product’s caption makes a draft, whatever else the photo shows', async () => {
  const { drafts, html } = await answerTo(
    [],
    { codes: ['https://maker.example'], ...looks({ verdict: 'category', category: 2073 }) },
    { caption: 'Longjing, 12 USDC, 5', hash: '0xab' },
  )
  assert.equal(html, '')
  assert.deepEqual(
    drafts.map(({ hash, category, caption }) => [hash, category, caption.name]),
    [['0xab', 2073, 'Longjing']],
  )
})

test('a group gets the same with links alone, and nothing of a stranger’s code', async () => {
  const inGroup = { chat: GROUP }
  const sure = await answerTo(
    [offered('tea')],
    { codes: ['https://evil.example'], ...looks({ verdict: 'sure', products: [ref('tea')] }) },
    inGroup,
  )
  assert.deepEqual([sure.opened, sure.buttons], [[], [seriesUrl('tea')]])
  assert.doesNotMatch(sure.html, /evil/)
  const none = await answerTo([], {}, inGroup)
  assert.deepEqual(none.buttons, ['https://t.me/scrip_bot?start'])
  const ours = await answerTo([], { codes: [seriesUrl('tea')], match: null }, inGroup)
  assert.deepEqual([ours.html, ours.inGroup.length], ['series', 1])
})

test('a match that is rough says so; one by its number is not', async () => {
  const rough = looks({ verdict: 'few', products: [ref('tea')], isRough: true })
  assert.match((await answerTo([offered('tea')], rough)).html, /roughly/)
  const numbered = { ...rough, numbers: ['tea'] }
  assert.doesNotMatch((await answerTo([offered('tea')], numbered)).html, /roughly/)
})

test('more of what was sold out can be bought again at once', async () => {
  const shown = looks({ verdict: 'sure', products: [ref('tea')] })
  const { opened } = await answerTo(
    [offered('tea', { limit: 0 }), limitRaised(series('tea'), 5)],
    shown,
  )
  assert.deepEqual(opened, [seriesUrl('tea')])
})
