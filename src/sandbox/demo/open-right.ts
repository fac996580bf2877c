import type { Actor } from './story.ts'

/** From the list of rights to one of them. */
export async function openRight(actor: Actor, name: string, serial: number): Promise<void> {
  await actor.says('/rights')
  await actor.sees(/Your rights|我的权益/)
  await actor.presses(new RegExp(`^${name} · (No\\. ${serial}|第 ${serial} 号)$`))
  await actor.sees(new RegExp(`^${name}(, No\\. ${serial}|，第 ${serial} 号)\\n`))
}
