import type { Composer } from 'grammy'
import type { Question } from '../domain/question.ts'
import type { BotContext } from './bot-context.ts'

/**
 * Takes the next thing a person types in their private chat as the answer to the question they were asked. A command, a
 * link of ours, or a message without text is no answer. The question stays open until the handler closes it, so that a
 * wrong answer can be mended by typing again.
 */
export function onAnswer<Type extends Question['type']>(
  composer: Composer<BotContext>,
  type: Type,
  handler: (
    ctx: BotContext,
    question: Extract<Question, { type: Type }>,
    text: string,
    messageId: number,
  ) => Promise<void>,
): void {
  composer.chatType('private').on('message:text', async (ctx, next) => {
    const { text, message_id } = ctx.message
    if (ctx.question?.type !== type) return next()
    return handler(ctx, ctx.question as Extract<Question, { type: Type }>, text, message_id)
  })
}
