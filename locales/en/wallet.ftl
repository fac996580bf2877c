wallet-linking = Preparing a link to your wallet…
wallet-choose = <b>Choose your wallet.</b> It asks you to connect, then to sign one free message. <b>That moves no money.</b>
    The link is for you alone and runs out on { $until }.
wallet-proving = Connected to { $wallet }, account <code>{ $account }</code>. Now sign the free message in your wallet: it proves that the account is yours. <b>It moves no money.</b>
wallet-verifying = Checking the signature…
wallet-checking = { $pays ->
    [yes] Looking at the chain, and whether you have enough…
   *[no] Looking at the chain…
}
wallet-asking = Reaching your wallet…
wallet-asked-allow = <b>Step 1 of 2: allow the coin.</b> Your wallet asks whether the contract may take { $amount ->
    [none] exactly this price
   *[other] exactly <b>{ $amount }</b>
}, and nothing more.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-purchase = <b>Approve the payment in your wallet: { $amount }</b>{ $quantity ->
    [1] .
   *[other] {" "}for { $quantity } rights.
} { $payout ->
    [escrow] The money is held on the chain until the hand-over
   *[direct] The seller is paid
}, and { $whose ->
    [other] the right goes to whoever asked you
    [gift] your gift is reserved
   *[mine] the right is yours
}, in one transaction.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-redemption = { $amount ->
    [none] <b>Approve in your wallet</b>
   *[other] <b>Approve in your wallet: { $amount }</b> for the delivery,
} to lock what you want to get. It stays yours until the good is in your hands.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-handover = <b>Approve in your wallet</b> to use the code up. The right burns; hand over the good when I say so.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-binding = Approve in your wallet.
wallet-uncertain = I was interrupted and do not know whether the question reached your wallet. If you see it there, just answer it. If not, press Ask again: I look at the chain first.
wallet-sent = Sent. Waiting for the chain to put it into a block…
    <code>{ $hash }</code>
wallet-taken-back = <b>The chain took this block back.</b> That happens, rarely. I am watching whether the transaction comes again; you need not do anything.
wallet-asked-take = <b>Approve the payment in your wallet: { $amount }.</b> The holder is paid and the right is yours in one transaction.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-publication = <b>Approve in your wallet</b> to put this product on the chain. It can be sold at once, and never be changed.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-send = <b>Approve in your wallet</b> to reserve this right for whoever gets the link.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-claim = { $amount ->
    [none] <b>Approve in your wallet.</b> The right is yours in one transaction; you pay nothing for it.
   *[other] <b>Approve the payment in your wallet: { $amount }.</b> The sender is paid and the right is yours in one transaction.
}
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-quote = <b>Sign in your wallet.</b> It is a promise to deliver for this fee; nothing is sent to the chain and it costs nothing.
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-asked-act = <b>Approve in your wallet{ $amount ->
    [none] .
   *[other] : you pay { $amount }.
}</b>
    Network: { $chain } · Account: <code>{ $account }</code> · Until { $until }
wallet-relaying = Sending it for you: the network is paid by this bot, you need no coins of the chain…
wallet-nameless = a wallet without a name
