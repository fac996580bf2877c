import type { Bot } from '../accounts.ts'
import { sendToOneOrAll } from '../ephemeral.ts'
import { type Document, makeDocument } from '../files.ts'
import { readCaption } from '../formatted-text.ts'
import { messageWire } from '../messages.ts'
import type { Parameters } from '../parameters.ts'
import { badRequest, doors, refuse } from '../refusals.ts'
import { sendingParameters } from '../sending.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'

function documentByFileId(world: World, bot: Bot, fileId: string): Document {
  const prefix = 'Wrong remote file identifier specified: '
  if (!/^[\w-]+$/.test(fileId)) throw badRequest(`${prefix}Wrong character in the string`)
  const file = world.files.find(fileId, bot)
  if (!file) throw badRequest(`${prefix}can't unserialize it. Wrong last symbol`)
  const document = world.files.documentOf(file.uniqueId)
  if (!document) throw badRequest("Can't use file of type Photo as Document")
  return document
}

function readDocument(world: World, bot: Bot, parameters: Parameters): Document {
  const value = parameters.text('document')
  const field = /^attach:\/\/(.*)$/s.exec(value)?.[1] ?? (value === '' ? 'document' : null)
  if (field === null) {
    if (value.includes('.')) throw doors.unsupported('a document by its address')
    return documentByFileId(world, bot, value)
  }
  const file = parameters.file(field)
  if (!file) throw refuse('noDocument')
  if (file.bytes.length === 0) throw refuse('fileEmpty')
  return world.files.keepDocument(makeDocument(file.bytes, file.name, file.mimeType))
}

/** Sends a file as it is: uploaded, or known by file id. */
export const sendDocument: Method = {
  supported: [
    ...sendingParameters,
    'ephemeral_message_parameters',
    'document',
    'caption',
    'parse_mode',
    'caption_entities',
    'disable_content_type_detection',
  ],
  async run({ world, bot, parameters }) {
    if (!parameters.has('document')) throw refuse('noDocument')
    const caption = readCaption(
      parameters.text('caption'),
      parameters.text('parse_mode'),
      parameters.json('caption_entities', 'caption_entities'),
    )
    const message = await sendToOneOrAll(world, bot, parameters, () => ({
      type: 'document',
      document: readDocument(world, bot, parameters),
      caption,
    }))
    return messageWire(message, bot)
  },
}
