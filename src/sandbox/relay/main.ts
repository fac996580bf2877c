import { z } from 'zod'
import { createRelay } from './relay.ts'

const settings = z
  .object({
    RELAY_PORT: z.coerce.number().int().min(0).default(0),
    RELAY_PROJECT_ID: z.string().default('sandbox'),
    RELAY_FILE: z.string().optional(),
  })
  .parse(process.env)

const relay = await createRelay({
  port: settings.RELAY_PORT,
  projectIds: [settings.RELAY_PROJECT_ID],
  persistTo: settings.RELAY_FILE ?? null,
})
console.log(JSON.stringify({ ready: true, url: relay.url }))

const stop = () => void relay.close().finally(() => process.exit(0))
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
