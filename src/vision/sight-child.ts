import { randomUUID } from 'node:crypto'
import { flushCompileCache } from 'node:module'
import { AppError } from '../domain/errors.ts'
import { createCodeThread } from './code-thread.ts'
import { decodeLarger, decodePhoto } from './decode-photo.ts'
import { createGallery } from './gallery.ts'
import { keepPicture } from './keep-picture.ts'
import { createModel } from './model.ts'
import { modelInput } from './model-input.ts'
import type { Raster } from './raster.ts'
import { release } from './release.ts'
import { roughVector } from './rough-vector.ts'
import type { Answer, OpenPicture, Question, SightQuestions } from './sight-questions.ts'
import { cut } from './views.ts'

// The process that looks into photos; see sight-process.ts, which starts it with the path of the model.

type Handlers = {
  [Name in keyof SightQuestions]: (
    asked: SightQuestions[Name]['asked'],
  ) => SightQuestions[Name]['answer'] | Promise<SightQuestions[Name]['answer']>
}

const model = createModel(process.argv[2] ?? '')
const codes = createCodeThread()
const gallery = createGallery()
const rasters = new Map<string, Raster>()
let photo: Uint8Array = new Uint8Array()

const handlers: Handlers = {
  async open(bytes) {
    for (const { data } of rasters.values()) release(data)
    rasters.clear()
    photo = bytes
    return held(await decodePhoto(bytes))
  },
  async enlarge(picture) {
    rasterOf(picture)
    return held(await decodeLarger(photo))
  },
  texts: ({ picture, ...question }) => codes.ask(rasterOf(picture), question),
  async describe({ picture, view, by }) {
    const input = await modelInput(cut(rasterOf(picture), view))
    return by === 'model' ? model.see(input) : { vector: roughVector(input), classes: null }
  },
  keep: (picture) => keepPicture(rasterOf(picture)),
  put(pictures) {
    gallery.put(pictures)
    return null
  },
  drop(ids) {
    gallery.drop(ids)
    return null
  },
  rank: (asked) => gallery.rank(asked),
  likeness: ({ one, others }) => others.map((other) => gallery.likeness(one, other)),
}

function held(raster: Raster): OpenPicture {
  const id = randomUUID()
  rasters.set(id, raster)
  return { id, width: raster.width, height: raster.height }
}

/** Who gave up on a photo may still ask about it when the next is open, and must not be told of that one. */
function rasterOf({ id }: OpenPicture): Raster {
  const raster = rasters.get(id)
  if (raster === undefined) throw new Error('this picture is not open any more')
  return raster
}

async function reply({ id, name, asked }: Question): Promise<void> {
  try {
    const handle = handlers[name] as (asked: unknown) => unknown
    send({ id, answer: await handle(asked) })
  } catch (thrown) {
    const code = thrown instanceof AppError ? thrown.code : null
    send({ id, error: String(thrown), code })
  }
}

function send(answer: Answer): void {
  process.send?.(answer)
}

process.on('message', (question) => void reply(question as Question))
// Who stops the bot from a terminal stops this process with it; the bot ends it, when it needs it no longer.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
flushCompileCache()
