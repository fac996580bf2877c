import { type Logger, pino } from 'pino'

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

/** The log of the process: JSON lines, secrets removed by name. */
export function createLog(options: { level: string }): Logger {
  return pino({
    level: options.level,
    redact: {
      paths: SECRET_PATHS.flatMap((each) => [each, `*.${each}`, `*.*.${each}`]),
      censor: '[secret]',
    },
  })
}
