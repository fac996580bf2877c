import type { Message, UserFromGetMe } from 'grammy/types'
import { pictureOf } from './picture-of.ts'

/**
 * In a group: the photo that a message asks the bot about. It is one whose caption names the bot, one that replies to it, or
 * one to which somebody replied with words that name it. Null for whatever is not meant for the bot, and for posts through
 * bots.
 */
export function photoForUs(message: Message, me: UserFromGetMe): Message | null {
  if (message.via_bot !== undefined) return null
  const { reply_to_message: answered } = message
  if (pictureOf(message) !== null) {
    const isForUs = names(message.caption, me) || answered?.from?.id === me.id
    return isForUs ? message : null
  }
  const isAsked = answered !== undefined && names(message.text, me) && pictureOf(answered) !== null
  return isAsked ? answered : null
}

function names(text: string | undefined, me: UserFromGetMe): boolean {
  const words = (text ?? '').toLowerCase().split(/[^@a-z0-9_]+/)
  return words.includes(`@${me.username}`.toLowerCase())
}
