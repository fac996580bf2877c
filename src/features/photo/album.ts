import type { Message } from 'grammy/types'
import type { ChatId } from '../../domain/ids.ts'
import type { Unit } from '../../ports/store.ts'

/**
 * Photos of one album arrive one by one: the first is looked at, and another only if it has words of its own. That an album
 * was begun is noted where cards stand, under its number.
 */
export async function isOfAnsweredAlbum(unit: Unit, message: Message): Promise<boolean> {
  const { media_group_id: album, caption = '' } = message
  if (album === undefined) return false
  const known = await unit.cards.load(message.chat.id as ChatId, albumKey(album))
  return known !== null && (caption === '' || known.contentHash !== '')
}

/** Notes that a photo is looked at for its album; one that belongs to none leaves nothing. */
export async function noteAlbum(unit: Unit, message: Message): Promise<void> {
  const { media_group_id: album, caption = '', message_id: messageId } = message
  if (album === undefined) return
  await unit.cards.place(message.chat.id as ChatId, albumKey(album), {
    messageId,
    form: 'photo',
    pictureId: null,
    contentHash: caption === '' ? '' : 'captioned',
  })
}

function albumKey(album: string): string {
  return `album:${album}`
}
