import { setImmediate as breathe } from 'node:timers/promises'
import { type AppError, toAppError } from '../../domain/errors.ts'
import type { Exemplar } from '../../ports/exemplars.ts'
import type { Pictures } from '../../ports/pictures.ts'
import type { Store } from '../../ports/store.ts'
import type { Vision } from '../../ports/vision.ts'
import type { Gallery } from './gallery.ts'

/** Rows read in one transaction: a few hundred kilobytes, so that nobody waits for it. */
const A_PAGE = 100
const AT_ONCE = 8
/** A picture that is not here, or cannot be read, may come; it is looked for after this, then after twice as long, and so on. */
const REST_MS = 10 * 60_000
const LONGEST_REST_MS = 7 * 24 * 3600 * 1000

/**
 * Keeps the gallery true to what is on the chain and to the photos that were given: loads what has vectors, then makes those
 * that are missing, the longest waiting first. After a change of the model all are made anew by the same way, and each is
 * found again as soon as it is done. Looks at one picture after the other, in turn with those that people send.
 * The returned function is called again and again, and ends when nothing is left to be done, or the signal says so.
 */
export function createKeepExemplars(deps: {
  store: Store
  vision: Vision
  gallery: Gallery
  pictures: Pictures
  now: () => number
  onTrouble: (error: AppError, pictureHash: string) => void
}): (signal: AbortSignal) => Promise<void> {
  const { store, vision, gallery, pictures } = deps
  let loaded: string | null = null
  return async function keepExemplars(signal) {
    if (loaded !== vision.model) await load(signal)
    while (!signal.aborted) {
      const wanted = await store.transaction(({ exemplars }) => exemplars.wanted(AT_ONCE))
      if (wanted.length === 0) return
      for (const each of wanted) {
        // Whoever sends a photo now goes first; what is left comes with the next turn.
        if (signal.aborted || !(await look(each))) return
      }
    }
  }

  async function load(signal: AbortSignal): Promise<void> {
    const { model } = vision
    await store.transaction(({ exemplars }) => exemplars.renew(model))
    for (let after = 0; !signal.aborted; ) {
      const page = await store.transaction(({ exemplars }) => exemplars.page(model, after, A_PAGE))
      const last = page.at(-1)
      if (last === undefined) {
        loaded = model
        return
      }
      await gallery.put(page)
      after = last.id
      // SQLite answers without a pause: chats have their turn between two pages.
      await breathe()
    }
  }

  /** False when too many wait at this moment. */
  async function look(exemplar: Exemplar): Promise<boolean> {
    const { id, product, category, pictureHash } = exemplar
    try {
      const bytes = await pictures.load(pictureHash)
      if (bytes === null) {
        await rest(exemplar)
        return true
      }
      const vectors = await vision.vectorsOf(bytes)
      const isThere = await store.transaction(({ exemplars }) => exemplars.learn(id, vectors))
      if (isThere) await gallery.put([{ id, product, category, vectors: vectors.vectors }])
      return true
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'VISION_BUSY') return false
      if (error.code === 'STORE_UNREACHABLE') throw error
      deps.onTrouble(error, pictureHash)
      await rest(exemplar)
      return true
    }
  }

  function rest({ id, tries }: Exemplar): Promise<void> {
    const until = deps.now() + Math.min(LONGEST_REST_MS, REST_MS * 2 ** tries)
    return store.transaction(({ exemplars }) => exemplars.postpone(id, until))
  }
}
