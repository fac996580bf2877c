import { Bot, BotError, type Composer } from 'grammy'
import type { Update, User, UserFromGetMe } from 'grammy/types'
import { errorText } from '../cards/error-text.ts'
import { questionCard } from '../cards/question-card.ts'
import { alertText } from '../domain/alert-text.ts'
import type { ErrorCode } from '../domain/errors.ts'
import { AppError } from '../domain/errors.ts'
import type { ChatId, PersonId } from '../domain/ids.ts'
import type { Unit } from '../ports/store.ts'
import type { Texts } from '../ports/texts.ts'
import type { BotContext } from './bot-context.ts'

/** Handles one update inside a transaction. Throws what must be tried again; what a person did wrong is answered. */
export type UpdateHandler = (update: Update, unit: Unit) => Promise<void>

/** Puts the features under one bot. Every tap is answered exactly once, known or not. */
export function createUpdateHandler(deps: {
  token: string
  apiRoot: string
  me: UserFromGetMe
  features: Composer<BotContext>[]
  texts: (locale: string) => Texts
  coinOf: BotContext['coinOf']
  onError: (error: unknown) => void
}): UpdateHandler {
  const units = new WeakMap<Update, Unit>()
  const bot = new Bot<BotContext>(deps.token, {
    botInfo: deps.me,
    client: { apiRoot: deps.apiRoot },
  })

  bot.use(async (ctx, next) => {
    const unit = units.get(ctx.update)
    const from = ctx.from
    if (unit === undefined || from === undefined || from.is_bot) return
    ctx.unit = unit
    ctx.person = await unit.people.meet({
      id: from.id as PersonId,
      name: nameOf(from),
      locale: from.language_code ?? 'en',
    })
    ctx.texts = deps.texts(ctx.person.locale)
    ctx.toast = null
    ctx.question = null
    ctx.later = (work) => unit.afterCommit(() => void work().catch(deps.onError))
    ctx.coinOf = deps.coinOf
    ctx.ask = (id, args) =>
      ctx.show('question', questionCard(ctx.texts, ctx.texts.html(id, args)), 'new')
    ctx.show = (key, card, placement) =>
      unit.drawings.card({ chat: chatOf(ctx), key, card, placement })
    await next()
    if (ctx.callbackQuery === undefined) return
    ctx.later(() => ctx.answerCallbackQuery(toAnswer(ctx.toast)))
  })

  bot.use(async (ctx, next) => {
    try {
      await next()
    } catch (thrown) {
      const error = thrown instanceof BotError ? thrown.error : thrown
      if (!(error instanceof AppError) || error.retryable) throw error
      await tell(ctx, error.code, error.meta)
    }
  })
  bot.use(...deps.features)

  return async function handleUpdate(update, unit) {
    units.set(update, unit)
    try {
      await bot.handleUpdate(update)
    } catch (thrown) {
      throw thrown instanceof BotError ? thrown.error : thrown
    }
  }
}

function toAnswer(toast: BotContext['toast']): { text?: string; show_alert?: boolean } {
  return toast === null ? {} : { text: toast.text, show_alert: toast.alert }
}

async function tell(ctx: BotContext, code: ErrorCode, meta: AppError['meta']): Promise<void> {
  const html = errorText(ctx.texts, code, meta)
  if (ctx.callbackQuery !== undefined) {
    // An old button is no mistake to be confirmed: the card says the rest.
    const alert = code !== 'CARD_STALE'
    ctx.toast = { text: alertText(html), alert }
    return
  }
  if (ctx.chat?.type !== 'private') return
  await ctx.show('error', { html, buttons: [], picture: null }, 'new')
}

function chatOf(ctx: BotContext): ChatId {
  return (ctx.chat?.id ?? ctx.person.id) as ChatId
}

function nameOf({ first_name, last_name }: User): string {
  return last_name === undefined ? first_name : `${first_name} ${last_name}`
}
