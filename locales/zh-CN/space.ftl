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
