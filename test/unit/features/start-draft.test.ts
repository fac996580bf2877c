import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChatId } from '../../../src/domain/ids.ts'
import { createStartDraft } from '../../../src/features/sell/start-draft.ts'
import { loadTaxonomy } from '../../../src/taxonomy/load-taxonomy.ts'
import { openPhotoStage, said } from './photo-stage.ts'

const [TEA, MUGS, SOFTWARE, GAMES] = [2073, 2169, 2092, 1279] as const
const coin = { address: null, symbol: 'USDC', decimals: 6 }
const taxonomy = loadTaxonomy()

/** The category of the draft that is made of a photo with these words, which looks like something of that category. */
async function draftedFor(name: string, category: number | null) {
  const stage = await openPhotoStage()
  const startDraft = createStartDraft({
    ...said,
    taxonomy,
    coins: () => [coin],
    coinOf: () => coin,
  })
  await stage.store.transaction((unit) =>
    startDraft(unit, {
      person: stage.person,
      photo: { chat: 7 as ChatId, fileId: 'f', caption: '', card: 'draft:0123456789abcdef' },
      caption: { name, specification: null, price: null, supply: 5 },
      hash: '0xhash',
      category,
    }),
  )
  const draft = await stage.store.transaction(({ drafts }) => drafts.load('0123456789abcdef'))
  const [card] = await stage.cards()
  await stage.close()
  assert.ok(draft !== null && card !== undefined)
  return { category: draft.category, html: card.html }
}

test('what the words say counts before what the photo looks like', async () => {
  assert.equal((await draftedFor('Longjing', MUGS)).category, TEA)
})

test('words that say too little leave it to the photo, and the card names it', async () => {
  const { category, html } = await draftedFor('Blue thing', MUGS)
  assert.equal(category, MUGS)
  assert.match(html, /Mugs/)
  assert.equal((await draftedFor('Blue thing', null)).category, null)
})

test('nothing that cannot be handed over is proposed for a photo', async () => {
  for (const digital of [SOFTWARE, GAMES]) {
    assert.ok(taxonomy.isDigital(digital))
    assert.equal((await draftedFor('Blue thing', digital)).category, null)
  }
})

test('a name that means something digital is told so', async () => {
  const { html } = await draftedFor('Steam game key', MUGS)
  assert.match(html, /nothing that can be handed over/)
})
