import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../domain/errors.ts'
import type { GalleryPicture } from '../ports/vision.ts'
import type { Answer, SightQuestions } from './sight-questions.ts'

/** Nothing that the process does takes a tenth of this, opening the model on a busy machine included. */
const PATIENCE_MS = 15_000
/** Pictures at a time. */
const PART = 1000
const CHILD = fileURLToPath(new URL('./sight-child.ts', import.meta.url))

/**
 * glibc's allocator gives large buffers back to the system when they are freed, and has one heap instead of one for every
 * thread. Otherwise it keeps twice as much as the photos of a day need. Other allocators do not read these.
 */
const ALLOCATOR = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '200000',
  MALLOC_TRIM_THRESHOLD_: '100000',
}
/** The process ended before it could answer. The next question starts another. */
export class SightLost extends Error {}

type Name = keyof SightQuestions
type Ask = <N extends Name>(
  name: N,
  asked: SightQuestions[N]['asked'],
) => Promise<SightQuestions[N]['answer']>

/** What looks into photos, in a process of its own: nobody waits for it, and when a photo ends it, the bot goes on. */
export type SightProcess = {
  /**
   * @throws AppError as the question says; SightLost when the process ended meanwhile, or did not answer in time; Error when
   * the question could not be answered
   */
  ask: Ask
  /** Ends what is being done. The next question finds another process, with the same gallery and no photo open. */
  abandon(): void
  close(): Promise<void>
}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void }

/**
 * A process that is started with the first question: who sends no photos never needs it. It keeps no other process alive, and
 * ends with the one that started it.
 * @param model the path of the model
 */
export function createSightProcess(model: string, { patienceMs = PATIENCE_MS } = {}): SightProcess {
  // The process may end, and its gallery with it: what is in it is remembered here.
  const shown = new Map<number, GalleryPicture>()
  const waiting = new Map<number, Waiting>()
  let child: ChildProcess | null = null
  // Until then nothing is asked.
  let filled: Promise<void> = Promise.resolve()
  let isClosed = false
  let lastId = 0

  const ask: Ask = async (name, asked) => {
    if (isClosed) throw new Error('closed')
    if (name === 'put') for (const each of asked as GalleryPicture[]) shown.set(each.id, each)
    if (name === 'drop') for (const id of asked as number[]) shown.delete(id)
    const isRemembered = name === 'put' || name === 'drop'
    if (child === null && isRemembered) return null as never
    const own = child ?? start()
    await filled
    if (own !== child) throw new SightLost('it ended before it had the gallery')
    return question(own, name, asked)
  }

  function question<N extends Name>(
    own: ChildProcess,
    name: N,
    asked: SightQuestions[N]['asked'],
  ): Promise<SightQuestions[N]['answer']> {
    const id = ++lastId
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => giveUp(own, new SightLost(`no answer to ${name}`)), patienceMs)
      if (waiting.size === 0) holdAlive(own, true)
      const end = () => {
        clearTimeout(timer)
        waiting.delete(id)
        if (waiting.size === 0) holdAlive(own, false)
      }
      waiting.set(id, {
        resolve: (answer) => {
          end()
          resolve(answer)
        },
        reject: (error) => {
          end()
          reject(error)
        },
      })
      own.send({ id, name, asked })
    })
  }

  /** What the last process had in its gallery, in parts: all at once would hold up this process for as long as it is large. */
  async function fill(own: ChildProcess): Promise<void> {
    const all = [...shown.values()]
    for (let at = 0; at < all.length; at += PART)
      await question(own, 'put', all.slice(at, at + PART))
  }

  function start(): ChildProcess {
    const own = fork(CHILD, [model], {
      // Nothing of this process's environment: what opens strangers' files is to know no secrets.
      env: { ...ALLOCATOR, ...compileCache() },
      execArgv: ['--max-semi-space-size=1'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    own.on('message', (answer) => settle(answer as Answer))
    own.on('error', (error) => giveUp(own, new SightLost(error.message, { cause: error })))
    own.on('exit', (code, signal) =>
      giveUp(own, new SightLost(`the process that looks into photos ended: ${signal ?? code}`)),
    )
    holdAlive(own, false)
    child = own
    filled = fill(own)
    // Whoever asks hears of it.
    filled.catch(() => {})
    return own
  }

  function settle(answer: Answer): void {
    const asked = waiting.get(answer.id)
    if ('answer' in answer) asked?.resolve(answer.answer as never)
    else if (answer.code === null) asked?.reject(new Error(answer.error))
    else asked?.reject(new AppError(answer.code, { cause: answer.error }))
  }

  function giveUp(own: ChildProcess, error: Error): void {
    if (own !== child) return
    child = null
    own.kill('SIGKILL')
    for (const each of [...waiting.values()]) each.reject(error)
  }

  return {
    ask,
    abandon() {
      if (child !== null) giveUp(child, new SightLost('abandoned'))
    },
    async close() {
      isClosed = true
      const own = child
      if (own === null) return
      const ended = new Promise((resolve) => own.once('exit', resolve))
      giveUp(own, new Error('closed'))
      own.ref()
      await ended
    },
  }
}

function holdAlive(own: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    own.ref()
    own.channel?.ref()
  } else {
    own.unref()
    own.channel?.unref()
  }
}

/** Where this process keeps what Node made of the sources, when it does: there every version of Node has a folder of its own. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}
