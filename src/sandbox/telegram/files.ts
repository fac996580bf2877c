import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Bot } from './accounts.ts'
import { refuse } from './refusals.ts'
import { type Wire, wire } from './wire.ts'

/** Stored bytes that a bot can download. */
export type StoredFile = {
  uniqueId: string
  bytes: Buffer
  /** Folder and ending of the download path. */
  folder: 'photos' | 'documents'
  name: string
}

/** One size of a photo. */
export type PhotoSize = StoredFile & { width: number; height: number }

/** A photo, smallest size first. */
export type Photo = { sizes: PhotoSize[] }

/** A file sent as it is. */
export type Document = StoredFile & { mimeType: string }

const rungs = [90, 320, 800, 1280]
const photoLimit = 10 * 1024 * 1024
const downloadLimit = 20 * 1024 * 1024

function uniqueIdOf(bytes: Buffer): string {
  return `AQAD${createHash('sha256').update(bytes).digest('base64url').slice(0, 12)}`
}

/** The id under which one bot may name a file. It means nothing to another bot. */
function fileIdFor(file: StoredFile, bot: Bot): string {
  const seal = createHash('sha256').update(`${bot.id}/${file.uniqueId}`).digest('base64url')
  return `AgACAgIAAxkBAAI${seal}${file.uniqueId}`
}

/** The photo sizes a bot gets, smallest first. */
export function photoWire(photo: Photo, bot: Bot): Wire[] {
  return photo.sizes.map((size) => ({
    file_id: fileIdFor(size, bot),
    file_unique_id: size.uniqueId,
    width: size.width,
    height: size.height,
    file_size: size.bytes.length,
  }))
}

/** The Document object a bot gets. */
export function documentWire(document: Document, bot: Bot): Wire {
  return wire({
    file_id: fileIdFor(document, bot),
    file_unique_id: document.uniqueId,
    file_name: document.name,
    mime_type: document.mimeType,
    file_size: document.bytes.length,
  })
}

/**
 * Makes a photo of picture bytes: turned upright, stripped of camera data, and saved in several sizes.
 * Equal bytes give equal `file_unique_id`s.
 * @throws Refusal when too large, too long and thin, or no picture.
 */
export async function makePhoto(bytes: Buffer): Promise<Photo> {
  if (bytes.length > photoLimit) throw refuse('photoTooBig')
  const upright = await sharp(bytes, { failOn: 'error' })
    .rotate()
    .flatten({ background: '#ffffff' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => null)
  if (!upright) throw refuse('photoBroken')
  const { width, height } = upright.info
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
    throw refuse('photoDimensions')
  }
  const longest = Math.max(width, height)
  const wanted = [...rungs.filter((rung) => rung < longest), Math.min(longest, 1280)]
  const sizes: PhotoSize[] = []
  for (const rung of new Set(wanted)) {
    const { data, info } = await sharp(upright.data)
      .resize({ width: rung, height: rung, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 87 })
      .toBuffer({ resolveWithObject: true })
    const uniqueId = uniqueIdOf(data)
    sizes.push({
      uniqueId,
      bytes: data,
      folder: 'photos',
      name: `${uniqueId}.jpg`,
      width: info.width,
      height: info.height,
    })
  }
  return { sizes }
}

/** What Telegram makes of a file's name, where whoever uploads it says nothing of its type. */
const mimeTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

/** Makes a file that is sent as it is. */
export function makeDocument(bytes: Buffer, name: string, given: string): Document {
  const isSaid = given !== '' && given !== 'application/octet-stream'
  const ending = name.split('.').at(-1)?.toLowerCase() ?? ''
  const mimeType = isSaid ? given : (mimeTypes[ending] ?? 'application/octet-stream')
  return { uniqueId: uniqueIdOf(bytes), bytes, folder: 'documents', name, mimeType }
}

/** Everything that was ever sent, findable by id. */
export type FileStore = {
  keepPhoto(photo: Photo): Photo
  keepDocument(document: Document): Document
  /** The file behind an id this bot may use, or null. */
  find(fileId: string, bot: Bot): StoredFile | null
  /** The photo a size belongs to, or null. */
  photoOf(uniqueId: string): Photo | null
  /** The file sent as it is, or null. */
  documentOf(uniqueId: string): Document | null
  byUniqueId(uniqueId: string): StoredFile | null
  /** Opens a download for an hour and gives its path. @throws Refusal over 20 MB. */
  openDownload(file: StoredFile, bot: Bot): string
  /** The file behind a path that is open for this bot now, or null. */
  download(path: string, bot: Bot): StoredFile | null
}

/** An empty store. `now` in Unix milliseconds. */
export function createFileStore(now: () => number): FileStore {
  const files = new Map<string, StoredFile>()
  const photos = new Map<string, Photo>()
  const documents = new Map<string, Document>()
  const downloads = new Map<string, { file: StoredFile; until: number }>()
  return {
    keepPhoto(photo) {
      for (const size of photo.sizes) {
        files.set(size.uniqueId, size)
        if (!photos.has(size.uniqueId)) photos.set(size.uniqueId, photo)
      }
      return photo
    },
    keepDocument(document) {
      files.set(document.uniqueId, document)
      documents.set(document.uniqueId, document)
      return document
    },
    find(fileId, bot) {
      const file = files.get(fileId.slice(-16))
      return file && fileIdFor(file, bot) === fileId ? file : null
    },
    photoOf: (uniqueId) => photos.get(uniqueId) ?? null,
    documentOf: (uniqueId) => documents.get(uniqueId) ?? null,
    byUniqueId: (uniqueId) => files.get(uniqueId) ?? null,
    openDownload(file, bot) {
      if (file.bytes.length > downloadLimit) throw refuse('fileTooBig')
      const path = `${file.folder}/${file.folder === 'photos' ? file.name : `${file.uniqueId}/${file.name}`}`
      downloads.set(`${bot.id}/${path}`, { file, until: now() + 3_600_000 })
      return path
    },
    download(path, bot) {
      const open = downloads.get(`${bot.id}/${path}`)
      return open && open.until > now() ? open.file : null
    },
  }
}
