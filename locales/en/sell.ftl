publication-offer = Your wallet puts it on the chain with one signature. What is published can never be changed.
publication-done = ✅ <b>Published.</b> It is on the chain, and can be sold.
