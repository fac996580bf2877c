wallet-linking = 正在准备钱包链接……
wallet-choose = <b>请选择您的钱包。</b>它会请您连接，然后签署一条免费的消息。<b>这不会转出任何款项。</b>
    链接仅供您本人使用，{ $until } 过期。
wallet-proving = 已连接 { $wallet }，账户 <code>{ $account }</code>。请在钱包里签署这条免费消息，证明账户属于您。<b>不会转出任何款项。</b>
wallet-verifying = 正在核对签名……
wallet-checking = 正在查看库存和余额……
wallet-asking = 正在联系您的钱包……
wallet-asked-allow = <b>第 1 步（共 2 步）：授权代币。</b>钱包会询问合约是否可以收取这个价格，仅此金额。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-purchase = <b>请在钱包里确认付款。</b>一笔交易同时完成付款给卖家和权益归您。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-redemption = <b>请在钱包里确认</b>，锁定这份权益。拿到商品之前它始终属于您。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-handover = <b>请在钱包里确认</b>核销此码。权益随即销毁；等我提示后再交付商品。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-binding = 请在钱包里确认。
wallet-uncertain = 我刚才被中断了，不确定请求是否已送达您的钱包。如果您看到了，直接处理即可；如果没有，请点“再次请求”：我会先查看链上情况。
wallet-sent = 已发送，正在等待链将其打包进区块……
    <code>{ $hash }</code>
wallet-taken-back = <b>链撤回了这个区块。</b>这种情况很少见。我正在观察交易是否会再次出现，您无需任何操作。
wallet-asked-take = <b>请在钱包里确认付款。</b>一笔交易同时完成付款给持有人和权益归您。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-publication = <b>请在钱包里确认</b>把这件商品发布上链。发布后即可出售，内容不可更改。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-send = <b>请在钱包里确认</b>为拿到链接的人锁定这份权益。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-claim = <b>请在钱包里确认。</b>一笔交易即完成领取。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-quote = <b>请在钱包里签名。</b>这是按此邮费邮寄的承诺，不上链，也不收费。
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-asked-act = <b>请在钱包里确认。</b>
    网络：{ $chain } · 账户：<code>{ $account }</code> · 有效至 { $until }
wallet-relaying = 正在为您发送：网络费由本机器人支付，您不需要链上的币……
