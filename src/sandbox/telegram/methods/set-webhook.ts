import { badRequest, conflicts, doors, refuse, tooManyRequests } from '../refusals.ts'
import { parseUrl } from '../urls.ts'
import { keepAllowedUpdates } from './get-updates.ts'
import { type Call, Described, type Method } from './method.ts'

/**
 * Checks a webhook's address. Telegram takes only https on four ports; http, and any port, are taken here
 * for this machine alone, because a local bot has no certificate.
 */
function checkAddress(address: string): void {
  const url = parseUrl(address, 'https')
  if (url.type === 'wrong') throw refuse('webhookUrl')
  const isLoopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.host)
  if (isLoopback) return
  if (url.protocol !== 'https') {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (![0, 443, 80, 88, 8443].includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}

function removeWebhook({ bot, parameters }: Call): Described {
  if (parameters.flag('drop_pending_updates')) bot.queue.clear()
  if (!bot.webhook.target()) return new Described(true, 'Webhook is already deleted')
  bot.webhook.stop()
  return new Described(true, 'Webhook was deleted')
}

/** Sends updates to an address instead. */
export const setWebhook: Method = {
  supported: ['url', 'max_connections', 'allowed_updates', 'drop_pending_updates', 'secret_token'],
  run(call) {
    const { world, bot, parameters } = call
    const url = parameters.text('url')
    if (url === '') return removeWebhook(call)
    if (parameters.file('certificate')) throw doors.unsupported('a self-signed certificate')
    if (world.clock.now() < bot.webhook.setAt() + 1000) throw tooManyRequests(1)
    const secret = parameters.text('secret_token')
    const maxConnections = parameters.integer('max_connections', 40, 1, 100)
    const old = bot.webhook.target()
    const isSame =
      old?.url === url && old.secret === secret && old.maxConnections === maxConnections
    if (isSame && !parameters.flag('drop_pending_updates')) {
      keepAllowedUpdates(bot, parameters)
      return new Described(true, 'Webhook is already set')
    }
    checkAddress(url)
    if (secret.length > 256) throw refuse('webhookSecretLong')
    if (!/^[\w-]*$/.test(secret)) throw refuse('webhookSecretCharacters')
    bot.queue.interrupt(conflicts.setWebhook)
    if (parameters.flag('drop_pending_updates')) bot.queue.clear()
    keepAllowedUpdates(bot, parameters)
    bot.webhook.start({ url, secret, maxConnections })
    return new Described(true, 'Webhook was set')
  },
}

/** Goes back to `getUpdates`. */
export const deleteWebhook: Method = { supported: ['drop_pending_updates'], run: removeWebhook }

/** How delivery goes. */
export const getWebhookInfo: Method = { supported: [], run: ({ bot }) => bot.webhook.info() }
