button-export = 导出
export-begun = 文件马上发给您。
export-caption = <b>您的记录</b>，{ $count ->
        [0] 目前还是空的。
       *[other] 共 { $count } 行。
    }可用任何表格软件打开。时间为 UTC。{ $isCut ->
        [yes] 一个文件只放得下最近的记录。
       *[no] {""}
    }
export-time = 时间（UTC）
export-kind = 类型
export-name = 名称
export-product = 货号
export-serial = 编号
export-quantity = 数量
export-state = 状态
export-amount = 金额
export-coin = 币种
export-other = 对方
export-token = 代币
export-transaction = 最近一笔交易
export-kind-held = 持有
export-kind-sent = 转送
export-kind-sold = 转售
export-kind-issued = 作为卖家售出
export-kind-earned = 分成收入
export-state-held = 持有
