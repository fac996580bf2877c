import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maskSecrets } from '../../domain/mask-secrets.ts'
import type { DriverClient } from '../driver/client.ts'
import { createPhone, type Phone } from '../driver/phone.ts'
import type { MessageView } from '../telegram/types.ts'

const WIDTH = 78

/** Prints what people do and see, and keeps the pictures they get. */
export type Stage = {
  /** A chapter's heading. */
  scene(title: string): void
  /** Something a person does. */
  does(name: string, what: string): void
  /** A message as it stands on a person's screen; its picture goes to the demo's folder under `picture`. */
  screen(name: string, message: MessageView, picture?: string): Promise<void>
  /** A wallet's question. */
  wallet(name: string, lines: string[]): void
  line(text: string): void
  phone(person: string): Phone
}

/** A stage that prints to `print` and saves pictures into `folder`. */
export function createStage(deps: {
  driver: DriverClient
  url: string
  folder: string
  print: (line: string) => void
}): Stage {
  const { driver, url, folder, print } = deps
  mkdirSync(folder, { recursive: true })
  let number = 0
  return {
    scene(title) {
      number += 1
      print(`\n${'─'.repeat(WIDTH)}\n  ${number}. ${title}\n${'─'.repeat(WIDTH)}`)
    },
    does: (name, what) => print(`\n  ${name} ${what}`),
    async screen(name, message, picture) {
      print(`\n    ┌─ ${name}'s phone`)
      if (message.photo !== null) {
        const saved = picture === undefined ? '' : ` → ${await save(message.photo.id, picture)}`
        print(`    │ [picture ${message.photo.width}×${message.photo.height}]${saved}`)
      }
      for (const line of wrap(maskSecrets(message.text))) print(`    │ ${line}`)
      for (const row of message.buttons)
        print(`    │ ${row.map(({ label }) => `[ ${label} ]`).join(' ')}`)
      print('    └─')
    },
    wallet(name, lines) {
      print(`\n    ╔═ ${name}'s wallet asks`)
      for (const line of lines.flatMap(wrap)) print(`    ║ ${line}`)
      print('    ╚═')
    },
    line: (text) => print(`    ${text}`),
    phone: (person) => createPhone(driver, person),
  }

  async function save(id: string, name: string): Promise<string> {
    const response = await fetch(`${url}/driver/pictures/${encodeURIComponent(id)}`)
    if (!response.ok) throw new Error(`no picture ${id}`)
    const path = join(folder, `${name}.jpg`)
    writeFileSync(path, Buffer.from(await response.arrayBuffer()))
    return path
  }
}

function wrap(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${WIDTH - 8}}(?:\\s|$)|\\S+`, 'gu')) ?? [''])
}
