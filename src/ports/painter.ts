import type { Drawing } from '../domain/card.ts'

/** Draws pictures for cards. */
export type Painter = {
  /** A PNG of the drawing; the same drawing always gives the same picture. */
  paint(drawing: Drawing): Promise<Uint8Array>
}
