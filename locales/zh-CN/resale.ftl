take-head = <b>{ $name }</b>，第 { $serial } 号
    { $specification }
    { $production } · 货号 { $number }

    <b>{ $price }</b> · 由 <code>{ $seller }</code> 转售 · 发行方 <code>{ $issuer }</code>
take-until = 报价有效至 { $until }。
take-yours = 这是您自己的转售：打开链接的人可以购买。
take-private = 🔒 这份权益只卖给账户 <code>{ $account }</code>，您没有绑定该账户。请让持有人向您的账户报价。
take-private-unbound = 🔒 这份权益只卖给账户 <code>{ $account }</code>。如果是您的账户，请绑定其钱包后继续。
take-bought = ✅ <b>已付款。</b>第 { $serial } 号权益归您了。
resale-direct = 您付款给持有人。商品由发行方交付，发行方此前已收款。
resale-escrow = 您付款给持有人。发行价 { $price } 仍锁在链上并随权益转移；高出的部分没有保障。
resale-royalty = 成交价的 { $percent }% 归发行方。
resale-refund = 发行方可以把 { $price } 退给持有人，从而终止任何一份权益。
ask-resale-price = 您想卖多少？请输入 { $coin } 金额，例如 <code>{ $example }</code>。只卖给一个账户时，请加上地址：<code>{ $example } 0x…</code>
offer-post = <b>{ $name }</b>，第 { $serial } 号
    { $specification }
    <b>{ $price }</b> · 持有人转售

    <a href="{ $url }">{ $url }</a>
offer-post-over = <b>{ $name }</b>，第 { $serial } 号
    已停止转售。
listing-royalty = 成交价的 { $percent }% 归发行方。
