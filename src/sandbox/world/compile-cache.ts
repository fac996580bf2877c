import { join } from 'node:path'

/**
 * Where Node keeps what it made of the sources, so that processes which are started again and again (a bot that is killed on
 * purpose) are there sooner. Each entry writes it as soon as it is ready, because some never end by themselves. Where it
 * cannot be written, Node goes without.
 */
export const compileCache = {
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../../node_modules/.cache/node-compile'),
} as const
