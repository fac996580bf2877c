# What happened, and what to do. Whether money moved is said by one of the three lines at the end.

error-link-broken = This link is damaged: a part of it is missing or was changed. Ask whoever sent it for a new one.
error-link-foreign = That link belongs to another bot. I only open links of this shop counter.
error-link-missing = I see no trade link in this message. Paste or forward one, or press /help.
error-link-not-yet = This kind of link is known, but this version of the bot cannot open it yet.
error-series-unknown = Nobody has published these goods on this chain. The link may be for another network, or it is made up.
error-right-unknown = There is no such right on this chain.
error-code-unknown = This pick-up code is not valid. Ask the customer to show the code again on their own phone.
error-card-stale = This card was out of date. I have drawn it anew.
error-card-foreign = This card belongs to somebody else. Open the link yourself to get your own.
error-sold-out = Sold out: somebody was faster. Press Try again later, or look for another offer.
error-sale-ended = The sale of these goods has ended.
error-funds-missing = Your wallet does not have enough on this network: it has { $have }, and { $need } are needed. Add funds, then press Try again.
error-call-reverted = The chain refused the call{ $reason ->
    [none] .
   *[other] : { $reason }.
} Press Try again: everything is checked anew before your wallet is asked.
error-wallet-rejected = You declined in your wallet. Press Try again if that was a slip.
error-wallet-busy = Your wallet still has another question open. Answer or decline it there, then press Try again.
error-wallet-silent = Your wallet did not answer in time. If it still shows the request, decline it there, then press Try again.
error-wallet-disconnected = Your wallet ended the connection. Press Try again to connect it anew.
error-wallet-unsupported = This wallet cannot do what is needed here. Press Try again and choose another one.
error-wallet-wrong-chain = Your wallet is connected to another network. Switch it to the one named above, then press Try again.
error-wallet-unclear = Your wallet gave an answer that says neither yes nor no. I go on watching the chain; look into your wallet, then press Try again.
error-wallet-session-gone = The connection to your wallet is gone. Press Try again to connect it anew.
error-wallet-relay-unreachable = I cannot reach the wallet network right now. Press Try again in a minute.
error-binding-expired = The link to your wallet has run out. Press Try again for a new one.
error-signature-wrong = The signature does not fit this account. Press Try again, and sign with the account you want to bind.
error-hash-foreign = Your wallet named a transaction that is something else than this purchase. I go on watching the chain for the right one.
error-block-taken-back = The chain took back the block with this transaction. Press Try again: I look at the chain first.
error-hash-unknown = Your wallet named a transaction that nobody on the chain knows. It may never have been sent. Press Try again: I look at the chain first.
error-chain-unreachable = I cannot reach the chain right now. Press Try again in a minute.
error-right-not-yours = This right belongs to an account that you have not bound here. Bind the wallet that holds it.
error-right-locked = This right is locked by a request that is under way.
error-right-redeemed = The good of this right was handed over already.
error-code-spent = This pick-up code was used already: the good was handed over on { $at }. Do not hand over again.
error-code-expired = This pick-up code has run out. The customer can get a new one from their right.
error-desk-foreign = Only the seller of these goods can use this code up. Bind the seller's wallet first: /wallet
error-telegram-unreachable = Telegram cannot be reached right now.
error-rate-limited = That was too fast. Wait a moment, then try again.
error-unexpected = Something went wrong on our side. Nothing is lost; press the button again, or open the link anew.

money-moved = <b>Money has moved.</b>
money-not-moved = <b>No money moved.</b>
money-unknown = <b>I do not know yet whether money moved.</b> The chain will tell, and so will I.
