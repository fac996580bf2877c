/** Who asks, in its own words. */
export type Dapp = { name: string; url: string }

/** What a wallet could make of a call. Amounts are decimal text. */
export type DecodedCall = {
  contract: string | null
  function: string
  args: { name: string; type: string; value: string }[]
  /** One line a person can read, for calls every wallet knows: "Approve 12 USDC for 0x…". */
  summary: string | null
}

/** What a person sees before deciding. Times in Unix seconds. */
export type Prompt = {
  id: string
  dapp: Dapp
  askedAt: number
  expiresAt: number | null
} & PromptBody

/** The part of a {@link Prompt} that depends on its kind. */
export type PromptBody =
  | { kind: 'session'; chains: number[]; methods: string[]; warning: string | null }
  | { kind: 'sign'; account: string; text: string; warning: string | null }
  | {
      kind: 'send'
      chainId: number
      chain: string
      to: string
      /** In wei. */
      value: string
      /** In the chain's coin, with its symbol. */
      valueText: string
      data: string
      call: DecodedCall | null
      /** The most it may cost, in wei; null when it could not be estimated. */
      fee: string | null
      feeText: string | null
      warning: string | null
    }
