import type { MethodName } from '../method-names.ts'
import { answerCallbackQuery } from './answer-callback-query.ts'
import { answerInlineQuery } from './answer-inline-query.ts'
import { deleteMessage, deleteMessages } from './delete-message.ts'
import {
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit-message.ts'
import {
  deleteEphemeralMessage,
  editEphemeralMessageCaption,
  editEphemeralMessageMedia,
  editEphemeralMessageReplyMarkup,
  editEphemeralMessageText,
} from './ephemeral-message.ts'
import { copyMessage, forwardMessage } from './forward-message.ts'
import { copyMessages, forwardMessages } from './forward-messages.ts'
import { getChat, getChatMember } from './get-chat.ts'
import { getChatAdministrators, getChatMemberCount } from './get-chat-members.ts'
import { getFile } from './get-file.ts'
import { getMe } from './get-me.ts'
import { getUpdates } from './get-updates.ts'
import { getChatMenuButton, setChatMenuButton } from './menu-button.ts'
import type { Method } from './method.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './my-commands.ts'
import {
  getMyDescription,
  getMyShortDescription,
  setMyDescription,
  setMyShortDescription,
} from './my-description.ts'
import { getMyName, setMyName } from './my-name.ts'
import { pinChatMessage, unpinChatMessage } from './pin-message.ts'
import { sendChatAction } from './send-chat-action.ts'
import { sendDocument } from './send-document.ts'
import { sendMediaGroup } from './send-media-group.ts'
import { sendMessage } from './send-message.ts'
import { sendPhoto } from './send-photo.ts'
import { deleteWebhook, getWebhookInfo, setWebhook } from './set-webhook.ts'

/** Every method by its name. */
export const methods: Record<MethodName, Method> = {
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  sendPhoto,
  sendMediaGroup,
  sendDocument,
  getFile,
  answerCallbackQuery,
  answerInlineQuery,
  sendChatAction,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName,
  getMyName,
  setMyDescription,
  getMyDescription,
  setMyShortDescription,
  getMyShortDescription,
  setChatMenuButton,
  getChatMenuButton,
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  pinChatMessage,
  unpinChatMessage,
  forwardMessage,
  forwardMessages,
  copyMessage,
  copyMessages,
  editEphemeralMessageText,
  editEphemeralMessageCaption,
  editEphemeralMessageMedia,
  editEphemeralMessageReplyMarkup,
  deleteEphemeralMessage,
}

/** The spelling of a method name in any letter case, or null when it is not answered here. */
export function findMethod(name: string): MethodName | null {
  const lower = name.toLowerCase()
  const names = Object.keys(methods) as MethodName[]
  return names.find((known) => known.toLowerCase() === lower) ?? null
}
