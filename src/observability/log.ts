import { type Logger, pino } from 'pino'
import { maskSecrets } from '../domain/mask-secrets.ts'

/** Fields that may hold a secret, wherever they turn up. */
const SECRET_PATHS = [
  'token',
  'uri',
  'symKey',
  'secret',
  'privateKey',
  'signature',
  'payload',
  'authorization',
]

/**
 * The log of the process: JSON lines, secrets removed by name, and by their looks from every text: an error of a library may
 * hold the address that was asked, with the bot's token in it, in its message, its stack or its cause.
 */
export function createLog(options: { level: string }): Logger {
  return pino({
    level: options.level,
    redact: {
      paths: SECRET_PATHS.flatMap((each) => [each, `*.${each}`, `*.*.${each}`]),
      censor: '[secret]',
    },
    hooks: { streamWrite: maskSecrets },
  })
}
