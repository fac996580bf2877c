import type { Bot } from './accounts.ts'
import { createConformance } from './conformance.ts'
import { botApi } from './generated/bot-api.ts'
import type { MethodName } from './method-names.ts'
import { Described } from './methods/method.ts'
import { findMethod, methods } from './methods/table.ts'
import type { Parameters } from './parameters.ts'
import { doors, Refusal } from './refusals.ts'
import { isWire, type Wire, wire } from './wire.ts'
import type { World } from './world.ts'

/** What goes back to a caller: the envelope and its HTTP status, or nothing at all. */
export type Answer = {
  status: number
  envelope: Wire
  retryAfter: number | null
  isDropped: boolean
}

const conformance = createConformance(botApi)

/** Where a value differs from a type of the specification; empty when it conforms. */
export function specProblems(union: string, value: unknown): string[] {
  return conformance.check(union, value)
}

/** The envelope of a refusal. */
export function refusalAnswer(error: Refusal): Answer {
  return {
    status: error.code,
    envelope: wire({
      ok: false,
      error_code: error.code,
      description: error.message,
      parameters: error.parameters,
    }),
    retryAfter: error.parameters?.['retry_after'] ?? null,
    isDropped: false,
  }
}

function parameterNotes(method: MethodName, parameters: Parameters): string[] {
  const known = botApi.methods[method]?.fields ?? {}
  const supported = methods[method].supported
  const notes: string[] = []
  for (const name of parameters.names()) {
    if (supported.includes(name) || !parameters.has(name)) continue
    if (name in known) throw doors.unsupported(`parameter ${name} of ${method}`)
    const isAttachment = parameters.file(name) !== null
    if (!isAttachment) notes.push(`${method} has no parameter ${name}`)
  }
  return notes
}

function resultNotes(method: MethodName, result: unknown): string[] {
  return specProblems(botApi.methods[method]?.returns ?? '', result)
}

function withoutToken(value: unknown, token: string): unknown {
  const text = JSON.stringify(value ?? null)
  if (!text.includes(token)) return value ?? null
  return JSON.parse(text.replaceAll(token, '<token>')) as unknown
}

function trace(
  world: World,
  bot: Bot,
  line: { method: string; request: unknown; answer: Answer | null; notes: string[] },
): void {
  const { method, request, answer, notes } = line
  const result = answer?.envelope['result']
  const updates = method === 'getUpdates' && Array.isArray(result) ? result : []
  const common = { at: world.clock.now(), bot: bot.username ?? '' }
  for (const update of updates as Wire[]) {
    const kind = Object.keys(update).find((name) => name !== 'update_id') ?? ''
    const scrubbed = withoutToken(update, bot.token)
    world.report({
      ...common,
      direction: 'update',
      method: kind,
      request: scrubbed,
      response: null,
      status: 200,
      notes,
    })
  }
  if (updates.length > 0) return
  world.report({
    ...common,
    direction: 'call',
    method,
    request: withoutToken(request, bot.token),
    response: answer && !answer.isDropped ? withoutToken(answer.envelope, bot.token) : null,
    status: answer?.status ?? 0,
    notes,
  })
}

/**
 * Runs one method for one bot and writes the trace.
 * @param isStrict Whether a result that does not match the specification becomes a 500.
 */
export async function execute(
  world: World,
  bot: Bot,
  call: { method: string; parameters: Parameters; signal: AbortSignal; isStrict: boolean },
): Promise<Answer> {
  const { parameters, signal, isStrict } = call
  const name = findMethod(call.method)
  const notes: string[] = []
  let answer: Answer
  try {
    if (!name) throw doors.methodNotFound()
    notes.push(...parameterNotes(name, parameters))
    const { drop, delayMs } = world.faults.meet(name, parameters.text('chat_id'))
    const outcome = await methods[name].run({ world, bot, parameters, signal })
    if (delayMs > 0) await new Promise<void>((resolve) => world.clock.after(delayMs, resolve))
    const isDescribed = outcome instanceof Described
    const result = isDescribed ? outcome.result : outcome
    const problems = resultNotes(name, result)
    notes.push(...problems)
    if (isStrict && problems.length > 0)
      throw new Refusal(500, `Internal Server Error: ${problems.join('; ')}`)
    const description = isDescribed ? outcome.description : null
    answer = {
      status: 200,
      envelope: wire({ ok: true, result, description }),
      retryAfter: null,
      isDropped: drop,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) notes.push(error instanceof Error ? (error.stack ?? '') : '')
    answer = refusalAnswer(
      error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error'),
    )
  }
  trace(world, bot, {
    method: name ?? call.method,
    request: parameters.record(),
    answer,
    notes,
  })
  return answer
}

/** Writes one webhook delivery to the trace. */
export function traceDelivery(
  world: World,
  bot: Bot,
  delivery: { update: Wire; status: number; problem: string | null },
): void {
  const { update, status, problem } = delivery
  const method = Object.keys(update).find((name) => name !== 'update_id') ?? ''
  const notes = [...specProblems('Update', update), ...(problem ? [problem] : [])]
  world.report({
    at: world.clock.now(),
    bot: bot.username ?? '',
    direction: 'update',
    method,
    request: withoutToken(update, bot.token),
    response: null,
    status,
    notes: notes.filter((note) => isWire(update) && note !== ''),
  })
}
