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
