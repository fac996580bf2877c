import assert from 'node:assert/strict'
import { createPhotos } from '../../../src/composition/photos.ts'
import { encodeAction } from '../../../src/domain/callback-data.ts'
import type { Card } from '../../../src/domain/card.ts'
import type { AppError } from '../../../src/domain/errors.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import { openLinkBot } from '../../../src/features/open-link/bot.ts'
import { canWait } from '../../../src/features/photo/can-wait.ts'
import { productPhotosBot } from '../../../src/features/product-photos/bot.ts'
import { createGallery } from '../../../src/features/product-photos/gallery.ts'
import { questionBot } from '../../../src/features/question/bot.ts'
import { random } from '../../../src/jobs/random.ts'
import type { PictureStore } from '../../../src/ports/pictures.ts'
import type { OutboxItem, Unit } from '../../../src/ports/store.ts'
import { loadTaxonomy } from '../../../src/taxonomy/load-taxonomy.ts'
import { createUpdateHandler } from '../../../src/telegram/update-handler.ts'
import { account } from '../../conformance/blocks.ts'
import { createScriptedVision } from '../../support/scripted-vision.ts'
import { offered, openPhotoStage, said } from './photo-stage.ts'

/** Who has proven the account of the seller. */
export const MEI = 7
export const mei = account('mei')
/** The product that photos are given for. */
export const tea = { issuer: mei, number: 'tea' }
export const hash = (sign: string) => `0x${sign.repeat(64)}`

const taxonomy = loadTaxonomy()
const coin = { address: null, symbol: 'USDC', decimals: 6 }

/** One message of the bot, as the phone of its reader has it now. */
export type Stood = { id: number; key: string; card: Card }

/**
 * A seller of two products, tea with a picture on the chain and cup without, before a bot that has no Telegram: what it
 * writes stands in `messages` as it would in the chat, the lowest last.
 */
export async function openSellerStage() {
  const stage = await openPhotoStage(offered('tea', { pictureHash: hash('a') }), offered('cup'))
  const vision = createScriptedVision()
  const files = new Map<string, Uint8Array>()
  const kept = new Map<string, Uint8Array>([[hash('a'), Uint8Array.of(1, 1, 1, 1)]])
  const messages: Stood[] = []
  const opened: string[] = []
  const troubles: string[] = []
  let ids = 0
  const pictures: PictureStore = {
    load: async (wanted) => kept.get(wanted) ?? null,
    has: async (wanted) => kept.has(wanted),
    save: async (bytes) => {
      const name = `0x${Buffer.from(bytes).toString('hex')}`
      kept.set(name, bytes)
      return name
    },
    remove: async (wanted) => void kept.delete(wanted),
  }
  const parts = {
    ...said,
    store: stage.store,
    source: { fetch: async (id: string) => files.get(id) ?? assert.fail('no such file') },
    vision,
    gallery: createGallery(vision),
    pictures,
    taxonomy,
    random,
    coins: () => [coin],
    coinOf: () => coin,
    now: () => stage.clock.now,
    canWait,
    onTrouble: (error: AppError) => void troubles.push(error.code),
  }
  const opens = async (_ctx: unknown, link: { type: string }) => void opened.push(link.type)
  const handle = createUpdateHandler({
    token: '1:token',
    apiRoot: 'http://127.0.0.1:9',
    me: { id: 1, is_bot: true, first_name: 'Scrip', username: 'scrip_bot' } as never,
    features: [
      questionBot(said),
      productPhotosBot(parts),
      openLinkBot({
        ...said,
        taxonomy: parts.taxonomy,
        openers: new Proxy({}, { get: () => opens }) as never,
      }),
    ],
    texts: said.texts,
    coinOf: () => coin,
    onError: () => {},
  })
  const photos = createPhotos({ ...parts, handleUpdate: handle })
  const inUnit = <T>(work: (unit: Unit) => Promise<T>) => stage.store.transaction(work)
  const nextId = () => {
    ids += 1
    return ids
  }

  /** As Telegram would: a place that is known is written over, any other is a new message. */
  async function draws(item: Extract<OutboxItem, { type: 'card' }>): Promise<void> {
    const { chat, key, card, placement } = item
    const place = placement === 'new' ? null : await inUnit(({ cards }) => cards.load(chat, key))
    const stood = messages.find(({ id }) => id === place?.messageId)
    if (stood !== undefined) stood.card = card
    const id = stood?.id ?? nextId()
    if (stood === undefined) messages.push({ id, key, card })
    const placed = { messageId: id, form: 'text', pictureId: null, contentHash: '1' } as const
    await inUnit(({ cards }) => cards.place(chat, key, placed))
  }

  /** Performs one row of the outbox, and what it found. */
  async function performs(item: OutboxItem): Promise<void> {
    if (item.type === 'card') return draws(item)
    if (item.type === 'delete-message') {
      const at = messages.findIndex(({ id }) => id === item.messageId)
      if (at >= 0) messages.splice(at, 1)
      return
    }
    const performed = await photos
      .perform(item as never)
      .catch((error) => photos.giveUp(item as never, error))
    if (performed.type === 'found')
      await inUnit((unit) => photos.tell(unit, performed.item as never))
  }

  async function settle(): Promise<void> {
    for (let items = await stage.performed(); items.length > 0; items = await stage.performed())
      for (const item of items) await performs(item)
  }

  /** An update is handled; what follows from it waits. */
  async function arrives(from: number, part: object, messageId = nextId()): Promise<void> {
    const user = { id: from, is_bot: false, first_name: 'Somebody', language_code: 'en' }
    const chat = { id: from, type: 'private' as const, first_name: 'Somebody' }
    const message = { message_id: messageId, date: 1, chat, from: user }
    const query = { id: `${nextId()}`, from: user, chat_instance: '1', message }
    const update =
      'data' in part
        ? { update_id: nextId(), callback_query: { ...query, ...part } }
        : { update_id: nextId(), message: { ...message, ...part } }
    await inUnit((unit) => handle(update as never, unit))
  }

  async function bind(person: number): Promise<void> {
    const proof = { account: mei, topic: 't', challenge: 'c', signature: 's' }
    await inUnit(({ bindings }) => bindings.bind({ person: person as PersonId, ...proof }))
  }

  /** Everything that waits, of which nothing is performed. */
  const waits = () => stage.performed()
  const last = (pattern: RegExp) => messages.findLast(({ card }) => pattern.test(card.html))?.card

  /** Presses the lowest button of this name; nothing that follows from it happens yet. */
  async function taps(label: RegExp, from = MEI): Promise<void> {
    for (const { id, card } of messages.toReversed()) {
      const button = card.buttons.flat().findLast((each) => label.test(each.label))
      if (button?.type === 'action') return arrives(from, { data: encodeAction(button.action) }, id)
    }
    assert.fail(`no button ${label} on ${JSON.stringify(messages)}`)
  }

  await bind(MEI)
  await photos.keepExemplars(new AbortController().signal)
  return {
    ...stage,
    vision,
    files,
    kept,
    pictures,
    photos,
    messages,
    opened,
    troubles,
    inUnit,
    settle,
    performs,
    arrives,
    bind,
    waits,
    last,
    taps,
    presses: async (label: RegExp, from = MEI) => {
      await taps(label, from)
      await settle()
    },
    async sends(name: string, bytes: number[], more: object = {}, from = MEI) {
      files.set(name, Uint8Array.from(bytes))
      await arrives(from, { photo: [{ file_id: name, width: 1, height: 1 }], ...more })
    },
    async opens(from = MEI) {
      const series = await inUnit(({ index }) => index.seriesOfProduct(tea))
      const subject = Buffer.from(series[0]?.id.slice(2) ?? '', 'hex').toString('base64url')
      await arrives(from, { data: encodeAction({ name: 'product-photos', subject, version: 0 }) })
      await settle()
    },
    exemplars: () => inUnit(({ exemplars }) => exemplars.of(tea)),
  }
}

/** What {@link openSellerStage} opens. */
export type SellerStage = Awaited<ReturnType<typeof openSellerStage>>
