take-head = <b>{ $name }</b>, No. { $serial }
    { $specification }
    { $production } · Product { $number }

    <b>{ $price }</b> · sold on by <code>{ $seller }</code> · issued by <code>{ $issuer }</code>
take-until = On sale until { $until }.
take-yours = This is your own offer: whoever opens the link can take it.
take-private = 🔒 This right is offered to the account <code>{ $account }</code> alone, and you have not bound that one. Ask the holder for an offer to your account.
take-private-unbound = 🔒 This right is offered to the account <code>{ $account }</code> alone. If that is your account, bind its wallet to go on.
take-bought = ✅ <b>Paid.</b> Right No. { $serial } is yours.
resale-direct = You pay the holder. The good comes from the issuer, who was paid for it already.
resale-escrow = You pay the holder. { $price } of the issuer’s price is still held on the chain and goes with the right; what you pay above it is not covered.
resale-royalty = { $percent }% of what you pay goes to the issuer.
resale-refund = The issuer may end any right by paying { $price } back to whoever holds it.
ask-resale-price = What do you want for it? Type an amount in { $coin }, for example <code>{ $example }</code>. To offer it to one account alone, add its address: <code>{ $example } 0x…</code>
offer-post = <b>{ $name }</b>, No. { $serial }
    { $specification }
    <b>{ $price }</b> · from its holder

    <a href="{ $url }">{ $url }</a>
offer-post-over = <b>{ $name }</b>, No. { $serial }
    No longer for sale.
listing-royalty = { $percent }% of what you are paid goes to the issuer.
