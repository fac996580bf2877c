import type { Prompt } from '../wallets/prompt.ts'

/** A wallet's question in a few lines; secrets are not printed. */
export function describePrompt(prompt: Prompt): string[] {
  switch (prompt.kind) {
    case 'session':
      return [`${prompt.dapp.name} wants to connect.`]
    case 'sign':
      return ['Sign this:', ...prompt.text.split('\n')]
    case 'send': {
      const { call, valueText, feeText, warning, chain } = prompt
      const args = (call?.args ?? []).map(
        ({ name, value }) => `${name} ${name === 'secret' ? '***' : value}`,
      )
      return [
        call?.summary ?? `${call?.contract ?? 'Contract'}: ${call?.function ?? 'unknown'}`,
        ...args.map((each) => `  ${each}`),
        `Value ${valueText} · fee at most ${feeText ?? 'unknown'} · ${chain}`,
        ...(warning === null ? [] : [warning]),
      ]
    }
  }
}
