import { randomUUID } from 'node:crypto'
import { dealCardKey } from '../../domain/card-key.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Cards, Drawings, OutboxItem, Queue } from '../../ports/store.ts'

/** Drawings as rows of the outbox, in the lane of their chat. */
export function createDrawings(outbox: Queue<OutboxItem>, cards: Cards): Drawings {
  return {
    async deal({ deal, chat, anew }) {
      if (anew) await cards.forget(chat, dealCardKey(deal))
      await outbox.add({
        key: `draw:${randomUUID()}`,
        lane: `chat:${chat}`,
        item: { type: 'effect', deal, effect: { type: 'show-card' } },
      })
    },
    async card({ chat, key, card, placement, replyTo = null }) {
      await outbox.add({
        key: `card:${randomUUID()}`,
        lane: `chat:${chat}`,
        item: { type: 'card', chat, key, card, placement, replyTo },
      })
    },
    async notice({ chat, right, key, card }) {
      await outbox.add({
        key: `notice:${chat}:${right}:${key}`,
        lane: `chat:${chat}`,
        item: { type: 'card', chat, key: `notice:${key}`, card, placement: 'new' },
      })
    },
    async post({ inlineMessageId }) {
      await outbox.add({
        key: `post:${randomUUID()}`,
        lane: `post:${inlineMessageId}`,
        item: { type: 'post', inlineMessageId },
      })
    },
    async endSession(topic) {
      await outbox.add({
        key: `end-session:${randomUUID()}`,
        lane: `wallet:${topic}`,
        item: { type: 'end-session', topic },
      })
    },
    async remove({ chat, messageId }) {
      await outbox.add({
        key: `remove:${chat}:${messageId}`,
        lane: `chat:${chat}`,
        item: { type: 'delete-message', chat, messageId },
      })
    },
    async printedCode({ chat, series, locale }) {
      for (const format of ['png', 'svg', 'sheet'] as const) {
        await outbox.add({
          key: `print:${randomUUID()}`,
          lane: `chat:${chat}`,
          item: { type: 'print-code', chat, series, format, locale },
        })
      }
    },
    async history({ person, locale }) {
      await outbox.add({
        key: `export:${randomUUID()}`,
        lane: `chat:${privateChat(person)}`,
        item: { type: 'export', person, locale },
      })
    },
    async photo({ person, photo, key }) {
      await outbox.add({
        key: `photo:${key}`,
        lane: `photo:${person}`,
        item: { type: 'read-photo', person, photo },
      })
    },
    async offeredPhoto({ person, photo, key }) {
      await outbox.add({
        key: `photo:${key}`,
        lane: `photo:${person}`,
        item: { type: 'look-at-product', person, photo },
      })
    },
    async keptPhoto({ person, photo }) {
      await outbox.add({
        key: `keep-photo:${randomUUID()}`,
        lane: `gallery:${person}`,
        item: { type: 'keep-photo', person, photo },
      })
    },
    async forgottenPicture(picture) {
      await outbox.add({
        key: `forget-picture:${randomUUID()}`,
        lane: `forget:${picture.exemplar ?? picture.pictureHash}`,
        item: { type: 'forget-picture', ...picture },
      })
    },
    async productPhotos({ person, series, key }) {
      await outbox.add({
        key: `product-photos:${randomUUID()}`,
        lane: `gallery:${person}`,
        item: { type: 'product-photos', person, series, key },
      })
    },
  }
}
