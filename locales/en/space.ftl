space-head = { $own ->
    [yes] <b>Your space</b>, as buyers see it: <code>{ $address }</code>
   *[no] <b>Space of</b> <code>{ $address }</code>
}
category-head = <b>{ $name }</b>, across all spaces
category-unknown = Category { $category }
space-category = Category: <b>{ $name }</b>
space-count = { $count ->
    [0] Nothing is for sale here now.
    [1] One offer. The stock is what the chain says right now.
   *[other] { $count } offers. The stock is what the chain says right now.
}
space-contributor = You came by a link of <code>{ $account }</code>. Where the seller promises a share, that account gets it out of the price; you pay no more.
space-line = • <b>{ $name }</b> · { $price } · { $over ->
    [yes] the sale has ended
   *[no] { $left } left
}{ $seller ->
    [none] {""}
   *[other] {" "}· by <code>{ $seller }</code>
}
space-copy = ⚠️ A copy of goods published earlier by <code>{ $account }</code>. Make sure that this is the seller you mean.
space-resale-head = <b>Rights that this account sells on</b>
space-resale-line = • { $name }, No. { $serial } · { $price } · good from <code>{ $issuer }</code>
space-resale-button = { $name } No. { $serial } · { $price }
button-whole-space = ‹ All categories
button-share = Share
space-unbound = A space belongs to an account. Bind your wallet and yours is open: one free signature, <b>no money moves.</b>
my-space-head = <b>Your space</b> <code>{ $account }</code>
    { $count ->
        [0] Nothing is published yet. Press Add a product: a photo and one line are enough.
       *[other] { $count } products · { $left } for sale · { $sold } sold{ $sums ->
            [none] {""}
           *[other] {" "}for { $sums }
        }
    }
my-space-line = • <b>{ $name }</b>: { $sold } sold, { $closed ->
    [yes] the sale has ended
   *[no] { $left } left
}
button-other-space = Space { $account }
button-new-product = Add a product
button-earned = Earned
button-share-space = Share my space
button-as-buyers = As buyers see it

earned-none = <b>Your links have sold nothing yet.</b> Share a product or a space of somebody else: whoever buys through your link makes you its contributor, and where the seller promises a share, the contract pays it to you in the same transaction.
earned-head = <b>Your links sold { $quantity } { $quantity ->
    [1] right
   *[other] rights
}.</b> { $sums ->
    [none] Their sellers promise no share.
   *[other] Paid to your wallet: <b>{ $sums }</b>
}
earned-line = • { $name }: { $quantity } sold, { $amount }, last on { $at }
earned-waiting = 💰 <b>{ $amount }</b> waits in the contract: it could not be paid to your account.
button-withdraw = Take out { $amount }
button-sent = What I sent
button-sold = What I sold
sent-head = <b>Rights you sent</b>
sent-none = You have sent nothing that was claimed. What still waits is under My rights.
sold-head = <b>Rights you sold on</b>
sold-none = You have sold no right on. Open one under My rights and press Sell.
passed-on-line = • { $name }, No. { $serial } · to <code>{ $account }</code> · { $price ->
    [none] a gift
   *[other] { $price }
}
