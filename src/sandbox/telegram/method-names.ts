/** The methods the sandbox's Bot API answers. Any other gets `Not Found: method not found`. */
export const methodNames = [
  'getMe',
  'getUpdates',
  'setWebhook',
  'deleteWebhook',
  'getWebhookInfo',
  'sendMessage',
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'editMessageReplyMarkup',
  'deleteMessage',
  'deleteMessages',
  'sendPhoto',
  'sendMediaGroup',
  'getFile',
  'answerCallbackQuery',
  'answerInlineQuery',
  'sendChatAction',
  'setMyCommands',
  'getMyCommands',
  'deleteMyCommands',
  'setMyDescription',
  'setMyShortDescription',
  'getChat',
  'getChatMember',
  'forwardMessage',
  'copyMessage',
] as const

/** A method the sandbox answers, in the specification's spelling. */
export type MethodName = (typeof methodNames)[number]
