publication-offer = 您的钱包签一次名即可上链。发布后内容不可更改。
publication-done = ✅ <b>已发布。</b>商品已上链，可以出售。
