import QRCode from 'qrcode'
import sharp from 'sharp'
import { projectScreen } from '../../../src/sandbox/driver/project-screen.ts'
import { drawnPhoto } from './drawn-photo.ts'

/** A link of ours, as long as the longest that a printed code holds in 33 modules. */
export const LINK = 'https://t.me/some_longer_bot_name?start=qAbCdEfGhIjk01234567'

/** The photos that the bench shows: `turned` is one of 12 MP that a phone held upright, `projected` and `small` have a code. */
export type DrawnPhotos = Record<'usual' | 'turned' | 'projected' | 'small', Buffer>

/** Draws them; they are always the same. */
export async function drawnPhotos(): Promise<DrawnPhotos> {
  const card = await QRCode.toBuffer(LINK, { width: 200, margin: 4 })
  return {
    usual: await drawnPhoto({ width: 1280, height: 960, seed: 1 }),
    turned: await drawnPhoto({ width: 4000, height: 3000, seed: 2 }, 6),
    projected: await projectScreen({ text: LINK, modulePx: 5, severity: 1, seed: 1 }),
    small: await sharp(await drawnPhoto({ width: 400, height: 300, seed: 3 }))
      .composite([{ input: card, left: 90, top: 40 }])
      .jpeg({ quality: 80 })
      .toBuffer(),
  }
}
