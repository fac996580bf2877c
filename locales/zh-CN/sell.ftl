publication-offer = 您的钱包签一次名即可上链。发布后内容不可更改。
publication-done = ✅ <b>已发布。</b>商品已上链，可以出售。

sell-how = 📷 <b>请发一张商品照片</b>，并在照片下写明名称、价格和数量：<code>乌龙茶 50 克，9 USDC，30 件</code>

    我会做成一张卡片，您修改不对的地方，再由您的钱包发布。

draft = <b>{ $name }</b>
    <b>{ $price }</b> · 库存：{ $supply }

    类目：{ $category }
    货号：{ $number }
    规格：{ $specification }
    生产信息：{ $production }
draft-none = —
draft-terms-today = 🏪 <b>当日自提：</b>款项立即到账；买家到店自提，您在一天内答复。
draft-terms-ships = 📦 <b>邮寄：</b>款项立即到账，您在一周内寄出；买家有三周时间提出问题。
draft-terms-pre-order = ⏳ <b>预订：</b>款项锁定至交付；销售 30 天，之后 60 天内自提。
draft-physical = 仅限可以交付的实物。发布后内容不可更改。
draft-digital = ⛔️ <b>这不是可以交付的实物</b>，无法在此出售：Telegram 要求纯数字商品用 Stars 支付。如果它是实物，请另选类目。
draft-missing = ❗ 还缺少或需要修改：{ $fields }
draft-discarded = 已丢弃：{ $name }。没有发布任何内容。要重新开始，请再发一张照片。
draft-category-choice = 是下面哪一类？
draft-category-unknown = 没有找到相符的类目。请换一个词，例如 <code>茶叶</code> 或 <code>鞋</code>。
list-comma = 、

field-name = 名称
field-category = 类目
field-product-number = 货号
field-specification = 规格
field-production = 生产信息
field-price = 价格
field-supply = 库存
field-picture = 图片
field-terms = 条款

ask-draft-name = 商品叫什么名称？请输入买家看到的名称。
ask-draft-category = 是哪一类商品？请输入一两个词，例如 <code>茶叶</code> 或 <code>运动鞋</code>。
ask-draft-product-number = 货号是什么？可以自己编一个。
ask-draft-specification = 买家具体得到什么？请写尺寸、重量、颜色、品种。
ask-draft-production = 由谁、在哪里、何时生产？例如：杭州梅家坞，2026 年 4 月
ask-draft-price = 一件卖多少？请输入数字和币种：{ $coins }
ask-draft-supply = 您有多少件？
ask-limit = 还要增加多少件？现在剩余 { $left } 件。请输入数字。

series-mine = <b>{ $name }</b>
    { $specification }

    <b>{ $price }</b> · 已售：{ $sold } · { $left ->
        [0] 已售罄
       *[other] 剩余 { $left }
    }
series-mine-closed = 销售已结束，不再出售；已售出的权益依然有效。

print-caption = 🖨 <b>{ $name }</b>
    { $format ->
        [svg] 适合印刷店：任意尺寸都清晰。
        [sheet] 一页 { $labels } 个，可剪下使用。请用 A4 纸按 100% 打印。
       *[png] 适合任何打印机。
    }
    手动输入：<code>{ $code }</code>
print-hint = 无法扫码？请把此码发送给 @{ $bot }

button-edit-name = ✎ 名称
button-edit-category = ✎ 类目
button-edit-number = ✎ 货号
button-edit-spec = ✎ 规格
button-edit-production = ✎ 生产信息
button-edit-price = ✎ 价格
button-edit-supply = ✎ 库存
button-terms-today = 当日自提
button-terms-ships = 邮寄
button-terms-pre = 预订
button-publish-not-yet = 发布（未完成）
button-discard = 丢弃
button-offer-more = 增加数量
button-my-series = 库存与销售
button-end-sale = 结束销售
publication-terms = <b>买家会看到：</b>
