/** An answer with `ok: false`: what the Bot API says when it will not do a thing. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Record<string, number> | undefined

  /**
   * @param code HTTP status and `error_code`.
   * @param description The exact words.
   * @param parameters `retry_after` in seconds, or `migrate_to_chat_id`.
   */
  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

/** First letter in lower case, unless the text starts like a constant (`BUTTON_…`, `URL …`). */
function lowerFirst(text: string): string {
  return /^.[A-Z_]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** 400 with the given reason, in the letter case the Bot API gives it. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(reason)}`)
}

/** 403 with the given reason. */
export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${lowerFirst(reason)}`)
}

/** 409: two readers of one queue. */
export function conflict(reason: string): Refusal {
  return new Refusal(409, `Conflict: ${reason}`)
}

/** 429 with the header and parameter that tell when to come back. */
export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, {
    retry_after: retryAfter,
  })
}

/** The one table of reasons that need no filling in, as the reason goes after `Bad Request: `. */
export const reasons = {
  textEmpty: 'message text is empty',
  textBlank: 'Text must be non-empty',
  textTooManyBytes: 'Text is too long',
  messageTooLong: 'Message is too long',
  captionTooLong: 'Message caption is too long',
  parseModeUnknown: 'Unsupported parse_mode',
  chatIdEmpty: 'chat_id is empty',
  chatNotFound: 'chat not found',
  chatIdentifierMissing: 'Chat identifier is not specified',
  messageIdentifierMissing: 'Message identifier is not specified',
  messageIdentifiersMissing: 'Message identifiers are not specified',
  messageIdentifiersTooMany: 'Too many message identifiers specified',
  messageIdentifiersNoArray: 'Expected an Array of message identifiers',
  replyNotFound: 'message to be replied not found',
  editNotFound: 'message to edit not found',
  deleteNotFound: 'message to delete not found',
  forwardNotFound: 'message to forward not found',
  copyNotFound: 'message to copy not found',
  pinNotFound: 'message to pin not found',
  unpinNotFound: 'message to unpin not found',
  cannotPin: "A service message can't be pinned",
  pinRights: 'Not enough rights to manage pinned messages in the chat',
  cannotForwardAny: "Messages can't be forwarded",
  privateAdministrators: 'there are no administrators in the private chat',
  cannotEdit: "Message can't be edited",
  cannotDelete: "Message can't be deleted",
  cannotCopy: "The message can't be copied",
  cannotForward: "The message can't be forwarded",
  noTextToEdit: 'There is no text in the message to edit',
  noCaptionToEdit: 'There is no caption in the message to edit',
  notModified:
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  protectedContent: "Message has protected content and can't be forwarded",
  inlineKeyboardExpected: 'Inline keyboard expected',
  inlineMessageInvalid: 'MESSAGE_ID_INVALID',
  buttonDataInvalid: 'BUTTON_DATA_INVALID',
  buttonCopyTextInvalid: 'BUTTON_COPY_TEXT_INVALID',
  buttonTypeInvalid: 'BUTTON_TYPE_INVALID',
  markupTooLong: 'reply markup is too long',
  botNotAdmin: 'BOT_NOT_ADMIN',
  ephemeralInvalid: 'EPHEMERAL_MESSAGE_ID_INVALID',
  ephemeralExpired: 'EPHEMERAL_ACTION_EXPIRED',
  userIdInvalid: 'USER_ID_INVALID',
  usersPrivateOnly: 'Users can be requested in private chats only',
  noPhoto: 'There is no photo in the request',
  noDocument: 'There is no document in the request',
  fileEmpty: 'file must be non-empty',
  photoDimensions: 'PHOTO_INVALID_DIMENSIONS',
  photoBroken: 'IMAGE_PROCESS_FAILED',
  photoTooBig: 'Too big photo',
  urlWrong: 'Wrong HTTP URL specified',
  urlFailed: 'Failed to get HTTP URL content',
  urlNotPhoto: 'Wrong type of the web page content',
  fileIdMissing: 'file_id not specified',
  fileIdInvalid: 'invalid file_id',
  fileTooBig: 'file is too big',
  fileUnavailable: 'wrong file_id or the file is temporarily unavailable',
  queryTooOld: 'query is too old and response timeout expired or query ID is invalid',
  answerTooLong: 'MESSAGE_TOO_LONG',
  answerUrlInvalid: 'URL_INVALID',
  actionWrong: 'Wrong parameter action in request',
  albumEmpty: 'There are no messages to send',
  albumTooBig: 'Too many messages to send as an album',
  resultsTooMany: 'Too many inline query results specified',
  resultIdDuplicate: 'RESULT_ID_DUPLICATE',
  resultIdInvalid: 'RESULT_ID_INVALID',
  startParameterInvalid: 'START_PARAM_INVALID',
  webhookUrl: 'invalid webhook URL specified',
  webhookSecretLong: 'secret token is too long',
  webhookSecretCharacters: 'secret token contains unallowed characters',
  commandInvalid: 'BOT_COMMAND_INVALID',
  commandDescriptionInvalid: 'BOT_COMMAND_DESCRIPTION_INVALID',
  commandsTooMuch: 'BOT_COMMANDS_TOO_MUCH',
  nameInvalid: 'BOT_TITLE_INVALID',
  descriptionTooLong: 'BOT_DESCRIPTION_TOO_LONG',
  shortDescriptionTooLong: 'BOT_ABOUT_TOO_LONG',
  languageInvalid: 'Invalid language code specified',
  userNotFound: 'user not found',
  memberNotFound: 'member not found',
} as const

/** A key of {@link reasons}. */
export type Reason = keyof typeof reasons

/** 400 for one reason of the table. */
export function refuse(reason: Reason): Refusal {
  return badRequest(reasons[reason])
}

/** 403 reasons, after `Forbidden: `. */
export const prohibitions = {
  blocked: 'bot was blocked by the user',
  neverStarted: "bot can't initiate conversation with a user",
  toBot: "the bot can't send messages to the bot",
  kicked: (kind: string) => `bot was kicked from the ${kind} chat`,
  notMember: (kind: string) => `bot is not a member of the ${kind} chat`,
  groupDeleted: 'the group chat was deleted',
} as const

/** The three ends of a `getUpdates` that is not alone. */
export const conflicts = {
  webhookActive:
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  otherPoll:
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  setWebhook: 'terminated by setWebhook request',
} as const

/** Answers before any method runs. */
export const doors = {
  notFound: () => new Refusal(404, 'Not Found'),
  methodNotFound: () => new Refusal(404, 'Not Found: method not found'),
  tokenInvalid: () => new Refusal(401, 'Unauthorized: invalid token specified'),
  tokenUnknown: () => new Refusal(401, 'Unauthorized'),
  tooLarge: () => new Refusal(413, 'Request Entity Too Large'),
  /** No word of Telegram's: the sandbox says loudly what it does not imitate, and never pretends. */
  unsupported: (what: string) =>
    new Refusal(400, `Bad Request: ${what} is not supported by the sandbox`),
} as const
