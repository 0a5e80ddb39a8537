"""The review in the browser: pages over the ledger, served on this computer. `server.serve` is the door."""
