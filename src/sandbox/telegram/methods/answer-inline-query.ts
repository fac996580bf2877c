import { readInlineResults } from '../inline-results.ts'
import { requiredText } from '../json-fields.ts'
import type { Parameters } from '../parameters.ts'
import { badRequest, doors, refuse } from '../refusals.ts'
import { isWire } from '../wire.ts'
import type { InlineAnswer } from '../world.ts'
import type { Method } from './method.ts'

function readButton(parameters: Parameters): InlineAnswer['button'] {
  const given = parameters.json('button', 'inline query results button')
  if (given === undefined) return null
  const prefix = "Can't parse inline query results button: "
  if (!isWire(given)) throw badRequest(`${prefix}InlineQueryResultsButton must be an Object`)
  const text = requiredText(given, 'text')
  if ('web_app' in given) throw doors.unsupported('web_app')
  if (!('start_parameter' in given)) {
    throw badRequest(`${prefix}InlineQueryResultsButton must have exactly one optional field`)
  }
  const startParameter = requiredText(given, 'start_parameter')
  if (!/^[\w-]{1,64}$/.test(startParameter)) throw refuse('startParameterInvalid')
  return { text, startParameter }
}

/** Answers an inline query, within its thirty seconds. */
export const answerInlineQuery: Method = {
  supported: ['inline_query_id', 'results', 'cache_time', 'is_personal', 'next_offset', 'button'],
  run({ world, bot, parameters }) {
    const button = readButton(parameters)
    const given = parameters.json('results', 'JSON encoded inline query results')
    const results = given === undefined ? [] : readInlineResults(world, bot, given)
    const nextOffset = parameters.text('next_offset')
    if (Buffer.byteLength(nextOffset) > 64) throw badRequest('NEXT_OFFSET_INVALID')
    const id = parameters.text('inline_query_id')
    const pending = world.inlineQueries.get(id)
    if (!pending || pending.bot !== bot || pending.expiresAt <= world.clock.now()) {
      throw refuse('queryTooOld')
    }
    world.inlineQueries.delete(id)
    pending.answer({
      results,
      button,
      nextOffset,
      cacheSeconds: parameters.integer('cache_time', 300, 0),
      isPersonal: parameters.flag('is_personal'),
    })
    return true
  },
}
