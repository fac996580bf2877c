import type { MessageEntity } from './message-entity.ts'
import { type Wire, wire } from './wire.ts'

/** The MessageEntity object a bot gets. */
export function entityWire(entity: MessageEntity): Wire {
  return wire({
    type: entity.type,
    offset: entity.offset,
    length: entity.length,
    url: entity.url,
    user:
      entity.userId === undefined
        ? null
        : { id: entity.userId, is_bot: false, first_name: entity.userName ?? '' },
    language: entity.language,
    custom_emoji_id: entity.customEmojiId,
    unix_time: entity.unixTime,
    date_time_format: entity.dateTimeFormat,
  })
}
