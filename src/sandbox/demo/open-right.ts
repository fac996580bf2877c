import type { Actor } from './story.ts'

/** From the list of rights to one of them. */
export async function openRight(actor: Actor, name: string, serial: number): Promise<void> {
  const { phone } = actor
  const list = await actor.answers(/Your rights|我的权益/, () => actor.says('/rights'))
  const label = new RegExp(`^${name} · (No\\. ${serial}|第 ${serial} 号)$`)
  await actor.answers(new RegExp(`^${name}(, No\\. ${serial}|，第 ${serial} 号)\\n`), () =>
    actor.does(`presses ${name}, number ${serial}.`, () => phone.pressesOn(list, label)),
  )
}
