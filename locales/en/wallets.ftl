wallets-head = <b>Your wallets</b>
wallets-none = No wallet is bound. Binding is one free signature; <b>it moves no money.</b>
wallets-line = <code>{ $account }</code>
    { $wallet ->
        [none] Bound. No wallet is connected: the next payment connects it again.
       *[other] Bound and connected: { $wallet }
    }
wallets-shared = 👥 Somebody else has proven this account here too. What it holds, both of you can use.
wallets-foot = Unbinding ends the connection and forgets the proof. No money moves, and your rights stay in your wallet.
wallets-unbound = ✅ <b>Unbound</b> <code>{ $account }</code>. The connection is ended and the proof forgotten. <b>No money moved</b>; your rights stay in your wallet.
wallets-frozen = ⚠️ <b>Your wallet does not show <code>{ $account }</code> any more.</b> { $shown ->
    [none] It has taken all accounts away from me.
   *[other] It shows <code>{ $shown }</code> now.
} I ask nothing more of it for the old account. To go on, choose in your wallet which account to show, and bind again. <b>No money moved.</b>
button-bind-another = Bind another
button-bind-again = Bind again
button-unbind = Unbind { $account }
button-wallets = Wallets
