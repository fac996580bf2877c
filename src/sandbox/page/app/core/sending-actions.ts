import type { MessageView } from '../../../telegram/types.ts'
import { api } from './api.ts'
import { encodeFile } from './encode-file.ts'
import { fieldOf } from './field.ts'
import type { PageActions } from './page-actions.ts'

/** A picture that lies on every phone's shelf. */
export type ShelfKind = 'code' | 'product' | 'nonsense'

/** Acts that send something other than words. What stands in the text field goes along under it. */
export type SendingActions = {
  /** Sends a picture from the shelf as any other photo. */
  sendShelf(person: string, kind: ShelfKind): Promise<void>
  /** Sends one's own photos; several are an album. */
  sendPhotos(person: string, files: readonly File[]): Promise<void>
  /** Sends a file as it is. */
  sendFile(person: string, file: File): Promise<void>
  /** Sends what a message's picture shows as a new photo. */
  screenshot(person: string, message: MessageView, to: number): Promise<void>
  /** Opens the choice of people for a key that asks for them. */
  askContacts(person: string, label: string): Promise<void>
  /** Answers such a key with the people chosen. */
  shareContacts(person: string, label: string, users: readonly number[]): Promise<void>
}

type Parts = {
  page: PageActions
  here(person: string, act: (chat: number) => Promise<unknown>): Promise<void>
  tried(person: string, act: () => Promise<void>): Promise<void>
  openChat(person: string, chat: number): Promise<void>
  type(person: string, text: string): void
}

/** The address of a picture on the shelf. */
export function shelfUrl(kind: ShelfKind): string {
  return `/driver/shelf/${kind}`
}

/** Binds them to a store. */
export function createSendingActions(parts: Parts): SendingActions {
  const { page, here, tried, openChat, type } = parts

  /** Closes the sheet and empties the field, whose words become the caption. */
  const takeCaption = (person: string) => {
    page.closeSheet(person)
    const field = fieldOf(person)
    const caption = field?.value.trim() ?? ''
    if (field !== null) field.value = ''
    type(person, '')
    return caption
  }

  return {
    sendShelf: (person, kind) =>
      here(person, async (chat) => {
        const caption = takeCaption(person)
        const response = await fetch(shelfUrl(kind))
        if (!response.ok) throw new Error(String(response.status))
        return api.photo(person, chat, await encodeFile(await response.blob()), caption)
      }),
    sendPhotos: (person, files) =>
      here(person, async (chat) => {
        const caption = takeCaption(person)
        const pictures = await Promise.all(files.map(encodeFile))
        const [first = ''] = pictures
        return pictures.length === 1
          ? api.photo(person, chat, first, caption)
          : api.album(person, chat, pictures, caption)
      }),
    sendFile: (person, file) =>
      here(person, async (chat) => {
        const caption = takeCaption(person)
        const mimeType = file.type || 'application/octet-stream'
        const base64 = await encodeFile(file)
        return api.file(person, chat, { base64, name: file.name, mimeType, caption })
      }),
    screenshot: (person, { chatId: chat, messageId: message }, to) =>
      tried(person, async () => {
        await openChat(person, to)
        await api.screenshot(person, { chat, message }, to)
      }),
    askContacts: (person, label) =>
      here(person, async (chat) => {
        const offered = await api.contacts(person, chat, label)
        page.openSheet(person, { type: 'contacts', label, offered, chosen: [] })
      }),
    shareContacts: (person, label, users) =>
      here(person, async (chat) => {
        await api.shareUsers(person, chat, label, [...users])
        page.closeSheet(person)
      }),
  }
}
