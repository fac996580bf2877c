import type { Policy } from '../../../wallets/policy.ts'
import type { PageContext } from '../core/page-context.ts'
import type { PhoneState } from '../core/state.ts'
import { h } from '../dom/h.ts'

/** How one person's wallet misbehaves. */
export function policyView({ act, t }: PageContext, phone: PhoneState): HTMLElement | null {
  const { person, name } = phone.person
  const policy = phone.wallet?.policy
  if (policy === undefined) return null
  const toggle = (label: string, isOn: boolean, change: Partial<Policy>) =>
    h(
      'label',
      {},
      h('input', {
        type: 'checkbox',
        checked: isOn,
        onchange: () => void act.setPolicy(person, change),
      }),
      label,
    )
  const rejects = policy.answer === 'reject'
  return h(
    'fieldset',
    { key: `policy-${person}` },
    h('legend', {}, t('faultWallet', { name })),
    toggle(t('policyReject'), rejects, { answer: rejects ? 'ask' : 'reject' }),
    toggle(t('policyIgnore'), policy.ignore, { ignore: !policy.ignore }),
    toggle(t('policyHold'), policy.hold, { hold: !policy.hold }),
    toggle(t('policyBogus'), policy.bogusHash, { bogusHash: !policy.bogusHash }),
    toggle(t('policyDrop'), policy.dropResponse, { dropResponse: !policy.dropResponse }),
    h(
      'div',
      { class: 'pair' },
      h(
        'button',
        { class: 'key', type: 'button', onclick: () => void act.release(person) },
        t('release'),
      ),
      h(
        'button',
        {
          class: 'key',
          type: 'button',
          onclick: () => void act.setPolicy(person, { reset: true }),
        },
        t('policyReset'),
      ),
    ),
  )
}
