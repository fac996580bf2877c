act-ended = 已取消，没有任何变化。如果钱包里还有请求，请在那里拒绝。
act-list-button = 转售
act-list-head = <b>转售：</b>{ $name }，第 { $serial } 号，<b>{ $price }</b>{ $account ->
        [none] {""}
       *[other] ，仅限 <code>{ $account }</code>
    }
act-list-offer = 您的钱包把报价放到链上。{ $account ->
    [none] 付款的人得到权益
   *[other] 只有这个账户可以付款并得到权益
}，您在同一笔交易里收款。成交前可以停止转售。
act-list-done = ✅ <b>已开始转售</b>，有效至 { $until }。请分享链接。
act-list-over = 这次转售已结束：已售出、已撤下或已到期。
act-unlist-button = 停止转售
act-unlist-head = <b>停止转售：</b>{ $name }，第 { $serial } 号
act-unlist-offer = 您的钱包把报价从链上撤下。
act-unlist-done = ✅ 已停止转售。权益归您。
act-take-back-button = 收回
act-take-back-head = <b>收回：</b>{ $name }，第 { $serial } 号
act-take-back-offer = 您的钱包终止转送，链接随即失效。
act-take-back-done = ✅ <b>已收回。</b>权益重新归您。
act-withdraw-request-button = 撤回
act-withdraw-request-head = <b>撤回申请：</b>{ $name }，第 { $serial } 号
act-withdraw-request-offer = 您的钱包解锁权益，柜台的提货码随即失效。
act-withdraw-request-done = ✅ 权益已解锁。
act-confirm-button = 已收到
act-confirm-head = <b>已收到：</b>{ $name }，第 { $serial } 号
act-confirm-offer = 请在拿到商品后再确认：权益将销毁{ $payout ->
    [escrow] ，锁定的款项付给卖家。
   *[direct] 。
}
act-confirm-done = ✅ <b>完成。</b>权益已销毁，请享用！
act-dispute-button = 提出争议
act-dispute-head = <b>有问题：</b>{ $name }，第 { $serial } 号
act-dispute-offer = 条款指定的仲裁人将裁决锁定的款项。您的说明保存在这里，只有它的哈希上链。您的说明：{ $text }
act-dispute-done = ✅ <b>争议已提出。</b>已通知仲裁人和卖家。
act-refund-me-button = 退款
act-refund-me-head = <b>退款：</b>{ $name }，第 { $serial } 号
act-refund-me-offer = 卖家未履行这份权益。您的钱包终止它，锁定的 { $price } 退还给您。
act-refund-me-done = ✅ <b>已退款。</b>{ $price } 已回到您的钱包。
act-accept-button = 接受
act-accept-head = <b>接受：</b>{ $name }，第 { $serial } 号
act-accept-offer = 您承诺在 { $until } 前交付商品。
act-accept-done = ✅ <b>已接受。</b>已通知顾客。
act-refuse-button = 拒绝
act-refuse-head = <b>拒绝：</b>{ $name }，第 { $serial } 号
act-refuse-offer = 权益仍归顾客并记为未履行：不会失效{ $payout ->
    [escrow] ，锁定的款项可以退还。
   *[direct] 。
}
act-refuse-done = ✅ <b>已拒绝。</b>已通知顾客。
act-ship-button = 已发货
act-ship-head = <b>已发货：</b>{ $name }，第 { $serial } 号
    运单号：<code>{ $text }</code>
act-ship-offer = 您的钱包在链上记录；运单号只发给顾客。
act-ship-done = ✅ <b>运输中。</b>顾客已收到运单号。
act-refund-button = 退款
act-refund-head = <b>退款：</b>{ $name }，第 { $serial } 号
act-refund-offer = 权益终止，{ $price } 退还持有人{ $payout ->
        [escrow] （从锁定的款项）
       *[direct] （从您的钱包）
    }。
act-refund-done = ✅ <b>已退款。</b>权益已终止。
act-close-button = 结束销售
act-close-head = <b>结束销售：</b>{ $name }
act-close-offer = 此后不再出售。已售出的权益继续有效。
act-close-done = ✅ <b>销售已结束。</b>
act-raise-limit-button = 增加数量
act-raise-limit-head = <b>增加数量：</b>{ $name }
act-raise-limit-offer = 总共可售 { $limit } 件。
act-raise-limit-done = ✅ 总共可售 <b>{ $limit }</b> 件。
act-set-staff-button = { $allowed ->
    [no] 取消授权
   *[yes] 授权
}
act-set-staff-head = <b>{ $allowed ->
    [no] 不再是店员：
   *[yes] 店员：
}</b><code>{ $account }</code>
act-set-staff-offer = { $allowed ->
    [no] 该账户将不能再在链上代表您的柜台操作。
   *[yes] 该账户可以代您接受、拒绝、发货和交付，但不能发布商品，也不能动用款项。
}
act-set-staff-done = ✅ <b>{ $allowed ->
    [no] 已取消授权。
   *[yes] 已授权。
}</b>
act-complete-button = 完成
act-complete-head = <b>完成：</b>{ $name }，第 { $serial } 号
act-complete-offer = 投诉期已过；权益销毁{ $payout ->
    [escrow] ，锁定的款项付给卖家。
   *[direct] 。
}
act-complete-done = ✅ <b>已完成。</b>
act-withdraw-button = 取出
act-withdraw-head = <b>待取出的款项，归属账户</b> <code>{ $account }</code>
act-withdraw-offer = 此前未能支付到账。任何人都可以把它发给所有者。
act-withdraw-done = ✅ <b>已支付。</b>
