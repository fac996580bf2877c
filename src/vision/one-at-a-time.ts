import { AppError } from '../domain/errors.ts'

/**
 * Runs work one after the other, whoever asks for it, so that memory stays flat and nobody waits for longer than those
 * before them take. Work that does not end in time counts as failed, and the next begins: `abandon` is to end it for good.
 * The returned function @throws AppError VISION_BUSY, retryable, when too many wait; PHOTO_TOO_SLOW
 */
export function createOneAtATime(limits: {
  mostWaiting: number
  patienceMs: number
  abandon: () => void
}): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    if (waiting >= limits.mostWaiting) throw new AppError('VISION_BUSY')
    waiting++
    const turn = last.then(() => inTime(work))
    last = turn.catch(() => {})
    return turn.finally(() => waiting--)
  }

  async function inTime<T>(work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new AppError('PHOTO_TOO_SLOW'))
        limits.abandon()
      }, limits.patienceMs)
    })
    try {
      return await Promise.race([work(), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
