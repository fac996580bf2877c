import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { form, type Json, picture } from '../sandbox/telegram/world.ts'
import { findChromium, openBrowser, phoneOn } from '../support/browser.ts'
import { openPageWorld, type PageWorld } from './page-world.ts'

const chromium = findChromium()
const isRequired = (process.env['SCRIP_REQUIRE'] ?? '').split(',').includes('chromium')
const skip = chromium === null && !isRequired ? 'needs Chromium: apt-get install chromium' : false

let world: PageWorld
let browser: Browser
let page: Page
let benId: number
let group: number
const problems: string[] = []
before(async () => {
  if (skip !== false) return
  assert.ok(chromium, 'Chromium is required and was not found')
  world = await openPageWorld()
  const { client } = world
  benId = (await client.addPerson({ person: 'ben', name: 'Ben' })).telegramId
  const mia = await client.addPerson({ person: 'mia', name: 'Mia', role: 'recipient' })
  await world.phone('ben').starts('https://t.me/scrip_bot')
  await world.phone('mia').starts('https://t.me/scrip_bot')
  await world.phone('ben').opensChatWith({ person: 'mia' })
  group = (await client.createGroup('ben', 'Tea club', [mia.telegramId, world.world.bot.id])).chatId
  browser = await openBrowser(chromium)
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(world.pageUrl)
  // The page turns to the buyer's group by itself, once.
  await page.locator('#phone-ben .screen[data-screen="chat"]').waitFor()
})
after(async () => {
  if (skip !== false) return
  await browser.close()
  await world.close()
})

const ben = () => phoneOn(page, 'ben')
const mia = () => phoneOn(page, 'mia')
const say = (chat: number, text: string, markup?: Json, more: Json = {}) =>
  world.call('sendMessage', { chat_id: chat, text, reply_markup: markup, ...more })
const bubble = (person: string, text: string) =>
  page.locator(`#phone-${person} .pane:not([inert]) article`).filter({ hasText: text }).last()

/** Goes to a chat by its title in the list. */
async function goTo(person: string, title: RegExp): Promise<void> {
  const { phone, press } = phoneOn(page, person)
  if ((await phone.locator('.screen').getAttribute('data-screen')) !== 'list')
    await press('Back to the chats')
  await press(title)
}

/** Opens the menu of a message, as a long press does, and chooses from it. */
async function choose(person: string, text: string, entry: string): Promise<void> {
  await bubble(person, text).click({ button: 'right' })
  await page.locator(`#phone-${person}`).getByRole('dialog').getByText(entry).click()
}

test('a key that asks for people opens a choice, and what is chosen is shared', {
  skip,
}, async () => {
  await goTo('ben', /^Scrip/)
  const request = { request_id: 3, max_quantity: 2, user_is_bot: false, request_name: true }
  await say(benId, 'To whom?', { keyboard: [[{ text: 'Choose who', request_users: request }]] })
  await ben().press('Choose who')
  const dialog = ben().phone.getByRole('dialog')
  assert.ok(await dialog.getByRole('button', { name: 'Share' }).isDisabled())
  await dialog.getByLabel('Mia').check()
  await dialog.getByRole('button', { name: 'Share' }).click()
  await ben().sees('You shared Mia')
  const { message } = await world.update((each) => each.message?.users_shared)
  assert.equal(message.users_shared.users[0].first_name, 'Mia')
})

test('a screenshot of a picture goes to another chat as a new photo', { skip }, async () => {
  await world.call(
    'sendPhoto',
    form({ chat_id: `${benId}`, photo: await picture(500, 300), caption: 'Poster' }),
  )
  await ben().sees('Poster')
  await choose('ben', 'Poster', 'Send a screenshot')
  await ben().phone.getByRole('dialog').getByRole('button', { name: /Mia$/ }).click()
  await ben().phone.locator('.mine .photo').last().waitFor()
  await goTo('mia', /^Ben/)
  await mia().phone.locator('.theirs .photo').last().waitFor()
  assert.equal(await mia().phone.getByText('Forwarded from').count(), 0)
  await say(benId, 'Hush', undefined, { protect_content: true })
})

test('one answers a message, and changes one’s own', { skip }, async () => {
  await goTo('ben', /^Mia/)
  await ben().phone.getByRole('textbox').fill('Two tins?')
  await page.keyboard.press('Enter')
  await mia().sees('Two tins?')
  await choose('mia', 'Two tins?', 'Reply')
  await mia().sees('Reply to Ben')
  await mia().phone.getByRole('textbox').fill('Three, pleese')
  await page.keyboard.press('Enter')
  await ben().phone.locator('blockquote').getByText('Two tins?').waitFor()
  await choose('mia', 'Three, pleese', 'Edit')
  await mia().sees('Edit message')
  const field = mia().phone.getByRole('textbox')
  assert.equal(await field.inputValue(), 'Three, pleese')
  await field.fill('Three, please')
  await page.keyboard.press('Enter')
  await ben().sees('Three, please')
  await ben().phone.locator('.foot').getByText('edited').waitFor()
  await choose('mia', 'Three, please', 'Edit')
  await mia().phone.locator('textarea:focus').waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await field.inputValue(), '')
})

test('a pinned message stands at the top of the chat and leads to it', { skip }, async () => {
  await goTo('ben', /^Scrip/)
  const { result } = await say(benId, 'Open until six')
  for (let line = 0; line < 30; line++) await say(benId, `Line ${line}`)
  await world.call('pinChatMessage', { chat_id: benId, message_id: result.message_id })
  await ben().sees(/Scrip pinned “Open until six”/)
  const bar = ben().phone.getByRole('button', { name: /Pinned message/ })
  await bar.click()
  const seen = bubble('ben', 'Open until six')
  const log = await ben().phone.locator('.log').boundingBox()
  const box = await seen.boundingBox()
  assert.ok(log && box && box.y >= log.y && box.y < log.y + log.height)
})

test('a disabled button is shown and cannot be pressed', { skip }, async () => {
  await say(benId, 'Sold out', { inline_keyboard: [[{ text: 'Buy', callback_data: 'b' }]] })
  await ben().sees('Sold out')
  assert.equal(
    await bubble('ben', 'Sold out').getByRole('button', { name: 'Buy' }).isDisabled(),
    false,
  )
  const { result } = await say(benId, 'Used', {
    inline_keyboard: [[{ text: 'Take', disabled: {} }]],
  })
  assert.ok(result, 'the world knows disabled buttons')
  await ben().sees('Used')
  assert.ok(await bubble('ben', 'Used').getByRole('button', { name: 'Take' }).isDisabled())
})

test('what only one member sees is marked on their phone and is on no other', {
  skip,
}, async () => {
  await goTo('ben', /Tea club/)
  await goTo('mia', /Tea club/)
  await say(group, 'Club price', { inline_keyboard: [[{ text: 'Ask', callback_data: 'a' }]] })
  await ben().press('Ask')
  const { callback_query } = await world.update((each) => each.callback_query)
  const parameters = { receiver_user_id: benId, callback_query_id: callback_query.id }
  await say(group, 'For you: 11', undefined, { ephemeral_message_parameters: parameters })
  await ben().sees('For you: 11')
  await bubble('ben', 'For you: 11').getByText('Only you see this').waitFor()
  await bubble('ben', 'For you: 11').click({ button: 'right' })
  const menu = ben().phone.getByRole('dialog')
  await menu.getByRole('button', { name: 'Delete' }).waitFor()
  assert.equal(await menu.getByRole('button', { name: 'Forward' }).count(), 0)
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  assert.equal(await mia().phone.getByText('For you: 11').count(), 0)
  await world.call('answerCallbackQuery', { callback_query_id: callback_query.id })
})

test('an owner mutes, raises and removes a member; who is removed sees the group no more', {
  skip,
}, async () => {
  const dialog = ben().phone.getByRole('dialog')
  const member = async (entry: string, shown: RegExp) => {
    await ben().press('About Tea club')
    await dialog.getByRole('button', { name: /^Mia/ }).click()
    await dialog.getByRole('button', { name: entry }).click()
    await dialog.and(ben().phone.getByLabel('Tea club', { exact: true })).waitFor()
    assert.match(await dialog.getByRole('list').innerText(), shown)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await member('Mute: may not write', /Mia\s+muted/)
  await mia().phone.getByRole('textbox').fill('Hello?')
  await page.keyboard.press('Enter')
  await mia().phone.locator('.toast[data-on]').waitFor()
  await member('Let write again', /Mia\s+Scrip/)
  await member('Make administrator', /Mia\s+administrator/)
  await ben().press('About Tea club')
  await dialog.getByRole('button', { name: /^Mia/ }).click()
  await dialog.getByRole('button', { name: 'Remove from the group' }).click()
  await dialog.getByRole('button', { name: /^Mia/ }).waitFor({ state: 'detached' })
  // Whoever had the focus may have been drawn away.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await mia().phone.locator('.screen[data-screen="list"]').waitFor()
  assert.equal(await mia().phone.getByText('Tea club').count(), 0)
})

test('a person makes a group, adds the bot, and deletes it', { skip }, async () => {
  await mia().press('New group')
  const dialog = mia().phone.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Honey club')
  await dialog.getByLabel('Ben').check()
  await dialog.getByRole('button', { name: 'Create' }).click()
  await mia().sees('2 members')
  await mia().press('About Honey club')
  await dialog.getByRole('button', { name: 'Add somebody' }).click()
  await dialog.getByRole('button', { name: '@scrip_bot' }).click()
  const joined = await world.update(
    (each) => each.my_chat_member?.new_chat_member.status === 'member',
  )
  assert.equal(joined.my_chat_member.chat.title, 'Honey club')
  await goTo('ben', /Honey club/)
  await ben().sees('3 members')
  await dialog.getByRole('button', { name: 'Delete the group' }).click()
  await mia().phone.locator('.screen[data-screen="list"]').waitFor()
  await ben().phone.locator('.screen[data-screen="list"]').waitFor()
})

test('a link that asks for a group leads to one’s own', { skip }, async () => {
  await ben().press(/^Scrip/)
  await say(benId, 'Put me in a group', {
    inline_keyboard: [[{ text: 'Add', url: 'https://t.me/scrip_bot?startgroup=shop' }]],
  })
  await world.client.removeFromGroup('ben', group, world.world.bot.id)
  await ben().press('Add')
  await ben()
    .phone.getByRole('dialog')
    .getByRole('button', { name: /Tea club/ })
    .click()
  await ben().sees('/start@scrip_bot shop')
})

test('a blocked bot is unblocked where one would write', { skip }, async () => {
  await goTo('ben', /^Scrip/)
  await ben().press('About Scrip')
  await ben().phone.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
  const { my_chat_member } = await world.update(
    (each) => each.my_chat_member?.new_chat_member.status === 'kicked',
  )
  assert.equal(my_chat_member.from.id, benId)
  await ben().press('UNBLOCK')
  await ben().phone.getByRole('textbox').waitFor()
  assert.deepEqual(problems, [])
})
