import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder } from 'grammy'
import { createTestWorld, picture, type TestWorld } from './world.ts'

let world: TestWorld
let bot: Bot

before(async () => {
  world = await createTestWorld()
  bot = new Bot(world.bot.token, { client: { apiRoot: world.server.url } })
})
after(async () => {
  await bot.stop()
  await world.server.close()
})

test('a grammY bot runs through a whole visit', async () => {
  const { mia, tom, server, message, event } = world
  const jpeg = await picture(2000, 1500)
  bot.command('start', (ctx) =>
    ctx.reply(`Hello <b>${ctx.match || 'you'}</b>`, {
      parse_mode: 'HTML',
      reply_markup: new InlineKeyboard().text('Buy', 'buy:1').success(),
    }),
  )
  bot.callbackQuery(/^buy:/, async (ctx) => {
    await ctx.answerCallbackQuery('Bought')
    await ctx.editMessageText('Done')
    await ctx.replyWithMediaGroup([
      InputMediaBuilder.photo(new InputFile(jpeg, 'a.jpg'), { caption: 'first' }),
      InputMediaBuilder.photo(new InputFile(jpeg, 'b.jpg')),
    ])
  })
  bot.on('inline_query', (ctx) =>
    ctx.answerInlineQuery(
      [
        {
          type: 'article',
          id: '1',
          title: 'Share',
          input_message_content: { message_text: `for ${ctx.inlineQuery.query}` },
          reply_markup: new InlineKeyboard().url('Open', 'https://x.io'),
        },
      ],
      { cache_time: 0, is_personal: true },
    ),
  )
  bot.on('chosen_inline_result', (ctx) => ctx.editMessageText('sent'))
  bot.on('message:photo', async (ctx) => {
    const file = await ctx.getFile()
    const response = await fetch(`${server.url}/file/bot${bot.token}/${file.file_path}`)
    await ctx.reply(`${(await response.arrayBuffer()).byteLength === file.file_size}`)
  })
  const started = Promise.withResolvers<void>()
  const running = bot.start({ drop_pending_updates: true, onStart: () => started.resolve() })
  await started.promise

  tom.openLink('https://t.me/scrip_bot?start=s-1')
  tom.start(world.bot.id)
  const card = await message(tom.id, ({ from }) => from.isBot)
  assert.equal(card.text, 'Hello s-1')
  assert.equal(card.buttons[0]?.[0]?.style, 'success')
  const pressed = await tom.press(world.bot.id, card.messageId, 'Buy')
  assert.deepEqual(pressed, { type: 'answered', text: 'Bought', alert: false, url: null })
  const album = await message(tom.id, ({ photo }) => photo !== null)
  assert.equal(album.text, 'first')

  const strip = await tom.typeInline(mia.id, '@scrip_bot Mia')
  const shared = await tom.chooseInline(strip.id, 0)
  assert.equal(shared.text, 'for Mia')
  const edited = await event(({ type }) => type === 'message-edited', world.telegram.cursor() - 1)
  assert.ok(edited)

  await tom.sendPhoto(world.bot.id, jpeg)
  assert.equal((await message(tom.id, ({ text }) => text === 'true')).from.isBot, true)
  await bot.stop()
  await running
  assert.deepEqual(
    world.exchanges.flatMap(({ notes }) => notes),
    [],
  )
})

test('grammY sees refusals as its own errors', async () => {
  await assert.rejects(
    bot.api.sendMessage(world.mia.id, 'a.b', { parse_mode: 'MarkdownV2' }),
    (error) =>
      error instanceof GrammyError &&
      error.error_code === 400 &&
      /Character '\.' is reserved/.test(error.description),
  )
})
