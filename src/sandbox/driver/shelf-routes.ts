import type { Hono } from 'hono'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import { shelfKinds, shelfPicture } from './shelf-pictures.ts'

/** Pictures that lie ready to be sent by anybody, drawn from the world as it is now. Sending one is sending any photo. */
export function addShelfRoutes(app: Hono, driver: Driver): void {
  app.get('/shelf/:kind', async (c) => {
    const kind = z.enum(shelfKinds).safeParse(c.req.param('kind'))
    if (!kind.success) return c.notFound()
    const { series } = await driver.ledger()
    const botName = driver.world.bot.username
    const picture = await shelfPicture(kind.data, { botName, series })
    if (picture === null) return c.notFound()
    return c.body(Uint8Array.from(picture).buffer, 200, { 'Content-Type': 'image/jpeg' })
  })
}
