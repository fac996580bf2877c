import { editingParameters, finishEdit, type Opener, openEdit } from '../editing.ts'
import { readCaption, readLinkPreview, readMessageText } from '../formatted-text.ts'
import { readInputPhoto } from '../input-media.ts'
import { badRequest, refuse } from '../refusals.ts'
import type { Method } from './method.ts'

const ordinary: Opener = { parameters: editingParameters, open: openEdit }

/** Makes the method that changes a text, for messages found by `opener`. */
export function textEditor({ parameters: found, open }: Opener): Method {
  return {
    supported: [...found, 'text', 'parse_mode', 'entities', 'link_preview_options'],
    run({ world, bot, parameters }) {
      const linkPreview = readLinkPreview(
        parameters.json('link_preview_options', 'link preview options'),
      )
      const text = readMessageText(
        parameters.text('text'),
        parameters.text('parse_mode'),
        parameters.json('entities', 'entities'),
      )
      const edit = open(world, bot, parameters)
      if (edit.message.content.type !== 'text') throw refuse('noTextToEdit')
      return finishEdit(world, bot, edit, { type: 'text', text, linkPreview })
    },
  }
}

/** Makes the method that changes the caption of a photo or file. */
export function captionEditor({ parameters: found, open }: Opener): Method {
  return {
    supported: [...found, 'caption', 'parse_mode', 'caption_entities', 'show_caption_above_media'],
    run({ world, bot, parameters }) {
      const caption = readCaption(
        parameters.text('caption'),
        parameters.text('parse_mode'),
        parameters.json('caption_entities', 'caption_entities'),
      )
      const edit = open(world, bot, parameters)
      const { content } = edit.message
      if (content.type === 'text' || content.type === 'service') throw refuse('noCaptionToEdit')
      const isCaptionAbove = parameters.flag('show_caption_above_media')
      const next =
        content.type === 'photo' ? { ...content, caption, isCaptionAbove } : { ...content, caption }
      return finishEdit(world, bot, edit, next)
    },
  }
}

/** Makes the method that changes the photo of a message, or puts one into a text message. */
export function mediaEditor({ parameters: found, open }: Opener): Method {
  return {
    supported: [...found, 'media'],
    async run({ world, bot, parameters }) {
      if (!parameters.has('media')) throw badRequest('Parameter "media" is required')
      const media = parameters.json('media', 'input media')
      const edit = open(world, bot, parameters)
      const content = await readInputPhoto(world, bot, parameters, media)
      return finishEdit(world, bot, edit, content)
    },
  }
}

/** Makes the method that changes the buttons alone. */
export function markupEditor({ parameters: found, open }: Opener): Method {
  return {
    supported: found,
    run({ world, bot, parameters }) {
      const edit = open(world, bot, parameters)
      return finishEdit(world, bot, edit, edit.message.content)
    },
  }
}

/** Changes the text of a message. Leaving `reply_markup` out takes the buttons away. */
export const editMessageText = textEditor(ordinary)

/** Changes the caption of a photo or file. */
export const editMessageCaption = captionEditor(ordinary)

/** Changes the photo of a message, or puts one into a text message. */
export const editMessageMedia = mediaEditor(ordinary)

/** Changes the buttons alone. */
export const editMessageReplyMarkup = markupEditor(ordinary)
