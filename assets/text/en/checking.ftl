checking = Chain is being verified
checking-progress = Chain is being verified … { $percent }
checking-banner = The chain of this ledger is still being verified. Figures can be read already; booking and printing start as soon as the verification is over.
