import { isPictureUsed } from '../../deals/is-picture-used.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { OutboxItem, Store } from '../../ports/store.ts'
import type { Gallery } from './gallery.ts'

/**
 * Forgets what is left of a picture when its row is gone: its place in the gallery, and its file unless something else shows
 * it. An item of the outbox, so that what was deleted goes also when the bot dies at that moment. May be repeated.
 */
export function createForgetPicture(deps: {
  store: Store
  gallery: Pick<Gallery, 'drop'>
  pictures: PictureStore
}): (item: Extract<OutboxItem, { type: 'forget-picture' }>) => Promise<void> {
  return async function forgetPicture({ exemplar, pictureHash }) {
    if (pictureHash !== null) {
      const isUsed = await deps.store.transaction((unit) => isPictureUsed(unit, pictureHash))
      if (!isUsed) await deps.pictures.remove(pictureHash)
    }
    if (exemplar !== null) await deps.gallery.drop([exemplar])
  }
}
