import assert from 'node:assert/strict'
import type { DriverClient } from '../../src/sandbox/driver/client.ts'
import type { MessageView } from '../../src/sandbox/telegram/types.ts'

const PATIENCE_MS = 60_000
const AGAIN_MS = 1500

/** People who do one thing after another, whatever happens to the bot. */
export type Insistence = {
  /**
   * Does something again and again until the world shows what it should lead to, as a person would: tries, waits, tries
   * again. Wallets approve what they are asked meanwhile, and a dead bot is started again.
   */
  insist(what: string, does: () => Promise<unknown>, until: () => Promise<boolean>): Promise<void>
  /** Presses the newest button with this label on a person's chat with the bot. */
  presses(person: string, label: string | RegExp): () => Promise<unknown>
  /** Whether a person's chat with the bot has a message with these words after one it had before. */
  shows(person: string, words: string | RegExp, after?: number): () => Promise<boolean>
  /** The newest message's number in a person's chat with the bot. */
  newest(person: string): Promise<number>
  messages(person: string): Promise<MessageView[]>
}

/** `wallets` are the people whose wallets approve whatever they are asked. */
export async function createInsistence(
  driver: DriverClient,
  wallets: readonly string[],
): Promise<Insistence> {
  const chat = (await driver.pulse()).bot.id
  const messages = (person: string) => driver.messages(person, chat)

  const look = async (): Promise<number> => {
    const { botRunning, cursor } = await driver.pulse()
    if (!botRunning) {
      // It may be about to die again, at once.
      await driver.startBot().catch(() => {})
    }
    for (const person of wallets) {
      for (const { id } of (await driver.wallet(person)).prompts) {
        await driver.decide(person, id, 'approve').catch(() => {})
      }
    }
    return cursor
  }

  return {
    async insist(what, does, until) {
      const deadline = Date.now() + PATIENCE_MS
      let last = 0
      for (;;) {
        const cursor = await look()
        if (await until()) return
        if (Date.now() > deadline) {
          const screens = await Promise.all(
            wallets.map(async (each) => [each, await messages(each)] as const),
          )
          const shown = screens.map(
            ([each, list]) =>
              `${each}:\n${list
                .slice(-4)
                .map(({ text }) => text)
                .join('\n---\n')}`,
          )
          assert.fail(`${what}: nobody got there.\n${shown.join('\n=====\n')}`)
        }
        if (Date.now() - last >= AGAIN_MS) {
          last = Date.now()
          // A dead bot answers nothing; nobody waits for it.
          void does().catch(() => {})
        }
        await driver.pulse(cursor, 250)
      }
    },
    presses: (person, label) => async () => {
      const isIt = (each: string) => (typeof label === 'string' ? each === label : label.test(each))
      const found = (await messages(person)).findLast(({ buttons }) =>
        buttons.flat().some((each) => isIt(each.label)),
      )
      const name = found?.buttons.flat().find((each) => isIt(each.label))?.label
      if (found !== undefined && name !== undefined)
        await driver.press(person, chat, found.messageId, name)
    },
    shows:
      (person, words, after = 0) =>
      async () =>
        (await driver.messages(person, chat, after)).some(({ text }) =>
          typeof words === 'string' ? text.includes(words) : words.test(text),
        ),
    newest: async (person) => (await messages(person)).at(-1)?.messageId ?? 0,
    messages,
  }
}
