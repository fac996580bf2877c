import type { Account, RightId, SeriesId } from './ids.ts'

/** Is what an event is filed under (`subjectOf`) a right? Its length tells: there are three kinds. */
export function isRightId(subject: string): subject is RightId {
  return subject.length === 66
}

/** Is what an event is filed under a series as a whole? */
export function isSeriesId(subject: string): subject is SeriesId {
  return subject.length === 50
}

/** Is what an event is filed under an account: an issuer's staff, or money that waits for somebody? */
export function isAccount(subject: string): subject is Account {
  return subject.length === 42
}
