import sharp from 'sharp'
import { PersonRefusal } from '../telegram/person-refusal.ts'
import type { MessageView } from '../telegram/types.ts'
import { readQr } from './read-qr.ts'

/** Where pictures and files of messages come from. */
export type Pictures = {
  picture(id: string): { bytes: Buffer } | null
  file(id: string): { bytes: Buffer; mimeType: string } | null
}

/** Points a camera at a message on a screen: its photo, or its file as it looks printed. A PDF is not looked into. */
async function look(message: MessageView | undefined, pictures: Pictures): Promise<Buffer> {
  const photo = message?.photo ? pictures.picture(message.photo.id) : null
  if (photo) return photo.bytes
  const file = message?.file ? pictures.file(message.file.id) : null
  if (!file?.mimeType.startsWith('image/')) throw new PersonRefusal('no-picture')
  return await sharp(file.bytes).flatten({ background: '#ffffff' }).png().toBuffer()
}

/** The text of the code that any camera finds in a message. @throws PersonRefusal `no-picture` or `no-code` */
export async function readScreen(
  message: MessageView | undefined,
  pictures: Pictures,
): Promise<string> {
  const text = await readQr(await look(message, pictures))
  if (text === null) throw new PersonRefusal('no-code')
  return text
}
