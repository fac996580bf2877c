import { joinedCard, staffNewsCard } from '../../cards/staff-card.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account } from '../../domain/ids.ts'
import { invitationHash } from '../../domain/invitation.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Person, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/**
 * Answers an invitation: whoever opens it first serves from then on, and both sides hear of it. Who serves there already is
 * shown the same again; neither that nor the issuer's own tap uses anything up.
 * @throws AppError INVITATION_OVER
 */
export async function joinDesk(
  deps: { texts: (locale: string) => Texts },
  unit: Unit,
  { person, secret }: { person: Person; secret: string },
): Promise<void> {
  const texts = deps.texts(person.locale)
  const secretHash = invitationHash(secret)
  const chat = privateChat(person.id)
  const inviting = await unit.desks.issuerOf(secretHash)
  if (inviting !== null && (await unit.bindings.peopleOf(inviting)).includes(person.id)) {
    const news = { what: 'own-invitation', issuer: inviting, name: person.name, texts } as const
    const card = staffNewsCard(news)
    return unit.drawings.card({ chat, key: 'staff-news', card, placement: 'new' })
  }
  // A used invitation opens nothing: who was removed since must not come back with it.
  const serves = inviting !== null && (await unit.desks.of(person.id)).includes(inviting)
  const issuer = serves ? inviting : await unit.desks.join({ secretHash, person: person.id })
  if (issuer === null) throw new AppError('INVITATION_OVER')
  const card = joinedCard({ issuer, texts })
  await unit.drawings.card({ chat, key: `joined:${issuer}`, card, placement: 'new' })
  if (!serves) await tellOwners(deps, unit, person, issuer)
}

async function tellOwners(
  deps: { texts: (locale: string) => Texts },
  unit: Unit,
  { name }: Person,
  issuer: Account,
): Promise<void> {
  const owners = await unit.bindings.peopleOf(issuer)
  for (const { chat, texts } of await reachablePeople(unit, deps.texts, owners)) {
    const card = staffNewsCard({ what: 'joined', issuer, name, texts })
    await unit.drawings.card({ chat, key: 'staff-news', card, placement: 'new' })
  }
}
