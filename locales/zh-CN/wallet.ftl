wallet-linking = 正在准备钱包链接……
wallet-choose = <b>请选择您的钱包。</b>它会请您连接，然后签署一条免费的消息。<b>这不会转出任何款项。</b>
    链接仅供您本人使用，{ $until } 过期。
wallet-proving = 已连接 { $wallet }，账户 <code>{ $account }</code>。请在钱包里签署这条免费消息，证明账户属于您。<b>不会转出任何款项。</b>
wallet-verifying = 正在核对签名……
wallet-checking = { $pays ->
    [yes] 正在核对链上情况和余额……
   *[no] 正在核对链上情况……
}
wallet-asking = 正在联系您的钱包……
wallet-asked-allow = <b>第 1 步（共 2 步）：授权代币。</b>钱包会询问合约是否可以收取{ $amount ->
    [none] 这个价格
   *[other] {" "}<b>{ $amount }</b>
}，仅此金额。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-purchase = <b>请在钱包里确认付款：{ $amount }</b>{ $quantity ->
    [1] 。
   *[other] （{ $quantity } 件）。
}一笔交易同时完成：{ $payout ->
    [escrow] 货款锁在链上直到交付
   *[direct] 付款给卖家
}，{ $whose ->
    [other] 权益归请您代付的人
    [gift] 礼物锁定待送
   *[mine] 权益归您
}。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-redemption = { $amount ->
    [none] <b>请在钱包里确认</b>，
   *[other] <b>请在钱包里确认：支付邮费 { $amount }</b>，
}并锁定要兑换的权益。拿到商品之前它始终属于您。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-handover = <b>请在钱包里确认</b>核销此码。权益随即销毁；等我提示后再交付商品。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-binding = 请在钱包里确认。
wallet-uncertain = 我刚才被中断了，不确定请求是否已送达您的钱包。如果您看到了，直接处理即可；如果没有，请点“再次请求”：我会先查看链上情况。
wallet-sent = 已发送，正在等待链将其打包进区块……
    <code>{ $hash }</code>
wallet-taken-back = <b>链撤回了这个区块。</b>这种情况很少见。我正在观察交易是否会再次出现，您无需任何操作。
wallet-asked-take = <b>请在钱包里确认付款：{ $amount }。</b>一笔交易同时完成付款给持有人和权益归您。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-publication = <b>请在钱包里确认</b>把这件商品发布上链。发布后即可出售，内容不可更改。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-send = <b>请在钱包里确认</b>为拿到链接的人锁定这份权益。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-claim = { $amount ->
    [none] <b>请在钱包里确认。</b>一笔交易即完成领取，您无需付款。
   *[other] <b>请在钱包里确认付款：{ $amount }。</b>一笔交易同时完成付款给转送人和权益归您。
}
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-quote = <b>请在钱包里签名。</b>这是按此邮费邮寄的承诺，不上链，也不收费。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-act = <b>请在钱包里确认{ $amount ->
    [none] 。
   *[other] ：您支付 { $amount }。
}</b>
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-relaying = 正在为您发送：网络费由本机器人支付，您不需要链上的币……
wallet-nameless = 未命名的钱包
