import type { ErrorCode } from '../domain/errors.ts'
import type { ProductRef } from '../domain/sighting.ts'
import type { GalleryPicture } from '../ports/vision.ts'
import type { CodeQuestion } from './code-question.ts'
import type { RankAsked, Ranked } from './gallery.ts'
import type { View } from './views.ts'

/** A picture that the process has open: a name that no other process gives to another one, and its size in pixels. */
export type OpenPicture = { id: string; width: number; height: number }

/** A picture as a vector of length 1 to compare, and how probable each class of things is; null when nothing knows classes. */
export type Described = { vector: Float32Array; classes: Float32Array | null }

/** What turns pictures into vectors. Vectors of two different ones cannot be compared. */
export type DescribedBy = 'model' | 'outlines'

/** What the process that looks into photos can be asked. It has one photo open, and forgets it with the next. */
export type SightQuestions = {
  /** Opens a photo. Fails as `decodePhoto` does */
  open: { asked: Uint8Array; answer: OpenPicture }
  /** The photo once more, with more of its pixels. */
  enlarge: { asked: OpenPicture; answer: OpenPicture }
  /** Texts of codes in a picture. */
  texts: { asked: { picture: OpenPicture } & CodeQuestion; answer: string[] | null }
  describe: { asked: { picture: OpenPicture; view: View; by: DescribedBy }; answer: Described }
  /** The picture as the file that is kept of it. */
  keep: { asked: OpenPicture; answer: Uint8Array }
  put: { asked: readonly GalleryPicture[]; answer: null }
  drop: { asked: readonly number[]; answer: null }
  /** What a vector is likest to. */
  rank: { asked: RankAsked; answer: Ranked[] }
  /** How like the pictures of each of `others` are to those of `one`, at most. */
  likeness: { asked: { one: ProductRef; others: readonly ProductRef[] }; answer: number[] }
}

/** A question on its way. */
export type Question = { id: number; name: keyof SightQuestions; asked: unknown }

/** What comes back: an answer, or what went wrong, which has a code when the table of errors knows it. */
export type Answer =
  | { id: number; answer: unknown }
  | { id: number; error: string; code: ErrorCode | null }
