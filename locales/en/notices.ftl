notice-paid-again = 💰 <b>A second payment came in</b> for what you asked to have paid: { $name }. { $quantity ->
        [one] The right No. { $serials } is yours as well.
       *[other] The rights No. { $serials } are yours as well.
    }
notice-sold = 💰 <b>Sold:</b> { $more ->
        [0] { $name }, No. { $serial } for { $price }
       *[other] { $quantity } × { $name } for { $price } each
    }, to <code>{ $holder }</code>.
notice-resold = 💰 <b>Sold on:</b> { $name }, No. { $serial } for { $price }, to <code>{ $holder }</code>.
notice-claimed = ✅ <b>Claimed:</b> { $name }, No. { $serial }, by <code>{ $holder }</code>.
notice-requested = 🔔 <b>{ $way ->
        [delivery] A delivery is asked for
       *[pick-up] Somebody wants to pick up
    }:</b> { $name }, No. { $serial }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Answer by { $until }.
notice-accepted = ✅ <b>The seller accepted:</b> { $name }, No. { $serial }. Until { $until }.
notice-refused = <b>The seller refused:</b> { $name }, No. { $serial } ({ refusal-reason }). The right is still yours.
notice-shipped = 📦 <b>On its way:</b> { $name }, No. { $serial }. Tell me when it has arrived, by { $until }.
notice-disputed = ⚠️ <b>A customer disputes a delivery:</b> { $name }, No. { $serial }. To be decided by { $until }.
notice-refunded = 💸 <b>Paid back:</b> { $name }, No. { $serial }. The right has ended.
notice-settled = ⚖️ <b>Settled:</b> { $name }, No. { $serial }. What was held has been divided.
