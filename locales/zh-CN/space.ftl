space-head = { $own ->
    [yes] <b>您的交易空间</b>（买家看到的样子）：<code>{ $address }</code>
   *[no] <b>交易空间</b> <code>{ $address }</code>
}
category-head = <b>{ $name }</b>：所有交易空间
category-unknown = 类目 { $category }
space-category = 类目：<b>{ $name }</b>
space-count = { $count ->
    [0] 目前没有在售商品。
    [1] 1 个报价，库存以链上为准。
   *[other] { $count } 个报价，库存以链上为准。
}
space-contributor = 您是通过 <code>{ $account }</code> 的链接来的。卖家承诺分成时，该账户从价款中获得分成，您不会多付。
space-line = • <b>{ $name }</b> · { $price } · { $over ->
    [yes] 已停售
   *[no] 剩 { $left }
}{ $seller ->
    [none] {""}
   *[other] {" "}· 卖家 <code>{ $seller }</code>
}
space-copy = ⚠️ 与 <code>{ $account }</code> 更早发布的商品雷同，请确认这是您要找的卖家。
space-resale-head = <b>该账户转售的权益</b>
space-resale-line = • { $name }，第 { $serial } 号 · { $price } · 发行方 <code>{ $issuer }</code>
space-resale-button = { $name } 第 { $serial } 号 · { $price }
button-whole-space = ‹ 全部类目
button-share = 分享
space-unbound = 交易空间属于一个账户。绑定钱包后即可开通：一次免费签名，<b>不会转出任何款项。</b>
my-space-head = <b>您的交易空间</b> <code>{ $account }</code>
    { $count ->
        [0] 尚未发布商品。点“添加商品”：一张照片加一行文字即可。
       *[other] { $count } 件商品 · 在售 { $left } · 已售 { $sold }{ $sums ->
            [none] {""}
           *[other] ，共 { $sums }
        }
    }
my-space-line = • <b>{ $name }</b>：已售 { $sold }，{ $closed ->
    [yes] 已停售
   *[no] 剩 { $left }
}
button-other-space = 空间 { $account }
button-new-product = 添加商品
button-earned = 分成收入
button-share-space = 分享我的空间
button-as-buyers = 买家看到的样子

earned-none = <b>您的链接还没有带来销售。</b>分享别人的商品或交易空间：有人通过您的链接购买，您就是贡献者；卖家承诺分成的，合约会在同一笔交易中付给您。
earned-head = <b>您的链接卖出了 { $quantity } 份权益。</b>{ $sums ->
    [none] 这些卖家没有承诺分成。
   *[other] 已付到您的钱包：<b>{ $sums }</b>
}
earned-line = • { $name }：卖出 { $quantity }，{ $amount }，最近一次 { $at }
earned-waiting = 💰 <b>{ $amount }</b> 留在合约里：此前无法付到您的账户。
button-withdraw = 取出 { $amount }
button-sent = 我转送的
button-sold = 我转售的
sent-head = <b>您转送的权益</b>
sent-none = 还没有被领取的转送。等待领取的在“我的权益”里。
sold-head = <b>您转售的权益</b>
sold-none = 您还没有转售过权益。在“我的权益”里打开一份，点“转售”。
passed-on-line = • { $name }，第 { $serial } 号 · 给 <code>{ $account }</code> · { $price ->
    [none] 礼物
   *[other] { $price }
}
